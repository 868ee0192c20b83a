export * from './cover-report.ts';
export * from './progress.ts';
export { splitSentences } from './sentences.ts';
export { frontId } from './spots.ts';

export * from './cover-report.ts';
export * from './progress.ts';
export { foldForMatching, splitSentences } from './sentences.ts';
export { frontId } from './spots.ts';

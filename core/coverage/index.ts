export { type Home, homeOf, listHomes } from './columns.ts';
export * from './cover-report.ts';
export * from './matrix.ts';
export { decideState } from './outline-state.ts';
export * from './progress.ts';
export { foldForMatching, splitSentences } from './sentences.ts';
export { frontId } from './spots.ts';
export * from './tally.ts';

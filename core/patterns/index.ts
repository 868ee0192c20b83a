export { matchAnyOf } from './any-of.ts';
export { createCandidateFinder } from './candidates.ts';
export { findMatches } from './matches.ts';
export type { FindCandidates } from './word-index.ts';

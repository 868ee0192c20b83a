export { matchAnyOf } from './any-of.ts';
export { createCandidateFinder } from './candidates.ts';
export { guardAnyOf } from './guard.ts';
export { findMatches } from './matches.ts';
export type { FindCandidates } from './word-index.ts';

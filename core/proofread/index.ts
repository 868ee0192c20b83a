export { type LocatedWords, locateWords } from './locate.ts';
export { proofread } from './proofread.ts';
export type { ProofreadContext } from './rule.ts';
export { rules } from './rules.ts';

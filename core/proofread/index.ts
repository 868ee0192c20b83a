export { type LocatedWords, locateWords } from './locate.ts';
export { createProofreader, type Proofread, proofread } from './proofread.ts';
export type { ProofreadContext } from './rule.ts';
export { isOnlyBlanks } from './rules/placeholder.ts';
export { rules } from './rules.ts';

export { applySuggestion } from './apply.ts';
export { proofread } from './proofread.ts';
export type { ProofreadContext } from './rule.ts';
export { rules } from './rules.ts';

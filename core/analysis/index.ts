export type { FoundBlank } from './blanks.ts';
export * from './create-analysis.ts';

export type { FoundBlank } from './blanks.ts';
export * from './create-analysis.ts';
export { listWarmUps } from './warm-up.ts';

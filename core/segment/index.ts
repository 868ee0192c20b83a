export { type FoundDate, findDate } from './dates.ts';
export * from './decision.ts';
export { readLabel } from './label.ts';
export * from './segment.ts';
export * from './source.ts';

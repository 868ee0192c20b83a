export * from './guess.ts';
export type { SuggestPacks } from './item-words.ts';
export * from './material.ts';
export * from './picture.ts';
export * from './read-day.ts';
export * from './suggest.ts';

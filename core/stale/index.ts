export * from './chip.ts';
export * from './find-stale.ts';

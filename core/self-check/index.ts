export * from './build-self-check.ts';
export * from './list-open.ts';
export * from './name-places.ts';
export * from './self-check.ts';

export * from './segment.ts';
export * from './source.ts';

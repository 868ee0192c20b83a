export * from './decision.ts';
export * from './segment.ts';
export * from './source.ts';

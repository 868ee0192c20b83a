export * from './library.ts';
export * from './pack.ts';

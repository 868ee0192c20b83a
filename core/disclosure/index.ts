export * from './disclose.ts';
export * from './hit.ts';

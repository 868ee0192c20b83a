export * from './bridge.ts';
export * from './contract.ts';
export * from './error.ts';
export * from './error-words.ts';
export * from './notice.ts';
export * from './notice-words.ts';
export * from './pack-words.ts';
export * from './shapes.ts';

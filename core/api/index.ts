export * from './bridge.ts';
export * from './contract.ts';
export * from './error.ts';
export * from './notice.ts';

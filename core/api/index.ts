export * from './bridge.ts';
export * from './contract.ts';
export * from './error.ts';
export * from './messages.ts';
export * from './notice.ts';

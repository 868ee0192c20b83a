export * from './apply.ts';
export * from './attachments.ts';
export * from './disclose.ts';
export * from './hit.ts';
export { isBankCard, isIdCard, passesLuhn } from './structures.ts';

export * from './apply.ts';
export * from './plan.ts';
export * from './provenance.ts';
export * from './rename-issuers.ts';
export * from './start.ts';
export type { KeepReason } from './year-phrases.ts';
export * from './years.ts';

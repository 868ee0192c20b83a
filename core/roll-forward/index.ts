export * from './apply.ts';
export * from './link-to-base.ts';
export * from './match-blocks.ts';
export type { AskReason, KeepReason, Mention, MoveReason } from './mention.ts';
export * from './plan.ts';
export * from './provenance.ts';
export * from './rename-issuers.ts';
export * from './shares.ts';
export * from './start.ts';

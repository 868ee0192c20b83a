export { type Confidence, confidenceSchema } from './fields.ts';
export { fillOutlinePattern, fitChecklist, unknownOutline } from './fit-checklist.ts';
export * from './kind-of.ts';
export * from './library.ts';
export * from './notices.ts';
export * from './pack.ts';
export * from './parse.ts';
export * from './rules-pack.ts';
export * from './wording.ts';

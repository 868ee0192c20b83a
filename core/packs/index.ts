export * from './blanks.ts';
export { weighPack } from './check-pack.ts';
export type { PackNotice } from './check-references.ts';
export * from './checklist-pack.ts';
export * from './cited-documents.ts';
export * from './disclosure-pack.ts';
export * from './documents-pack.ts';
export * from './fault.ts';
export {
  type Confidence,
  confidenceSchema,
  isInYears,
  packFormat,
  type Years,
} from './fields.ts';
export { fillOutlinePattern, fitChecklist, unknownOutline } from './fit-checklist.ts';
export * from './kind-of.ts';
export { type LayoutPack, layoutPackSchema, toProfile } from './layout-pack.ts';
export * from './library.ts';
export * from './notices.ts';
export * from './office-pack.ts';
export * from './outline-pack.ts';
export * from './pack.ts';
export { countPieces, listPatterns, yearsOf } from './pack-pieces.ts';
export * from './parse.ts';
export * from './rules-pack.ts';
export {
  countPatternWays,
  isSafePattern,
  mostPackWeight,
  mostPatternWays,
} from './safe-pattern.ts';
export * from './template-pack.ts';
export * from './units.ts';
export * from './units-pack.ts';
export * from './untold-words.ts';
export * from './word-patterns.ts';
export * from './wording.ts';

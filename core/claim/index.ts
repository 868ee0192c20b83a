export type { Claim, ClaimWording } from './claim.ts';
export { setIssuers, setWords, setYear } from './edit.ts';
export * from './history.ts';
export {
  canSplit,
  findLineAt,
  headingFromSource,
  mergeLines,
  type SourceSelection,
  setRunIn,
  splitLine,
} from './join.ts';
export {
  canBe,
  discardLines,
  type LineIds,
  lowerLines,
  raiseLines,
  setKind,
  setRole,
} from './levels.ts';
export * from './line.ts';
export { listSubtree, moveLines } from './move.ts';
export { openClaim } from './open.ts';
export { restoreLines } from './restore.ts';
export { sourceText } from './spans.ts';
export { findImpliedHeading, kindOfPart, toReport } from './to-report.ts';

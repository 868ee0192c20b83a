export type {
  CellChange,
  ChangeCounts,
  ChangeState,
  LineChange,
  ReportChange,
  RowChange,
  RunChange,
  TableChange,
} from './change.ts';
export { composePlain, listChanges } from './list-changes.ts';
export { countChanges, describeCounts, type PrintedText, readPrinted, readSide } from './sides.ts';

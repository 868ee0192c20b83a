export {
  askOffice,
  buildForms,
  type FormRequest,
  findLedgerValue,
  listUnasked,
} from './build-forms.ts';
export * from './form.ts';
export { bookmarkToTag, formatBookmark, formatMark, parseMark } from './mark.ts';
export { type FigureCell, readFigure } from './read-figure.ts';
export { type FormSources, readForm } from './read-form.ts';
export { type FormBlock, type FormCell, plainWords } from './rows.ts';
export {
  composeSheet,
  type FormMark,
  figureColumns,
  figureLabels,
  formatFigure,
  labels,
  nameFormFile,
  nameSheet,
  type SheetCell,
  type SheetItem,
  type SheetRow,
  sheetColumns,
} from './sheet.ts';

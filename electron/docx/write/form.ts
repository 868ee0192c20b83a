import {
  type CollectionForm,
  composeSheet,
  type FormMark,
  type FormNote,
  formatBookmark,
  formatMark,
  nameSheet,
  type SheetCell,
  type SheetItem,
  type SheetRow,
} from '../../../core/forms/index.ts';
import { type FaceProfile, mm, mmToTwip, pageTwip } from '../../../core/layout/index.ts';
import { cleanText } from './clean.ts';
import { findShell, packDocx } from './pack.ts';
import { styleOfLine, tableStyles } from './style-names.ts';
import { emptyElement, escapeXml } from './xml.ts';

/** Narrower than a report's: a form is filled in, not filed. */
const margins = { top: mmToTwip(mm(22)), side: mmToTwip(mm(20)), bottom: mmToTwip(mm(22)) };

/** Widths of the six columns, in twips: label, rest of a name, unit, this year, last year, note. */
const columns = fitColumns([1200, 1950, 950, 1400, 1300]);
const labelFill = 'F1F1EE';
/** Room to write in, in twips. */
const heights: Readonly<Record<SheetRow['kind'], number>> = {
  head: 380,
  line: 360,
  answer: 1000,
  short: 560,
};
/** 五号: a form is read on paper at arm's length, and shall not be a book. */
const textHalfPoints = 21;
const pitch = emptyElement('w:spacing', { 'w:line': 320, 'w:lineRule': 'exact' });
const titleHalfPoints = 36;

function fitColumns(first: readonly number[]): readonly number[] {
  const width = pageTwip.width - 2 * margins.side;
  return [...first, width - first.reduce((sum, column) => sum + column, 0)];
}

const ids = {
  question: '题目',
  answer: '填写',
  figure: '数据',
  department: '部门',
  year: '年度',
  last: '上年',
  note: '提示',
} as const;

/** Counts content controls: each needs a number of its own. */
type NextId = () => number;

function writeSize(halfPoints: number): string {
  return ['w:sz', 'w:szCs'].map((name) => emptyElement(name, { 'w:val': halfPoints })).join('');
}

function writeRuns(text: string, halfPoints = textHalfPoints): string {
  if (text === '') return '';
  const look = `<w:rPr><w:rFonts w:hint="eastAsia"/>${writeSize(halfPoints)}</w:rPr>`;
  const lines = cleanText(text).split('\n');
  const written = lines.map(
    (line) => `<w:r>${look}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`,
  );
  return written.join('<w:r><w:br/></w:r>');
}

/** Printed words with the marks by which they are known again: Word keeps the control, others the bookmark. The places to fill are plain cells. */
function writeMarked({ text, mark }: SheetCell, nextId: NextId): string {
  if (text === '' || mark === null) return writeRuns(text);
  const name = formatBookmark(mark);
  const id = nextId();
  const words = writeControl(text, mark, nextId);
  if (name === null) return words;
  const start = emptyElement('w:bookmarkStart', { 'w:id': id, 'w:name': name });
  return `${start}${words}${emptyElement('w:bookmarkEnd', { 'w:id': id })}`;
}

function writeControl(text: string, mark: FormMark, nextId: NextId): string {
  const tag = formatMark(mark);
  if (tag === null) return writeRuns(text);
  const properties = [
    emptyElement('w:alias', { 'w:val': ids[mark.kind] }),
    emptyElement('w:tag', { 'w:val': cleanText(tag) }),
    emptyElement('w:id', { 'w:val': nextId() }),
  ];
  return `<w:sdt><w:sdtPr>${properties.join('')}</w:sdtPr><w:sdtContent>${writeRuns(text)}</w:sdtContent></w:sdt>`;
}

function writeParagraph(style: string, content: string, more = ''): string {
  return `<w:p><w:pPr>${emptyElement('w:pStyle', { 'w:val': style })}${more}</w:pPr>${content}</w:p>`;
}

function alignOf({ look, span, text }: SheetCell): string {
  const isShort = span === 1 && text.length <= 8;
  return emptyElement('w:jc', {
    'w:val': look === 'label' || (isShort && look === 'text') ? 'center' : 'left',
  });
}

function writeCell(
  cell: SheetCell,
  at: number,
  row: SheetRow,
  keep: boolean,
  nextId: NextId,
): string {
  const width = columns.slice(at, at + cell.span).reduce((sum, column) => sum + column, 0);
  const isWritable = cell.look === 'fill' && (row.kind === 'answer' || row.kind === 'short');
  const properties = [
    emptyElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    cell.span > 1 ? emptyElement('w:gridSpan', { 'w:val': cell.span }) : '',
    cell.look === 'label'
      ? emptyElement('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': labelFill })
      : '',
    emptyElement('w:vAlign', { 'w:val': isWritable ? 'top' : 'center' }),
  ];
  const style = cell.look === 'strong' ? tableStyles.head : tableStyles.text;
  // what is typed into an empty cell takes the look of its paragraph
  const typed = `<w:rPr>${writeSize(textHalfPoints)}</w:rPr>`;
  const more = [keep ? emptyElement('w:keepNext') : '', pitch, alignOf(cell), typed].join('');
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${writeParagraph(style, writeMarked(cell, nextId), more)}</w:tc>`;
}

function writeRow(row: SheetRow, keep: boolean, nextId: NextId): string {
  const isWritable = row.kind === 'answer' || row.kind === 'short';
  // a long answer may run on to the next page
  const whole = isWritable ? '' : '<w:cantSplit/>';
  let at = 0;
  const cells = row.cells.map((cell) => {
    const written = writeCell(cell, at, row, keep, nextId);
    at += cell.span;
    return written;
  });
  const size = emptyElement('w:trHeight', { 'w:val': heights[row.kind], 'w:hRule': 'atLeast' });
  return `<w:tr><w:trPr>${whole}${size}</w:trPr>${cells.join('')}</w:tr>`;
}

function writeTable({ rows }: Extract<SheetItem, { type: 'table' }>, nextId: NextId): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) =>
    emptyElement(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '555555' }),
  );
  const width = columns.reduce((sum, column) => sum + column, 0);
  const properties = [
    emptyElement('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    emptyElement('w:jc', { 'w:val': 'center' }),
    `<w:tblBorders>${edges.join('')}</w:tblBorders>`,
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
  ];
  const grid = columns.map((column) => emptyElement('w:gridCol', { 'w:w': column }));
  // a question stands with its figures on one page where it can
  const written = rows.map((row, index) => writeRow(row, index < rows.length - 1, nextId));
  return `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${written.join('')}</w:tbl>`;
}

/** Two tables without a paragraph between them would become one. */
const gap = writeParagraph(
  tableStyles.text,
  '',
  emptyElement('w:spacing', { 'w:line': 200, 'w:lineRule': 'exact' }),
);

function writeLine({ look, text }: Extract<SheetItem, { type: 'line' }>): string {
  if (look === 'title') {
    const runs = writeRuns(text, titleHalfPoints);
    const room = emptyElement('w:spacing', {
      'w:after': 200,
      'w:line': 560,
      'w:lineRule': 'exact',
    });
    return writeParagraph(styleOfLine.title, runs, room);
  }
  const room = emptyElement('w:spacing', { 'w:before': 160, 'w:after': 160 });
  return writeParagraph(tableStyles.text, writeRuns(text), `<w:keepNext/>${room}`);
}

function writeItems(items: readonly SheetItem[]): string {
  let last = 0;
  const nextId = () => {
    last += 1;
    return last;
  };
  const written = items.map((item, index) => {
    if (item.type === 'line') return writeLine(item);
    const isFollowed = items[index + 1]?.type !== 'line';
    return writeTable(item, nextId) + (isFollowed ? gap : '');
  });
  return written.join('');
}

/** The page of a report with a form's margins. */
function changeMargins(section: string): string {
  const { top, side, bottom } = margins;
  return section
    .replace(/w:top="[^"]*"/u, `w:top="${top}"`)
    .replace(/w:bottom="[^"]*"/u, `w:bottom="${bottom}"`)
    .replace(/w:left="[^"]*"/u, `w:left="${side}"`)
    .replace(/w:right="[^"]*"/u, `w:right="${side}"`)
    .replace(/w:footer="[^"]*"/u, 'w:footer="700"');
}

/**
 * Writes one office's form as a .docx: A4, a table for each question with room for the answer and
 * rows for its figures. Questions, figures, office and year carry content controls, by whose tags a
 * filled form is read back. The same form and note give the same bytes.
 */
export async function writeForm(
  form: CollectionForm,
  note: FormNote,
  profile: FaceProfile = 'gb2312',
): Promise<Uint8Array> {
  const shell = await findShell(profile);
  const body = writeItems(composeSheet(form, note));
  const document = shell.beforeBody + body + changeMargins(shell.afterBody);
  return packDocx(shell, { title: cleanText(nameSheet(form)), document });
}

import type { StampedSelfCheck } from '../../../../core/api/index.ts';
import { type FaceProfile, faceProfiles, pageTwip } from '../../../../core/layout/index.ts';
import type { SelfCheck } from '../../../../core/self-check/index.ts';
import { cleanText } from '../clean.ts';
import { findShell, packDocx } from '../pack.ts';
import { emptyElement, escapeXml } from '../xml.ts';
import { listSheetRows } from './sheet-rows.ts';
import { CELL_MARGINS, chooseSize } from './sheet-size.ts';
import { addSheetStyles, lineHeights, sheetStyles } from './sheet-styles.ts';

/** Margins of the sheet on all sides, 12.7 mm in twips: it is a working paper, not the report. */
const MARGIN = 720;
const textWidth = pageTwip.width - 2 * MARGIN;
const textHeight = pageTwip.height - 2 * MARGIN;
/** Widths of 序号, 必答事项、依据与说明, 情况, 所在位置. */
const columns = [520, textWidth - 520 - 1160 - 1640, 1160, 1640] as const;
/** Kept free at the foot, in twips: faces differ a little in height. */
const SLACK = 300;
/** Letters of the mark shown where people compare by eye. */
const SHOWN_MARK = 16;

function writeParagraph(style: string, text: string, properties = ''): string {
  const clean = escapeXml(cleanText(text));
  return `<w:p><w:pPr>${emptyElement('w:pStyle', { 'w:val': style })}${properties}</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${clean}</w:t></w:r></w:p>`;
}

function writeCell(text: string, at: number, isHead: boolean): string {
  const size = emptyElement('w:tcW', { 'w:w': columns[at] ?? 0, 'w:type': 'dxa' });
  const isCentred = at !== 1;
  const centre = isCentred ? emptyElement('w:jc', { 'w:val': 'center' }) : '';
  const paragraph = writeParagraph(isHead ? sheetStyles.head : sheetStyles.cell, text, centre);
  return `<w:tc><w:tcPr>${size}<w:vAlign w:val="center"/></w:tcPr>${paragraph}</w:tc>`;
}

function writeRow(row: readonly string[], index: number): string {
  const head = index === 0 ? emptyElement('w:tblHeader') : '';
  const cells = columns.map((_, at) => writeCell(row[at] ?? '', at, index === 0));
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
}

function writeTable(rows: readonly (readonly string[])[]): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) =>
    emptyElement(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
  );
  const side = { 'w:w': CELL_MARGINS / 2, 'w:type': 'dxa' };
  return [
    '<w:tbl><w:tblPr>',
    emptyElement('w:tblW', { 'w:w': textWidth, 'w:type': 'dxa' }),
    emptyElement('w:jc', { 'w:val': 'center' }),
    `<w:tblBorders>${edges.join('')}</w:tblBorders>`,
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
    `<w:tblCellMar>${emptyElement('w:left', side)}${emptyElement('w:right', side)}</w:tblCellMar>`,
    '</w:tblPr><w:tblGrid>',
    ...columns.map((width) => emptyElement('w:gridCol', { 'w:w': width })),
    '</w:tblGrid>',
    ...rows.map(writeRow),
    '</w:tbl>',
  ].join('');
}

/** 2026-01-16 → 2026年1月16日. */
function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function nameSheet({ unit, year }: SelfCheck): string {
  return `${unit}${year}年度法治政府建设年度报告自查表`;
}

function sayOutline({ outline, outlineIsCurrent }: SelfCheck): string {
  return outlineIsCurrent ? `《${outline}》` : `《${outline}》（适用本年度的新纲要尚未收入）`;
}

function sayOpen({ open, rows, settled }: SelfCheck): string {
  const points = open.map(({ text }) => text).join('、') || '无';
  return `必答 ${rows.length} 项，已有着落 ${settled} 项。未了事项：${points}。`;
}

interface Line {
  readonly style: string;
  readonly text: string;
  /** Twips, with room for a second line where the words may need one. */
  readonly height: number;
}

function lineOf(kind: keyof typeof lineHeights, text: string, lettersPerLine: number): Line {
  const lines = Math.max(1, Math.ceil(text.length / lettersPerLine));
  return { style: sheetStyles[kind], text, height: lineHeights[kind] * lines };
}

function listLinesBefore({ sheet, hash, date }: StampedSelfCheck): readonly Line[] {
  const mark = hash.slice(0, SHOWN_MARK);
  return [
    lineOf('title', nameSheet(sheet), 32),
    lineOf('line', `报告：${sheet.title || '（未写标题）'}`, 54),
    lineOf('line', `依据：${sayOutline(sheet)}`, 54),
    lineOf('line', `自查日期：${sayDate(date)}　　正文校验码：${mark}`, 54),
    lineOf('verdict', `结论：${sheet.verdict}`, 51),
    lineOf('line', sayOpen(sheet), 54),
  ];
}

function listLinesBehind({ sheet, hash, packMark = hash }: StampedSelfCheck): readonly Line[] {
  const signing = `填表人：${'＿'.repeat(10)}　　审核人：${'＿'.repeat(10)}　　日期：${'＿'.repeat(8)}`;
  return [
    { ...lineOf('line', signing, 60), height: lineHeights.line * 2 },
    ...(sheet.rows.some(({ isUnconfirmed }) => isUnconfirmed)
      ? [lineOf('fine', '带 * 的依据，出处待核对。', 80)]
      : []),
    lineOf('fine', `正文校验码全文（报告正文与结构的 SHA-256，内容不变则不变）：${hash}`, 80),
    ...(packMark === hash
      ? []
      : [
          lineOf('fine', `同套材料共用的公开内容校验码（公开版有替换，与上不同）：${packMark}`, 80),
        ]),
  ];
}

const writeLines = (lines: readonly Line[], properties = '') =>
  lines.map(({ style, text }) => writeParagraph(style, text, properties)).join('');

/** The section of the sheet: A4, narrow margins, neither page number nor grid. */
function writeSection(): string {
  const side = (name: string) => [`w:${name}`, MARGIN] as const;
  const margins = Object.fromEntries(['top', 'right', 'bottom', 'left'].map(side));
  const { width, height } = pageTwip;
  return [
    '<w:sectPr>',
    emptyElement('w:pgSz', { 'w:w': width, 'w:h': height }),
    emptyElement('w:pgMar', { ...margins, 'w:header': 400, 'w:footer': 400, 'w:gutter': 0 }),
    '</w:sectPr></w:body></w:document>',
  ].join('');
}

/** How a sheet is written. */
export interface SheetSetting {
  readonly faces: FaceProfile;
  /** What it carries as its identifier; the draft's mark if absent. */
  readonly mark?: string;
}

/**
 * The self-check sheet as a .docx: one A4 page in the largest type that fits, from 10.5 down to
 * 6.5 pt; where even that does not fit it runs on in 9 pt with its head repeated.
 */
export async function writeSelfCheck(
  stamped: StampedSelfCheck,
  { faces, mark = stamped.hash }: SheetSetting,
): Promise<Uint8Array> {
  const shell = await findShell(faces);
  const rows = listSheetRows(stamped.sheet);
  const [before, behind] = [listLinesBefore(stamped), listLinesBehind(stamped)];
  const around = [...before, ...behind].reduce((sum, { height }) => sum + height, 0);
  const height = textHeight - around - SLACK;
  const size = chooseSize({ rows, columns }, height);
  const first = emptyElement('w:spacing', { 'w:before': lineHeights.line });
  const document = [
    shell.beforeBody,
    writeLines(before),
    writeTable(rows),
    writeLines(behind.slice(0, 1), first),
    writeLines(behind.slice(1)),
    writeSection(),
  ].join('');
  const parts = addSheetStyles(shell, faceProfiles[faces], size);
  const title = nameSheet(stamped.sheet);
  return packDocx({ parts }, { title, document, mark });
}

import { pt, twip } from '../../../core/layout/index.ts';
import type { Page, PageLine } from '../../../core/paginate/index.ts';
import type {
  PrintedBlock,
  PrintedBorder,
  PrintedDocument,
  PrintedParagraph,
  PrintedRow,
  PrintedRun,
  PrintedSection,
  PrintedTable,
} from '../../../core/printed/index.ts';

/** What a hanzi of these runs takes up on a line, and a line on its page. */
export const CELL = 315;
export const PITCH = 579;
export const TEXT = { left: 1588, width: 8844, top: 2098, bottom: 16838 - 1984 } as const;

/** A run of 3号 仿宋. */
export function run(text: string, more: Partial<PrintedRun> = {}): PrintedRun {
  return {
    text,
    face: '仿宋_GB2312',
    latinFace: '仿宋_GB2312',
    hintsChinese: true,
    size: pt(16),
    bold: false,
    italic: false,
    underlined: false,
    color: '000000',
    spacing: twip(-5),
    hidden: false,
    revision: null,
    field: null,
    ...more,
  };
}

/** A paragraph of the text: both edges, no indent, on the grid. */
export function paragraph(
  text: string | readonly PrintedRun[],
  more: Partial<PrintedParagraph> = {},
): PrintedParagraph {
  return {
    type: 'paragraph',
    styleId: 'BodyText',
    styleName: 'body text',
    outlineLevel: null,
    label: '',
    runs: typeof text === 'string' ? [run(text)] : text,
    align: 'both',
    indent: { left: twip(0), right: twip(0), first: twip(0) },
    pitch: { rule: 'auto', value: 240 },
    spaceBefore: twip(0),
    spaceAfter: twip(0),
    snapsToGrid: true,
    keepNext: false,
    keepLines: false,
    widowControl: false,
    pageBreakBefore: false,
    kinsoku: true,
    hangsMarks: true,
    autoSpace: { letters: false, digits: false },
    borders: { top: null, bottom: null, between: null },
    frame: null,
    ...more,
  };
}

/** A paragraph of `count` full lines of hanzi. */
export function linesOf(count: number, more: Partial<PrintedParagraph> = {}): PrintedParagraph {
  return paragraph('法'.repeat(28 * count), more);
}

export const rule: PrintedBorder = { style: 'single', width: pt(0.5), color: '000000' };

/** A row of cells, each a paragraph on an exact 400. */
export function row(texts: readonly string[], more: Partial<PrintedRow> = {}): PrintedRow {
  return {
    isHeader: false,
    cantSplit: true,
    height: twip(480),
    heightRule: 'atLeast',
    cells: texts.map((text) => ({
      span: 1,
      isContinued: false,
      width: twip(0),
      paragraphs: [
        paragraph(text, {
          pitch: { rule: 'exact', value: 400 },
          snapsToGrid: false,
          align: 'left',
        }),
      ],
    })),
    ...more,
  };
}

export function table(
  rows: readonly PrintedRow[],
  columns: readonly number[],
  more: Partial<PrintedTable> = {},
): PrintedTable {
  return {
    type: 'table',
    columns: columns.map(twip),
    layout: 'fixed',
    align: 'center',
    borders: { outer: rule, inner: rule },
    rows,
    ...more,
  };
}

/** A section on the standard's page. */
export function section(
  blocks: readonly PrintedBlock[],
  more: Partial<PrintedSection> = {},
): PrintedSection {
  const none = { default: null, even: null, first: null } as const;
  return {
    begins: 'nextPage',
    paper: { width: twip(11906), height: twip(16838) },
    margins: {
      top: twip(2098),
      bottom: twip(1984),
      left: twip(1588),
      right: twip(1474),
      header: twip(851),
      footer: twip(1430),
    },
    grid: { type: 'lines', linePitch: twip(PITCH), charSpace: 0 },
    hasFirstPage: false,
    headers: none,
    footers: none,
    blocks,
    ...more,
  };
}

export function printed(
  sections: readonly PrintedSection[],
  more: Partial<PrintedDocument> = {},
): PrintedDocument {
  return {
    sections,
    evenAndOdd: false,
    metadata: {
      title: '',
      creator: '',
      lastModifiedBy: '',
      company: '',
      manager: '',
      application: '',
      identifier: '',
      custom: [],
    },
    comments: 0,
    revisions: 0,
    hiddenRuns: 0,
    bookmarks: [],
    themeFaces: [],
    language: 'zh-CN',
    hasMacros: false,
    faults: [],
    ...more,
  };
}

/** The words of a line. */
export function wordsOf(line: PageLine | undefined): string {
  return line?.spans.map(({ text }) => text).join('') ?? '';
}

/** The words of every line of every page. */
export function wordsOfPages(pages: readonly Page[]): readonly (readonly string[])[] {
  return pages.map(({ lines }) => lines.map(wordsOf));
}

/** Right edge of a line's words. */
export function rightOf(line: PageLine | undefined): number {
  return Math.max(0, ...(line?.spans.map(({ x, width }) => x + width) ?? []));
}

import type { Page, PageLine } from '../../../core/paginate/index.ts';
import type { PrintedLine, PrintedPage } from './measure.ts';

/** How far calculated pages agree with rendered ones. */
export interface Agreement {
  readonly pages: { readonly calculated: number; readonly rendered: number };
  /** Pages that hold the same text. */
  readonly samePages: number;
  readonly lines: number;
  /** Lines that hold the same text at the same place of the same page. */
  readonly sameLines: number;
  /** Largest departure of a line of text from where its face has its lines, in millimetres. */
  readonly worstDown: number;
  /** How far each face has its lines from the calculated ones: its own height in the line. */
  readonly shifts: Readonly<Record<string, number>>;
  /** Largest departure of a line's left edge, in millimetres. */
  readonly worstLeft: number;
  /** Largest departure of the page number, across and down, in millimetres. */
  readonly worstNumber: number;
  readonly different: readonly string[];
}

const TWIPS_PER_MM = 1440 / 25.4;
const SAME_LINE = 160;
/** pdftotext takes 0.95 of the size for what stands above the baseline, for want of the face's word. */
const ABOVE = 0.95;
const MM_PER_POINT = 25.4 / 72;

interface Row {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Top of the box that pdftotext draws round the line. */
  readonly top: number;
  readonly middle: number;
  /** Faces and sizes on it, and its height, which decide where LibreOffice has its baseline. */
  readonly faces: string;
}

function toRow(lines: readonly PageLine[]): Row {
  const all = lines.flatMap((line) => line.spans).filter(({ text }) => text.trim() !== '');
  const spans = all.toSorted((a, b) => a.x - b.x);
  const size = Math.max(...spans.map((span) => span.size));
  const baseline = (lines[0]?.baseline ?? 0) / TWIPS_PER_MM;
  const top = baseline - ABOVE * size * MM_PER_POINT;
  const faces = new Set(spans.map((span) => `${span.face} ${span.size}`));
  return {
    text: spans
      .map((span) => span.text)
      .join('')
      .replaceAll(/\s/gu, ''),
    left: Math.min(...spans.map((span) => span.x)) / TWIPS_PER_MM,
    right: Math.max(...spans.map((span) => span.x + span.width)) / TWIPS_PER_MM,
    top,
    middle: top + 0.65 * size * MM_PER_POINT,
    faces: `${[...faces].toSorted().join(', ')} in ${lines[0]?.height ?? 0}`,
  };
}

/** Lines of a page by their baselines, as pdftotext tells them: cells beside each other are one line. */
function listRows(lines: readonly PageLine[]): readonly Row[] {
  const groups: PageLine[][] = [];
  const seen = lines.filter((line) => line.spans.some(({ text }) => text.trim() !== ''));
  for (const line of seen.toSorted((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && line.baseline - first.baseline < SAME_LINE) group.push(line);
    else groups.push([line]);
  }
  return groups.map(toRow);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Pair {
  readonly row: Row;
  readonly line: PrintedLine;
}

/** Pairs equal lines in their order. */
function pairLines(rows: readonly Row[], lines: readonly PrintedLine[]): readonly Pair[] {
  let from = 0;
  return lines.flatMap((line) => {
    const at = rows.findIndex((row, index) => index >= from && row.text === line.text);
    const row = rows[at];
    if (!row) return [];
    from = at + 1;
    return [{ row, line }];
  });
}

function compareNumber(page: Page, rendered: PrintedPage): number {
  const [row] = listRows(page.edges);
  const { number } = rendered;
  if (!row || !number) return row || number ? Number.POSITIVE_INFINITY : 0;
  const across = Math.min(Math.abs(row.left - number.left), Math.abs(row.right - number.right));
  return Math.max(across, Math.abs(row.middle - (number.top + number.bottom) / 2));
}

function findShifts(pairs: readonly Pair[]): Readonly<Record<string, number>> {
  const faces = Map.groupBy(pairs, ({ row }) => row.faces);
  return Object.fromEntries(
    [...faces].map(([face, those]) => [
      face,
      median(those.map(({ row, line }) => row.top - line.top)),
    ]),
  );
}

/** Holds calculated pages against rendered ones, line by line. */
export function measureAgreement(
  calculated: readonly Page[],
  rendered: readonly PrintedPage[],
): Agreement {
  const pages = rendered.map((page, index) => {
    const rows = listRows(calculated[index]?.lines ?? []);
    const pairs = pairLines(rows, page.lines);
    const isSame =
      rows.map(({ text }) => text).join('') === page.lines.map(({ text }) => text).join('');
    const paired = new Set(pairs.map(({ line }) => line));
    const different = page.lines.filter((line) => !paired.has(line)).map(({ text }) => text);
    return { pairs, isSame, different, count: page.lines.length };
  });
  const pairs = pages.flatMap((page) => page.pairs);
  const shifts = findShifts(pairs);
  const most = (values: readonly number[]) => Math.max(0, ...values.map(Math.abs));
  return {
    pages: { calculated: calculated.length, rendered: rendered.length },
    samePages: pages.filter(({ isSame }) => isSame).length,
    lines: pages.reduce((sum, { count }) => sum + count, 0),
    sameLines: pairs.length,
    worstDown: most(pairs.map(({ row, line }) => row.top - line.top - (shifts[row.faces] ?? 0))),
    shifts,
    worstLeft: most(pairs.map(({ row, line }) => row.left - line.left)),
    worstNumber: most(
      rendered.map((page, index) => {
        const own = calculated[index];
        return own ? compareNumber(own, page) : Number.POSITIVE_INFINITY;
      }),
    ),
    different: pages.flatMap((page) => page.different),
  };
}

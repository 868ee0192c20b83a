import { beforeAll, describe, expect, test } from 'vitest';
import {
  CHARACTER_CELL,
  CHARACTERS_PER_LINE,
  LINE_PITCH,
  layoutSignature,
  marginsMm,
  twip,
  twipToMm,
} from '../../../../core/layout/index.ts';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  emptyClosing,
  type Report,
} from '../../../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';
import { measurePdf, type PrintedLine, type PrintedPage } from '../../../support/render/measure.ts';
import {
  findRenderLack,
  listPdfFaces,
  renderPdf,
  renderPdfs,
} from '../../../support/render/render.ts';
import { LINES_PER_PAGE, textBlockMm } from '../../../support/render/text-block.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from './package.ts';

const lack = findRenderLack();
if (lack) console.warn(`The printed page is not measured: ${lack}`);

const createId = createCountingIds();
const cellMm = twipToMm(CHARACTER_CELL);

async function printAll(...reports: Report[]): Promise<readonly (readonly PrintedPage[])[]> {
  const pdfs = await renderPdfs(await Promise.all(reports.map(write)));
  return Promise.all(pdfs.map(measurePdf));
}

/** Where a line begins, from the left edge of the text block, in millimetres. */
function fromLeft(line: PrintedLine | undefined): number {
  return (line?.left ?? 0) - marginsMm.left;
}

/** Signed hanzi in paragraphs of six full lines at most: 26 and 28 hanzi a line. */
function buildSigned(
  lines: number,
  unit = '云溪县青石镇人民政府',
  signedDate = '2026-02-05',
): Report {
  const text = '法治政府建设年度'.repeat(21);
  const paragraphs = Array.from({ length: Math.ceil(lines / 6) }, (_, index) =>
    buildParagraph(createId, text.slice(0, Math.min(6, lines - 6 * index) * 28 - 2)),
  );
  return buildReport(2025, {
    title: '2025年法治政府建设年度报告',
    preamble: paragraphs,
    closing: { ...emptyClosing, signature: [unit], signedDate },
  });
}

describe.skipIf(lack !== null)('the printed page', () => {
  let long: readonly PrintedPage[] = [];
  let hanzi: readonly PrintedPage[] = [];
  beforeAll(async () => {
    [long = [], hanzi = []] = await printAll(buildLongReport(9000), buildSigned(6));
  });

  test('is A4', () => {
    for (const page of long) {
      expect(page.width).toBeCloseTo(210, 0);
      expect(page.height).toBeCloseTo(297, 0);
    }
  });

  test('has 22 lines wherever it is full', () => {
    const full = long.slice(1, -2);
    expect(full.length).toBeGreaterThan(10);
    expect(full.map((page) => page.lines.length)).toEqual(full.map(() => LINES_PER_PAGE));
  });

  test('keeps its margins within half a millimetre', () => {
    for (const page of long.slice(1, -2)) {
      const left = Math.min(...page.lines.map((line) => line.left));
      const right = Math.max(...page.lines.map((line) => line.right));
      // a word's box ends with its line; 22 lines are 0.3 mm less high than the text block
      const pitch = twipToMm(LINE_PITCH);
      const top = (page.lines[0]?.bottom ?? 0) - pitch;
      const bottom = (page.lines.at(-1)?.bottom ?? 0) + textBlockMm.height - LINES_PER_PAGE * pitch;
      expect(Math.abs(left - marginsMm.left)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(page.width - right - marginsMm.right)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(top - marginsMm.top)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(page.height - bottom - marginsMm.bottom)).toBeLessThanOrEqual(0.5);
    }
  });

  test('has its number 7 mm under the text, right on odd pages and left on even ones', () => {
    for (const [index, { number, width }] of long.entries()) {
      expect(number?.text).toBe(`—${index + 1}—`);
      if (!number) continue;
      const below = (number.top + number.bottom) / 2 - marginsMm.top - textBlockMm.height;
      expect(Math.abs(below - 7)).toBeLessThanOrEqual(1);
      const indent =
        index % 2 === 0 ? width - marginsMm.right - number.right : number.left - marginsMm.left;
      expect(Math.abs(indent - twipToMm(twip(280)))).toBeLessThanOrEqual(0.5);
    }
  });

  test('has 28 hanzi in a full line and 26 in the first of a paragraph', () => {
    const lines = (hanzi[0]?.lines ?? []).slice(1, 7).map((line) => [...line.text].length);
    const full = CHARACTERS_PER_LINE;
    expect(lines).toEqual([full - 2, full, full, full, full, full]);
  });

  test('holds no number broken between two digits', () => {
    const lines = long.flatMap((page) => page.lines.map((line) => line.text));
    const broken = lines.filter(
      (line, index) => /\d$/u.test(line) && /^\d/u.test(lines[index + 1] ?? ''),
    );
    expect(broken).toEqual([]);
  });

  test('is set in the faces of the standard', async () => {
    const faces = await listPdfFaces(await renderPdf(await write(buildVariedReport())));
    expect(new Set(faces).size).toBe(5);
  });
});

describe.skipIf(lack !== null)('the printed signature', () => {
  let short: readonly PrintedPage[] = [];
  let longDate: readonly PrintedPage[] = [];
  let sealed: readonly PrintedPage[] = [];
  let atPageEnd: readonly (readonly PrintedPage[])[] = [];
  beforeAll(async () => {
    const facts = { ...plainWriting.facts, sealed: true };
    const pressed = await writeDocx(buildSigned(3), { ...plainWriting, facts });
    sealed = await measurePdf(await renderPdf(pressed.bytes));
    [short = [], longDate = [], ...atPageEnd] = await printAll(
      buildSigned(3),
      buildSigned(3, '青石镇', '2025-12-31'),
      ...[16, 17, 18, 19, 20, 21, 22].map((lines) => buildSigned(lines)),
    );
  });

  test('has its unit end two characters before the edge and its date begin two right of it', () => {
    const [unit, date] = (short[0]?.lines ?? []).slice(-2);
    expect([unit?.text, date?.text]).toEqual(['云溪县青石镇人民政府', '2026年2月5日']);
    const edge = marginsMm.left + textBlockMm.width;
    expect(Math.abs(edge - (unit?.right ?? 0) - 2 * cellMm)).toBeLessThanOrEqual(0.5);
    expect(Math.abs((date?.left ?? 0) - (unit?.left ?? 0) - 2 * cellMm)).toBeLessThanOrEqual(0.5);
  });

  test('has a blank line above it', () => {
    const [text, unit] = (short[0]?.lines ?? []).slice(-3);
    expect((unit?.top ?? 0) - (text?.top ?? 0)).toBeCloseTo(2 * twipToMm(LINE_PITCH), 0);
  });

  test('moves left with a date that is longer, which ends two characters before the edge', () => {
    const [unit, date] = (longDate[0]?.lines ?? []).slice(-2);
    const { units } = layoutSignature(['青石镇'], '2025-12-31');
    // the beginning of the date is not compared: LibreOffice 7.4 adds a fifth of an em wherever
    // digits meet hanzi, whatever autoSpaceDN says
    expect(fromLeft(unit)).toBeCloseTo(twipToMm(units[0]?.start ?? twip(0)), 0);
    const edge = marginsMm.left + textBlockMm.width;
    expect(Math.abs(edge - (date?.right ?? 0) - 2 * cellMm)).toBeLessThanOrEqual(0.5);
  });

  test('has its date end four characters before the edge where it is sealed', () => {
    const [unit, date] = (sealed[0]?.lines ?? []).slice(-2);
    const edge = marginsMm.left + textBlockMm.width;
    expect(Math.abs(edge - (date?.right ?? 0) - 4 * cellMm)).toBeLessThanOrEqual(0.5);
    const middle = (line: PrintedLine | undefined) => ((line?.left ?? 0) + (line?.right ?? 0)) / 2;
    // what LibreOffice adds to the date lies on its left: half of five fifths of a letter
    expect(Math.abs(middle(unit) - middle(date))).toBeLessThanOrEqual(0.6 * cellMm);
  });

  test('never has a page to itself, wherever the text ends', () => {
    const ends = atPageEnd.map((pages) => pages.at(-1)?.lines.map((line) => line.text) ?? []);
    expect(new Set(atPageEnd.map((pages) => pages.length))).toEqual(new Set([1, 2]));
    for (const lines of ends) {
      expect(lines.slice(-2)).toEqual(['云溪县青石镇人民政府', '2026年2月5日']);
      expect(lines.length).toBeGreaterThan(2);
    }
  });
});

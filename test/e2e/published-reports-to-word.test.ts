import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFacts, marginsMm, standardLayout } from '../../core/layout/index.ts';
import { createCountingIds, type Report } from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { rollForward } from '../../core/roll-forward/index.ts';
import { plainWriting, type WriteOptions, writeDocx } from '../../electron/docx/write/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { importFile } from '../../electron/services/reading/read-content.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import { readInk } from '../support/render/ink.ts';
import { measurePdf, type PrintedLine, type PrintedPage } from '../support/render/measure.ts';
import { findRenderLack, renderPdfs } from '../support/render/render.ts';
import { textBlockMm } from '../support/render/text-block.ts';
import { findSeeds } from '../support/seeds.ts';

const seeds = findSeeds();
const lack = findRenderLack();
if (lack) console.warn(`pages are not measured: ${lack}`);

/** The published report rolled to the next year. */
async function roll(path: string, packs: readonly Pack[]): Promise<Report> {
  const createId = createCountingIds('s');
  const read = await importFile('上年.txt', readFileSync(path), {
    createId,
    packs,
    fallbackYear: 2025,
  });
  if (!read.ok) throw new Error(read.error.code);
  const toYear = read.value.report.year + 1;
  return rollForward(read.value.report, {
    toYear,
    baseId: 'base',
    createId,
    packs: choosePacks(packs, toYear),
  }).report;
}

const official: Partial<WriteOptions> = {
  layout: standardLayout('official'),
  facts: {
    ...emptyFacts,
    mark: '青石镇人民政府文件',
    number: '青政〔2026〕3号',
    signers: ['李明'],
    copiesTo: ['云岭县委办公室', '县司法局'],
    printedBy: '青石镇党政综合办公室',
    printedOn: '2026-01-16',
  },
};

/** Lines that fill the text block with full-width signs only; marks that may not begin a line vary them. */
const isFull = ({ text, left, right }: PrintedLine) =>
  /^[\p{Script=Han}，。、；：？！“”（）《》〈〉—]+$/u.test(text) && left < 29 && right > 182;

interface Written {
  readonly docx: Uint8Array;
  readonly pdf: string;
  readonly pages: readonly PrintedPage[];
}

/** Writes a report in several forms; printed in one go. */
async function writeAll(
  report: Report,
  forms: readonly Partial<WriteOptions>[],
): Promise<readonly Written[]> {
  const files = await Promise.all(
    forms.map(async (form) => (await writeDocx(report, { ...plainWriting, ...form })).bytes),
  );
  const pdfs = lack ? [] : await renderPdfs(files);
  return Promise.all(
    files.map(async (docx, index) => {
      const pdf = pdfs[index];
      return pdf === undefined ? { ...nothing, docx } : { docx, pdf, pages: await measurePdf(pdf) };
    }),
  );
}

const nothing: Written = { docx: new Uint8Array(), pdf: '', pages: [] };

describe.skipIf(seeds.length === 0).each(seeds)(
  'the published report %s, rolled to the next year',
  (path) => {
    let plain = nothing;
    let filed = nothing;
    const all = () => [plain, filed];

    beforeAll(async () => {
      const { packs } = await loadPacks(join(import.meta.dirname, '../../templates'), null);
      const report = await roll(path, packs);
      [plain = nothing, filed = nothing] = await writeAll(report, [{}, official]);
    });

    test('is a valid Open XML document in both forms', async () => {
      for (const { docx } of all()) expect(await listSchemaErrors(docx)).toEqual([]);
    });

    test.skipIf(lack !== null)('has 22 lines on its full pages', () => {
      for (const { pages } of all()) {
        const counts = pages.slice(1, -1).map(({ lines }) => lines.length);
        expect(Math.max(...counts)).toBe(22);
        // a page may end one or two lines early only to keep a heading with its text
        expect(counts.filter((count) => count === 22).length).toBeGreaterThan(counts.length / 2);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(20);
      }
    });

    test.skipIf(lack !== null)('has 28 characters on a full line', () => {
      for (const { pages } of all()) {
        const full = pages
          .flatMap(({ lines }) => lines.filter(isFull))
          .map(({ text }) => text.length);
        expect(full.length).toBeGreaterThan(20);
        expect(full.filter((length) => length < 26 || length > 29)).toEqual([]);
        expect(full.filter((length) => length === 28).length).toBeGreaterThan(full.length / 2);
      }
    });

    test.skipIf(lack !== null)('has its red head and its imprint where they belong', async () => {
      const [first, last] = [
        await readInk(filed.pdf, 1),
        await readInk(filed.pdf, filed.pages.length),
      ];
      expect(Math.abs((first.red?.top ?? 0) - marginsMm.top - 35)).toBeLessThanOrEqual(1);
      const rule = first.rules.find(({ isRed }) => isRed);
      const above = first.bands.findLast(({ bottom }) => bottom < (rule?.top ?? 0));
      expect(Math.abs((rule?.top ?? 0) - (above?.bottom ?? 0) - 4)).toBeLessThanOrEqual(0.5);
      const foot = marginsMm.top + textBlockMm.height;
      expect(Math.abs((last.rules.at(-1)?.bottom ?? 0) - foot)).toBeLessThanOrEqual(1);
      expect(filed.pages[0]?.lines.length).toBeGreaterThan(6);
    });
  },
);

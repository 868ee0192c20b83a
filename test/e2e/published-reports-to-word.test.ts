import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCountingIds } from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { rollForward } from '../../core/roll-forward/index.ts';
import { plainWriting, writeDocx } from '../../electron/docx/write/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { importFile } from '../../electron/services/reading/read-content.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import { measurePdf, type PrintedLine, type PrintedPage } from '../support/render/measure.ts';
import { findRenderLack, renderPdf } from '../support/render/render.ts';
import { findSeeds } from '../support/seeds.ts';

const seeds = findSeeds();
const lack = findRenderLack();
if (lack) console.warn(`pages are not measured: ${lack}`);

/** The published report rolled to the next year, as a .docx. */
async function rollToWord(path: string, packs: readonly Pack[]): Promise<Uint8Array> {
  const createId = createCountingIds('s');
  const read = await importFile('上年.txt', readFileSync(path), {
    createId,
    packs,
    fallbackYear: 2025,
  });
  if (!read.ok) throw new Error(read.error.code);
  const toYear = read.value.report.year + 1;
  const { report } = rollForward(read.value.report, {
    toYear,
    baseId: 'base',
    createId,
    packs: choosePacks(packs, toYear),
  });
  return (await writeDocx(report, plainWriting)).bytes;
}

/** Lines that fill the text block with full-width signs only; marks that may not begin a line vary them. */
const isFull = ({ text, left, right }: PrintedLine) =>
  /^[\p{Script=Han}，。、；：？！“”（）《》〈〉—]+$/u.test(text) && left < 29 && right > 182;

describe.skipIf(seeds.length === 0).each(seeds)(
  'the published report %s, rolled to the next year',
  (path) => {
    let docx: Uint8Array;
    let pages: readonly PrintedPage[] = [];

    beforeAll(async () => {
      const { packs } = await loadPacks(join(import.meta.dirname, '../../templates'), null);
      docx = await rollToWord(path, packs);
      if (!lack) pages = await measurePdf(await renderPdf(docx));
    });

    test('is a valid Open XML document', async () => {
      expect(await listSchemaErrors(docx)).toEqual([]);
    });

    test.skipIf(lack !== null)('has 22 lines on its full pages', () => {
      const counts = pages.slice(1, -1).map(({ lines }) => lines.length);
      expect(Math.max(...counts)).toBe(22);
      // a page may end one or two lines early only to keep a heading with its text
      expect(counts.filter((count) => count === 22).length).toBeGreaterThan(counts.length / 2);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(20);
    });

    test.skipIf(lack !== null)('has 28 characters on a full line', () => {
      const full = pages
        .flatMap(({ lines }) => lines.filter(isFull))
        .map(({ text }) => text.length);
      expect(full.length).toBeGreaterThan(20);
      expect(full.filter((length) => length < 26 || length > 29)).toEqual([]);
      expect(full.filter((length) => length === 28).length).toBeGreaterThan(full.length / 2);
    });
  },
);

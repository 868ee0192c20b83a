import { copyFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashReport } from '../../../electron/services/self-check.ts';
import { listSchemaErrors } from '../../support/docx-validator.ts';
import { findRenderLack, readBoxes, renderPdf, renderPng } from '../../support/render/render.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const lack = findRenderLack();
if (lack) console.warn(`the self-check sheet is not looked at: ${lack}`);
/** A folder to look at the pages in; set it when the look of the sheet changes. */
const pictures = process.env['NIANBAO_PICTURES'];

const units = [
  { unit: '青石镇人民政府', year: 2025 },
  { unit: '枫林街道办事处', year: 2024 },
] as const;
const reason =
  '本单位未承接这一类行政执法事项，相关职权由县综合行政执法局统一行使，全年没有发生需要移送的案件，也没有自行办理的案件。';

let services: TestServices;
const ids: string[] = [];

/** A blank report with every fifth question answered beside the text, with long reasons. */
async function makeReport({ unit, year }: (typeof units)[number]): Promise<string> {
  const { get } = services;
  const start = { kind: 'blank' } as const;
  const { reportId } = await get('report.create', { year, issuers: [unit], start });
  const { packs } = await get('report.open', { reportId });
  const asked = packs.checklist.items.filter(({ required }) => required);
  for (const [index, { id }] of asked.entries()) {
    if (index % 5 !== 0) continue;
    const state = index % 2 === 0 ? 'notApplicable' : 'answered';
    await get('report.answer', { reportId, itemId: id, answer: { state, reason } });
  }
  return reportId;
}

const textOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, '');

async function exportSheet(reportId: string) {
  await services.get('report.exportSelfCheck', { reportId });
  const file = services.delivered.at(-1);
  if (!file) throw new Error('nothing was delivered');
  return file;
}

beforeAll(async () => {
  services = await createTestServices();
  for (const each of units) ids.push(await makeReport(each));
});
afterAll(() => services.close());

describe.each(units.map((each, index) => ({ ...each, index })))(
  '$unit',
  ({ unit, year, index }) => {
    test('the sheet agrees with what checking the report finds', async () => {
      const reportId = ids[index] ?? '';
      const { sheet, hash, date } = await services.get('report.selfCheck', { reportId });
      const { items } = await services.get('report.check', { reportId });
      const { report, packs } = await services.get('report.open', { reportId });
      const required = packs.checklist.items.filter((item) => item.required).map(({ id }) => id);
      const states = new Map(items.map(({ itemId, state }) => [itemId, state]));
      expect(sheet.rows.map(({ itemId, state }) => [itemId, state])).toEqual(
        required.map((id) => [id, states.get(id)]),
      );
      expect(hash).toBe(hashReport(report));
      expect(date).toBe('2026-01-16');
      expect(sheet.canFile).toBe(false);
    });

    test('the file is valid Word, named after unit and year, and carries verdict and mark', async () => {
      const reportId = ids[index] ?? '';
      const { sheet, hash } = await services.get('report.selfCheck', { reportId });
      const { fileName, bytes } = await exportSheet(reportId);
      expect(fileName).toBe(`${unit}${year}年度自查表.docx`);
      expect(await listSchemaErrors(bytes)).toEqual([]);
      const text = textOf(bytes);
      expect(text).toContain(hash);
      expect(text).toContain(sheet.verdict);
      for (const row of sheet.rows) expect(text).toContain(row.question);
      expect(text).toContain('填表人');
      expect(text).toContain('审核人');
    });

    test.skipIf(lack !== null)('it prints on one page, with nothing cut off', async () => {
      const { bytes } = await exportSheet(ids[index] ?? '');
      const pdf = await renderPdf(bytes);
      const pages = await renderPng(pdf, 110);
      if (pictures)
        for (const [at, page] of pages.entries())
          copyFileSync(page, `${pictures}/sheet-${index}-${at + 1}.png`);
      expect(pages).toHaveLength(1);
      const words = (await readBoxes(pdf)).replaceAll(/<[^>]+>|\s/gu, '');
      expect(words).toContain(reason.slice(-12));
      expect(words).toContain('审核人');
    });
  },
);

test('the same report gives the same file', async () => {
  const [first, second] = [await exportSheet(ids[0] ?? ''), await exportSheet(ids[0] ?? '')];
  expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
});

test('a report that is not there has no sheet', async () => {
  for (const method of ['report.selfCheck', 'report.exportSelfCheck'] as const) {
    const answer = await services.call(method, { reportId: 'nobody' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'report/not-found' } });
  }
});

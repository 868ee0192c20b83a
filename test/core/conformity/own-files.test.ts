import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTable, createCountingIds, type Report } from '../../../core/model/index.ts';
import type { WriteOptions } from '../../../electron/docx/write/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';
import { certifyReport, listDepartures, writings } from './certifying.ts';

/** What a report does not say, and its official paper therefore lacks: worth a look, and no fault. */
function listLacking({ closing }: Report, { layout: { form } }: WriteOptions) {
  const isSigned = closing.signature.some((unit) => unit.trim() !== '');
  return {
    ...(form === 'official' && !isSigned ? { signature: '没有署名' } : {}),
    ...(form === 'official' && closing.signedDate === null ? { 'date-form': '没有成文日期' } : {}),
  };
}

describe.each(writings)('a file of our own, $layout.form, sealed $facts.sealed', (options) => {
  test('is right in every item', async () => {
    const certificate = await certifyReport(buildVariedReport(), options);
    expect(listDepartures(certificate)).toEqual({});
    expect(certificate.isRight).toBe(true);
    expect([certificate.linesPerPage, certificate.charactersPerLine]).toEqual([22, 28]);
    expect(certificate.items.length).toBeGreaterThan(30);
  });

  test('of many pages is right in every item', async () => {
    const certificate = await certifyReport(buildLongReport(8000), options);
    expect(listDepartures(certificate)).toEqual({});
    expect(certificate.pages).toBeGreaterThan(10);
  });

  test('of joint issuers is right in every item, its red head too', async () => {
    const issuers = ['中共青石镇委员会', '青石镇人民政府'];
    const report = buildVariedReport();
    const joint = { ...report, issuers, closing: { ...report.closing, signature: issuers } };
    const facts = { ...options.facts, mark: '' };
    const certificate = await certifyReport(joint, { ...options, facts });
    expect(listDepartures(certificate)).toEqual({});
  });

  test('of any report has nothing wrong', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        // none is a remark, and one of a single letter cannot but stand alone on its line
        fc.pre(report.title.length > 1 && !/^(?:的?报告|总结)$/u.test(report.title));
        const departures = listDepartures(await certifyReport(report, options));
        expect(departures).toEqual(listLacking(report, options));
      }),
      { numRuns: 60 },
    );
  });
});

test('a table of many columns is right as long as its numbers fit', async () => {
  const [options] = writings;
  if (!options) throw new Error('nothing to write by');
  const createId = createCountingIds();
  const certifyTable = (figure: string) => {
    const row = Array<string>(25).fill(figure);
    const table = buildTable(createId, [Array<string>(25).fill('列'), row, row]);
    return certifyReport({ ...buildVariedReport(), preamble: [table] }, options);
  };
  expect(listDepartures(await certifyTable('100'))).toEqual({});
  const wide = await certifyTable('10000');
  expect(listDepartures(wide)['tables']).toMatch(/50 格的数字会拆成两行/u);
  expect(wide.isRight).toBe(true);
});

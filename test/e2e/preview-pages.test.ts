import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFacts, type OfficialFacts, standardLayout } from '../../core/layout/index.ts';
import {
  buildParagraph,
  buildTable,
  createCountingIds,
  type Report,
} from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { habits, paginate } from '../../core/paginate/index.ts';
import { rollForward } from '../../core/roll-forward/index.ts';
import { inspectDocx } from '../../electron/docx/inspect/index.ts';
import { plainWriting, type WriteOptions, writeDocx } from '../../electron/docx/write/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { importFile } from '../../electron/services/reading/read-content.ts';
import { type Agreement, measureAgreement } from '../support/render/agreement.ts';
import { measurePdf } from '../support/render/measure.ts';
import { findRenderLack, renderPdfs } from '../support/render/render.ts';
import { measureStandIn } from '../support/render/stand-in-widths.ts';
import { anyReport } from '../support/report-arbitraries.ts';
import { buildLongReport, buildVariedReport } from '../support/sample-reports.ts';
import { findSeeds } from '../support/seeds.ts';

const lack = findRenderLack();
if (lack) console.warn(`The calculated pages are not held against rendered ones: ${lack}`);

const createId = createCountingIds('annex');

const facts: OfficialFacts = {
  ...emptyFacts,
  copyNumber: '000012',
  secrecy: '秘密★1年',
  urgency: '特急',
  number: '青政〔2026〕12号',
  signers: ['张三', '李四'],
  copiesTo: ['云岭县人大常委会', '云岭县政协', '云岭县司法局'],
  printedBy: '青石镇党政办公室',
  printedOn: '2026-02-05',
};

const official: WriteOptions = {
  ...plainWriting,
  layout: standardLayout('official'),
  facts,
  annexes: [
    {
      title: '2025年度行政执法数据统计表',
      isPublic: true,
      blocks: [
        buildParagraph(createId, '以下为全年行政执法数据，涉及5个部门。'),
        buildTable(createId, [
          ['部门', '件数'],
          ['综合行政执法队', '115'],
          ['应急管理办公室', '28'],
        ]),
      ],
    },
  ],
};

const standard = standardLayout('plain');

/** A county's own layout: closer lines, wider letters, other margins, headings in bold. */
const countyLayout: WriteOptions = {
  ...plainWriting,
  layout: {
    ...standard,
    linePitchPt: 28,
    charactersPerLine: 27,
    marginsMm: { top: 33, bottom: 30, left: 27, right: 25 },
    pageNumber: { place: 'center', dashes: true },
    bold: { title: true, part: true, section: true, level3: true },
  },
};

/** LibreOffice as it is, with the faces that stand in for those named. */
const rendered = { ...habits.libreOffice, widthOf: measureStandIn };

/** Writes, renders and calculates; tells how far the two agree. */
async function holdAgainst(files: readonly Uint8Array[]): Promise<readonly Agreement[]> {
  const pdfs = await renderPdfs(files);
  const measured = await Promise.all(pdfs.map(measurePdf));
  return files.map((file, index) =>
    measureAgreement(paginate(inspectDocx(file), rendered), measured[index] ?? []),
  );
}

async function write(report: Report, options = plainWriting): Promise<Uint8Array> {
  return (await writeDocx(report, options)).bytes;
}

function tell(name: string, { pages, samePages, lines, sameLines, ...worst }: Agreement): void {
  console.info(
    `${name}: ${pages.calculated} pages of ${pages.rendered}, ${samePages} of the same text, ` +
      `${sameLines} of ${lines} lines; at most ${worst.worstDown.toFixed(2)} mm down, ` +
      `${worst.worstLeft.toFixed(2)} mm across, page number ${worst.worstNumber.toFixed(2)} mm`,
  );
}

function expectAgreement(name: string, agreement: Agreement | undefined): void {
  expect(agreement).toBeDefined();
  if (!agreement) return;
  tell(name, agreement);
  expect(agreement.pages.calculated, name).toBe(agreement.pages.rendered);
  expect(agreement.samePages, name).toBe(agreement.pages.rendered);
  expect(agreement.sameLines / agreement.lines, name).toBeGreaterThanOrEqual(0.97);
  expect(agreement.worstDown, name).toBeLessThanOrEqual(0.5);
  expect(agreement.worstLeft, name).toBeLessThanOrEqual(0.5);
  expect(agreement.worstNumber, name).toBeLessThanOrEqual(0.5);
  // a face of another height stands elsewhere in its line, but never far
  for (const shift of Object.values(agreement.shifts)) expect(Math.abs(shift)).toBeLessThan(1);
}

describe.skipIf(lack !== null)('calculated pages agree with the rendered ones', () => {
  test('for reports of many lengths, with everything a report may have', async () => {
    const reports: readonly (readonly [string, Report, WriteOptions])[] = [
      ['one of everything', buildVariedReport(), plainWriting],
      ['9 000 characters', buildLongReport(9000), plainWriting],
      ['20 000 characters', buildLongReport(20_000, 5), plainWriting],
      ['own layout', buildLongReport(5000, 9), countyLayout],
      ['official', buildVariedReport(), official],
      [
        'long and sealed',
        buildLongReport(6000, 3),
        { ...official, facts: { ...facts, sealed: true } },
      ],
    ];
    const files = await Promise.all(reports.map(([, report, options]) => write(report, options)));
    const agreements = await holdAgainst(files);
    for (const [index, [name]] of reports.entries()) expectAgreement(name, agreements[index]);
  });

  test('for any report', async () => {
    const reports = fc.sample(anyReport, { numRuns: 16, seed: 20_260_205 });
    const files = await Promise.all(reports.map((report) => write(report)));
    const agreements = await holdAgainst(files);
    for (const [index, agreement] of agreements.entries()) {
      expectAgreement(`any report ${index + 1}`, agreement);
    }
  });
});

describe.skipIf(lack !== null || findSeeds().length === 0)('published reports', () => {
  const files: Uint8Array[] = [];
  beforeAll(async () => {
    const { packs } = await loadPacks(join(import.meta.dirname, '../../templates'), null);
    for (const path of findSeeds()) {
      const own = createCountingIds('s');
      const input = { createId: own, packs, fallbackYear: 2025 };
      const read = await importFile('上年.txt', readFileSync(path), input);
      if (!read.ok) throw new Error(read.error.code);
      const toYear = read.value.report.year + 1;
      const plan = { toYear, baseId: 'base', createId: own, packs: choosePacks(packs, toYear) };
      files.push(await write(rollForward(read.value.report, plan).report));
    }
  });

  test('rolled to the next year have the pages that were calculated', async () => {
    for (const [index, agreement] of (await holdAgainst(files)).entries()) {
      expectAgreement(`published report ${index + 1}`, agreement);
    }
  });
});

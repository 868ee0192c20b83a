import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyFacts,
  layoutTitle,
  listAnnexes,
  type OfficialFacts,
  standardLayout,
} from '../../../../core/layout/index.ts';
import {
  type Block,
  blockText,
  buildParagraph,
  createCountingIds,
  type Report,
} from '../../../../core/model/index.ts';
import { segment } from '../../../../core/segment/index.ts';
import { readSource } from '../../../../electron/docx/read/index.ts';
import {
  plainWriting,
  type WriteOptions,
  writeDocx,
} from '../../../../electron/docx/write/index.ts';
import { anyOfficialCase } from '../../../support/official-reports.ts';
import { shippedTemplate } from '../../../support/read-text.ts';
import { buildLongReport, buildVariedReport } from '../../../support/sample-reports.ts';

/** Writes a report, and reads it back as the app reads any .docx. */
async function readBack(report: Report, options: Partial<WriteOptions> = {}) {
  const { bytes } = await writeDocx(report, { ...plainWriting, ...options });
  const source = await readSource('报告.docx', bytes);
  if (!source.ok) throw new Error(source.error.code);
  return segment(source.value.blocks, {
    createId: createCountingIds(),
    template: shippedTemplate(),
    fallbackYear: 1999,
  });
}

const rewrite = async (report: Report) => (await readBack(report)).report;

function simplifyBlocks(list: readonly Block[]) {
  return list.map((block) => ({
    kind: block.type === 'subheading' ? `${block.level} ${block.runIn}` : block.type,
    text: blockText(block),
  }));
}

/** A report without what writing cannot keep: ids, provenance and the lines of the title. */
function simplify(report: Report) {
  return {
    year: report.year,
    issuers: report.issuers,
    title: report.title.replaceAll('\n', ''),
    addressee: report.addressee,
    preamble: simplifyBlocks(report.preamble),
    parts: report.parts.map((part) => ({
      kind: part.kind,
      heading: part.heading,
      blocks: simplifyBlocks(part.blocks),
      sections: part.sections.map(({ heading, runIn, blocks: inner }) => ({
        heading,
        runIn,
        blocks: simplifyBlocks(inner),
      })),
    })),
    closing: report.closing,
  };
}

test('a varied report that was written is read back as it was', async () => {
  const report = buildVariedReport();
  expect(simplify(await rewrite(report))).toEqual(simplify(report));
});

test('a long report that was written is read back as it was', async () => {
  const report = buildLongReport(8000);
  expect(simplify(await rewrite(report))).toEqual(simplify(report));
});

const official: OfficialFacts = {
  ...emptyFacts,
  number: '青政〔2026〕3号',
  copiesTo: ['云岭县委办公室', '县司法局'],
  printedBy: '青石镇党政综合办公室',
  printedOn: '2026-01-16',
};
const upward: OfficialFacts = {
  ...official,
  copyNumber: '000123',
  secrecy: '秘密★1年',
  urgency: '特急',
  signers: ['李明', '王强', '赵小川'],
};
const layout = standardLayout('official');

test.each([
  ['', official],
  ['sealed ', { ...official, sealed: true }],
  ['secret and upward ', upward],
])(
  'a %sofficial document gives the report, its head and imprint are left out',
  async (_, facts) => {
    const report = buildVariedReport();
    const { report: read, discarded } = await readBack(report, { layout, facts });
    expect(simplify(read)).toEqual(simplify(report));
    const left = discarded.map(({ text }) => text);
    expect(left).toContain('云溪县青石镇人民政府文件');
    expect(left.join()).toMatch(/〔2026〕3号.*抄送：.*印发/su);
    expect(left).toHaveLength(facts === upward ? 8 : 4);
  },
);

test('the red head of joint units is left out of their report', async () => {
  const units = ['中共青石镇委员会', '青石镇人民政府'];
  const report = buildVariedReport();
  const joint = { ...report, issuers: units, closing: { ...report.closing, signature: units } };
  const { report: read, discarded } = await readBack(joint, { layout, facts: official });
  expect(simplify(read)).toEqual(simplify(joint));
  expect(discarded[0]?.text).toBe('中共青石镇委员会 青石镇人民政府 文件');
});

test('pages of attachments do not become text of the report', async () => {
  const report = buildVariedReport();
  const createId = createCountingIds('annex');
  const annexes = report.closing.attachments.map((title) => ({
    title,
    blocks: [buildParagraph(createId, '一项工作。')],
    isPublic: true,
  }));
  const { report: read } = await readBack(report, { layout, facts: official, annexes });
  expect(simplify(read)).toEqual(simplify(report));
});

/** A title as it is printed: an issuer on a line of its own above it is told apart when it is read back. */
function asPrinted(report: Report) {
  return { ...simplify(report), title: layoutTitle(report.title, report.issuers).join('') };
}

test('any report in the form of an official document is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyOfficialCase, async ({ report, facts, annexes }) => {
      const attachments = listAnnexes(report.closing.attachments, annexes);
      const { report: read, notices } = await readBack(report, { layout, facts, annexes });
      const expected = { ...report, closing: { ...report.closing, attachments } };
      expect(asPrinted(read)).toEqual(asPrinted(expected));
      const aside = notices.filter(({ code }) => code === 'segment/left-aside');
      expect(aside).toHaveLength(annexes.length > 0 ? 1 : 0);
    }),
    { numRuns: 300 },
  );
}, 120_000);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  blockText,
  buildTable,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { segment } from '../../../core/segment/index.ts';
import { readSource } from '../../../electron/docx/read/index.ts';
import { plainWriting } from '../../../electron/docx/write/index.ts';
import { writeWebText } from '../../../electron/services/web-text.ts';
import { shippedTemplate } from '../../support/read-text.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';

const template = shippedTemplate();
/** Runs of the law; more of them once in a while: NIANBAO_RUNS=2000. */
const numRuns = Number(process.env['NIANBAO_RUNS'] ?? 60);
const createId = createCountingIds('more');

/** Writes a report for the web, and reads it back as the app reads any file. */
async function rewrite(report: Report, format: 'txt' | 'html') {
  const bytes = writeWebText({ report, options: plainWriting, notices: [] }, format);
  const source = await readSource(`网页文字.${format}`, bytes);
  if (!source.ok) throw new Error(source.error.code);
  const options = { createId: createCountingIds(), template, fallbackYear: 1999 };
  return { ...segment(source.value.blocks, options), notices: source.value.notices };
}

type Simplify = (block: Block) => readonly unknown[];

const simplifyBlock: Simplify = (block) => [
  block.type === 'subheading'
    ? [block.level, block.runIn, block.text]
    : [block.type, blockText(block)],
];

/** Text knows no tables: a row is a line, its cells parted by tabs. */
const simplifyRows: Simplify = (block) =>
  block.type === 'table'
    ? block.rows.map((row) => ['paragraph', row.join('\t').trim()])
    : simplifyBlock(block);

/** A report without what a text for the web cannot keep: ids, provenance and the lines of the title. */
function simplify(report: Report, simplifyOne: Simplify) {
  const blocks = (list: readonly Block[]) => list.flatMap(simplifyOne);
  return {
    year: report.year,
    issuers: report.issuers,
    title: report.title.replaceAll('\n', ''),
    addressee: report.addressee,
    preambleHeading: report.preambleHeading,
    preamble: blocks(report.preamble),
    parts: report.parts.map((part) => ({
      kind: part.kind,
      heading: part.heading,
      blocks: blocks(part.blocks),
      sections: part.sections.map((section) => ({
        heading: section.heading,
        // a heading shares a line with text only: before another heading it has its own
        runIn: section.runIn && section.blocks[0]?.type === 'paragraph',
        blocks: blocks(section.blocks),
      })),
    })),
    closing: report.closing,
  };
}

interface Plan {
  readonly seed: number;
  readonly length: number;
  readonly title: string;
  readonly issuers: readonly string[];
  readonly addressee: string;
  readonly heading: string;
  readonly note: string;
  readonly attachments: readonly string[];
  readonly table: readonly (readonly string[])[] | null;
}

/** Reports of many lengths, with and without each thing a report may have. */
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  seed: fc.integer({ min: 1, max: 9999 }),
  length: fc.integer({ min: 200, max: 1500 }),
  title: fc.constantFrom(
    '2025年度青石镇法治政府建设情况报告',
    '2025年法治政府建设\n年度报告',
    '青石镇人民政府关于2025年度推进法治政府建设工作情况的年度报告',
  ),
  issuers: fc.constantFrom(['云溪县青石镇人民政府'], ['青石镇人民政府']),
  addressee: fc.constantFrom('', '云溪县人民政府', '云溪县委、云溪县人民政府'),
  heading: fc.constantFrom('', '引言'),
  note: fc.constantFrom('', '（此件公开发布）'),
  attachments: fc.constantFrom([], ['统计表'], ['2025年度统计表', '决策事项目录']),
  table: fc.constantFrom(null, [
    ['项目', '件数', '说明'],
    ['行政检查', '18', '其中“双随机”<抽查> & 专项检查5件'],
    ['行政处罚', '3', ''],
  ]),
});

function build({ seed, length, heading, table, note, attachments, ...front }: Plan): Report {
  const report = buildLongReport(length, seed);
  const parts = report.parts.map((part, index) =>
    index === 0 && table ? { ...part, blocks: [buildTable(createId, table)] } : part,
  );
  const closing = { ...report.closing, signature: front.issuers, note, attachments };
  return { ...report, ...front, preambleHeading: heading, parts, closing };
}

describe('a text for the web, read back', () => {
  test.each([
    ['html', simplifyBlock],
    ['txt', simplifyRows],
  ] as const)(
    'as %s is the same report, and nothing is lost',
    async (format, simplifyOne) => {
      await fc.assert(
        fc.asyncProperty(anyPlan, async (plan) => {
          const report = build(plan);
          const read = await rewrite(report, format);
          expect(simplify(read.report, simplifyBlock)).toEqual(simplify(report, simplifyOne));
          expect(read.notices).toEqual([]);
          expect(read.discarded).toEqual([]);
        }),
        { numRuns },
      );
    },
    120_000,
  );

  test.each(['html', 'txt'] as const)('as %s keeps all levels of headings', async (format) => {
    const report = buildVariedReport();
    const read = await rewrite(report, format);
    const simplifyOne = format === 'txt' ? simplifyRows : simplifyBlock;
    expect(simplify(read.report, simplifyBlock)).toEqual({
      ...simplify(report, simplifyOne),
      preambleHeading: report.preambleHeading,
    });
  });
});

import fc from 'fast-check';
import type { Report } from '../../core/model/index.ts';
import { anyEdit, applyEdit } from './any-edit.ts';
import { anyReport } from './report-arbitraries.ts';

interface Shuffle {
  readonly from: number;
  readonly to: number;
  readonly part: number;
}

/** A change of the report's frame: a section to another place, other closing words, another title. */
function reframe(report: Report, { from, to, part }: Shuffle): Report {
  const at = part % Math.max(1, report.parts.length);
  const parts = report.parts.map((one, index) => {
    const moved = one.sections[from % Math.max(1, one.sections.length)];
    if (index !== at || !moved) return one;
    const rest = one.sections.filter((section) => section !== moved);
    return { ...one, sections: rest.toSpliced(to % (rest.length + 1), 0, moved) };
  });
  const kept = to % 5 === 0 ? parts.toSpliced(at, 1) : parts;
  return { ...report, parts: kept };
}

interface Texts {
  readonly title: string | null;
  readonly note: string;
  readonly attachments: readonly string[];
  readonly signedDate: string | null;
  /** Added to each table. */
  readonly row: readonly string[] | null;
}

const longTitle = '青石镇人民政府关于2025年度推进法治政府建设工作情况的年度报告';
const anyTexts: fc.Arbitrary<Texts> = fc.record({
  title: fc.constantFrom(null, '', longTitle),
  note: fc.constantFrom('', '（此件公开发布）'),
  attachments: fc.constantFrom([], ['统计表'], ['统计表', '事项目录']),
  signedDate: fc.constantFrom(null, '2026-01-15', '2027-02-03'),
  row: fc.constantFrom(null, ['乙', '2'], ['甲', '1\n2'], ['丙\n丁']),
});

function rewrite(report: Report, { title, row, ...closing }: Texts): Report {
  const parts = report.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) =>
      block.type === 'table' && row ? { ...block, rows: [...block.rows, row] } : block,
    ),
  }));
  return {
    ...report,
    title: title ?? report.title,
    parts,
    closing: { ...report.closing, ...closing },
  };
}

/** A report and what a writer made of it: words changed, blocks and sections gone, doubled and moved. */
export const anyReportAndItsNext: fc.Arbitrary<readonly [Report, Report]> = fc
  .record({
    report: anyReport,
    edits: fc.array(anyEdit, { maxLength: 6 }),
    shuffles: fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), part: fc.nat(9) }), {
      maxLength: 2,
    }),
    texts: fc.option(anyTexts),
  })
  .map(({ report, edits, shuffles, texts }) => {
    const edited = shuffles.reduce(reframe, edits.reduce(applyEdit, report));
    return [report, texts ? rewrite(edited, texts) : edited] as const;
  });

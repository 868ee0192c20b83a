import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  composePlain,
  countChanges,
  describeCounts,
  listChanges,
  type ReportChange,
  readPrinted,
  readSide,
} from '../../../core/changes/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildTable,
  createCountingIds,
  emptyClosing,
  type Report,
} from '../../../core/model/index.ts';
import { anyReport } from '../../support/report-arbitraries.ts';
import { anyReportAndItsNext } from '../../support/report-edits.ts';

/** Runs of the laws; more of them once in a while: NIANBAO_RUNS=20000. */
const numRuns = Number(process.env['NIANBAO_RUNS'] ?? 300);

interface Words {
  readonly year?: number;
  readonly sections?: readonly (readonly [heading: string, text: string])[];
  readonly rows?: readonly (readonly string[])[];
  readonly signedDate?: string;
}

function build({ year = 2025, sections = [], rows, signedDate = '2026-01-15' }: Words): Report {
  const createId = createCountingIds();
  return buildReport(year, {
    issuers: ['青石镇人民政府'],
    title: `青石镇人民政府${year}年法治政府建设年度报告`,
    addressee: '云岭县人民政府',
    parts: [
      buildPart(createId, 'achievements', '主要举措和成效', {
        blocks: rows ? [buildTable(createId, rows)] : [],
        sections: sections.map(([heading, text]) =>
          buildSection(createId, heading, [buildParagraph(createId, text)]),
        ),
      }),
    ],
    closing: { ...emptyClosing, signature: ['青石镇人民政府'], signedDate },
  });
}

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
const mark = (kind: keyof typeof marks, text: string) => marks[kind].join(text);

/** What changed, one line each: kept lines are left out. */
function show(changes: readonly ReportChange[]): readonly string[] {
  return changes.flatMap((change): readonly string[] => {
    if (change.state === 'kept') return [];
    if (change.type === 'line') {
      return [change.runs.map(({ kind, run }) => mark(kind, run.text)).join('')];
    }
    return change.rows
      .filter(({ state }) => state !== 'kept')
      .map(({ cells }) =>
        cells.map((pieces) => pieces.map(({ kind, text }) => mark(kind, text)).join('')).join('|'),
      );
  });
}

describe('what changed between two states of a report', () => {
  test('is nothing for the same one', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const changes = listChanges(report, structuredClone(report));
        expect(changes.every(({ state }) => state === 'kept')).toBe(true);
        expect(describeCounts(countChanges(changes))).toBe('文字没有变动');
      }),
      { numRuns: Math.min(numRuns, 300) },
    );
  });

  test('gives both printed pages back, letter by letter', () => {
    fc.assert(
      fc.property(anyReportAndItsNext, ([before, after]) => {
        const changes = listChanges(before, after);
        expect(readSide(changes, 'after')).toEqual(readPrinted(composePlain(after)));
        expect(readSide(changes, 'before')).toEqual(readPrinted(composePlain(before)));
      }),
      { numRuns },
    );
  });

  test('is told word by word, numbers of headings included', () => {
    const before = build({
      sections: [
        ['健全制度', '印发文件3份。'],
        ['规范执法', '开展检查18次，办理案件12件。'],
      ],
    });
    const after = build({
      year: 2026,
      sections: [['规范执法', '开展检查26次，办理案件12件。']],
      signedDate: '2027-01-20',
    });
    const changes = listChanges(before, after);
    expect(show(changes)).toEqual([
      '青石镇人民政府[-2025-]{+2026+}年法治政府建设年度报告',
      '[-（一）健全制度-]',
      '[-印发文件3份。-]',
      '（[-二-]{+一+}）规范执法',
      '开展检查[-18-]{+26+}次，办理案件12件。',
      '[-2026-]{+2027+}年1月[-15-]{+20+}日',
    ]);
    expect(describeCounts(countChanges(changes))).toBe('改动 4 段，删去 2 段，其余 3 段没有变动');
  });

  test('a section that moved is deleted there and inserted here, the shorter one', () => {
    const long = '开展行政执法检查，办理各类行政执法案件，依法处理群众反映的问题。';
    const before = build({
      sections: [
        ['健全制度', '印发文件3份。'],
        ['规范执法', long],
      ],
    });
    const after = build({
      sections: [
        ['规范执法', long],
        ['健全制度', '印发文件3份。'],
      ],
    });
    expect(show(listChanges(before, after))).toEqual([
      '[-（一）健全制度-]',
      '[-印发文件3份。-]',
      '（[-二-]{+一+}）规范执法',
      '{+（二）健全制度+}',
      '{+印发文件3份。+}',
    ]);
  });

  test('tables are told row by row and cell by cell', () => {
    const before = build({
      rows: [
        ['项目', '件数'],
        ['行政检查', '18'],
        ['行政处罚', '3'],
      ],
    });
    const after = build({
      rows: [
        ['项目', '件数'],
        ['行政检查', '26'],
        ['行政许可', '41\n含变更'],
        ['行政处罚', '3'],
      ],
    });
    expect(show(listChanges(before, after))).toEqual([
      '行政检查|[-18-]{+26+}',
      '{+行政许可+}|{+41\n含变更+}',
    ]);
  });

  test('a table with another number of columns is another table', () => {
    const before = build({ rows: [['项目', '件数']] });
    const after = build({ rows: [['项目', '件数', '说明']] });
    expect(show(listChanges(before, after))).toEqual([
      '[-项目-]|[-件数-]',
      '{+项目+}|{+件数+}|{+说明+}',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildReport,
  createCountingIds,
  listBlocks,
  type Report,
  requiredPartKinds,
} from '../../../core/model/index.ts';
import { choosePacks, parsePacks } from '../../../core/packs/index.ts';
import {
  applyRoll,
  planRoll,
  provenanceOf,
  rollForward,
  startBlank,
} from '../../../core/roll-forward/index.ts';
import { readLines } from '../../support/read-text.ts';
import { anyReport } from '../../support/report-arbitraries.ts';

const names = [
  'four-part-report',
  'outline-2021-2025',
  'outline-2015-2020',
  'checklist-2021-2025',
  'checklist-2015-2020',
];
const files = names.map((name) => ({
  name,
  json: readFileSync(new URL(`../../../templates/${name}.json`, import.meta.url), 'utf8'),
}));
const packsOf = (year: number) => choosePacks(parsePacks(files).packs, year);
const options = (toYear: number) => ({
  toYear,
  baseId: 'base',
  createId: createCountingIds('n'),
  packs: packsOf(toYear),
});
const lastYear = readLines([
  '青石镇2024年法治政府建设年度报告',
  '2024年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  '一、2024年主要举措和成效',
  '全年办理行政处罚案件62件。',
  '二、存在的不足和原因',
  '一是力量不足。',
  '三、第一责任人履职情况',
  '主要负责人带头学法。',
  '四、2025年主要安排',
  '2025年，持续加强法治政府建设。',
  '青石镇人民政府',
  '2025年1月10日',
]).report;

describe('rolling forward', () => {
  test('moves the reporting year and the next one in headings and text', () => {
    const { report } = rollForward(lastYear, options(2025));
    expect(report).toMatchObject({ year: 2025, title: '青石镇2025年法治政府建设年度报告' });
    expect(report.parts.map(({ heading }) => heading)).toEqual([
      '2025年主要举措和成效',
      '存在的不足和原因',
      '第一责任人履职情况',
      '2026年主要安排',
    ]);
    expect(report.parts[3]?.blocks[0]).toMatchObject({ text: '2026年，持续加强法治政府建设。' });
  });

  test('empties the signed date and says so', () => {
    const { report, notices } = rollForward(lastYear, options(2025));
    expect(report.closing).toMatchObject({ signature: ['青石镇人民政府'], signedDate: null });
    expect(notices).toContainEqual({ code: 'roll/date-cleared', date: '2025-01-10' });
  });

  test('moves the year in titles of attachments', () => {
    const base: Report = {
      ...lastYear,
      closing: {
        ...lastYear.closing,
        attachments: ['2024年执法统计表', '执法事项目录（2024年版）'],
      },
    };
    const { report } = rollForward(base, options(2025));
    expect(report.closing.attachments).toEqual(['2025年执法统计表', '执法事项目录（2024年版）']);
  });

  test('moves many years in one text, each at its place', () => {
    const base = readLines(['青石镇2024年法治报告', '2024年起，'.repeat(300)]).report;
    const { report } = rollForward(base, options(2025));
    expect(report.preamble[0]).toMatchObject({ text: '2025年起，'.repeat(300) });
  });

  test('gives everything a new id and names its source', () => {
    const { report } = rollForward(lastYear, options(2025));
    const sources = listBlocks(report).map(({ block }) => block.source?.blockId);
    expect(sources).toEqual(listBlocks(lastYear).map(({ block }) => block.id));
    expect(report.parts.map((part) => part.source?.blockId)).toEqual(
      lastYear.parts.map((part) => part.id),
    );
    expect(new Set(listBlocks(report).map(({ block }) => block.id)).size).toBe(sources.length);
  });

  test('adds a title and the required parts that were missing, in the rule’s order', () => {
    const bare: Report = buildReport(2024, {
      issuers: ['青石镇'],
      parts: lastYear.parts.filter(({ kind }) => kind === 'plan'),
    });
    const { report, notices } = rollForward(bare, options(2025));
    expect(report.title).toContain('青石镇2025年');
    expect(report.parts.map(({ kind }) => kind)).toEqual(requiredPartKinds);
    expect(notices.map(({ code }) => code)).toEqual([
      'roll/title-added',
      'roll/part-added',
      'roll/part-added',
      'roll/part-added',
    ]);
  });

  test('says when no outline is known for the new year', () => {
    const { notices } = rollForward({ ...lastYear, year: 2029 }, options(2030));
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'roll/outline-not-current', year: 2030 }),
    );
  });

  test('a refused change stays as it was', () => {
    const plan = planRoll(lastYear, 2025);
    const title = plan.changes.find(({ target }) => target.field === 'title');
    const refused = new Set([title?.key ?? '']);
    const report = applyRoll(lastYear, plan, {
      baseId: 'base',
      createId: createCountingIds('n'),
      refused,
    });
    expect(report.title).toBe(lastYear.title);
    expect(report.parts[0]?.heading).toBe('2025年主要举措和成效');
  });

  test('leaves unchanged text unchanged, whatever the report', () => {
    fc.assert(
      fc.property(anyReport, (base) => {
        const plan = planRoll(base, base.year + 1);
        const moved = applyRoll(base, plan, { baseId: 'base', createId: createCountingIds('n') });
        const bare = (report: Report) =>
          JSON.stringify(report, (key, value) =>
            ['id', 'source', 'year', 'signedDate'].includes(key) ? null : value,
          );
        expect(plan.changes).toEqual([]);
        expect(bare(moved)).toBe(bare(base));
      }),
    );
  });
});

test('a blank draft has its title, opening, the four parts and a place to write in each', () => {
  const report = startBlank({
    year: 2025,
    issuers: ['青石镇人民政府'],
    packs: packsOf(2025),
    createId: createCountingIds(),
  });
  expect(report.title).toContain('青石镇人民政府2025年');
  expect(report.parts.map(({ kind }) => kind)).toEqual(requiredPartKinds);
  expect(report.parts.at(-1)?.heading).toContain('2026');
  expect(report.parts.every((part) => part.blocks.length + part.sections.length > 0)).toBe(true);
  expect(JSON.stringify(report)).not.toMatch(/\{(?:unit|year|nextYear|outline)\}/u);
});

test('a blank draft of a year without a known outline leaves its title to be filled in', () => {
  const { preamble } = startBlank({
    year: 2026,
    issuers: ['青石镇人民政府'],
    packs: packsOf(2026),
    createId: createCountingIds(),
  });
  const words = JSON.stringify(preamble);
  expect(words).toContain('《〔最新纲要名称〕》');
  expect(words).not.toContain('2021');
});

describe('provenance', () => {
  const carried = '全年办理行政处罚案件62件，其中简易程序55件。';

  test('is by comparison, so that taking an edit back makes a block carried again', () => {
    expect(provenanceOf(carried, carried)).toBe('carried');
    expect(provenanceOf(carried.replace('62', '71'), carried)).toBe('edited');
    expect(provenanceOf(carried, carried)).toBe('carried');
  });

  test('a block without a source, or with nothing left of it, is new', () => {
    expect(provenanceOf(carried, null)).toBe('new');
    expect(provenanceOf('推进政务公开标准化规范化建设。', carried)).toBe('new');
  });
});

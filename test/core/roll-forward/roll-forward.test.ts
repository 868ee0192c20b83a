import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildReport,
  createCountingIds,
  listBlocks,
  type Report,
  requiredPartKinds,
} from '../../../core/model/index.ts';
import {
  applyRoll,
  planRoll,
  provenanceOf,
  rollForward,
  startBlank,
} from '../../../core/roll-forward/index.ts';
import { readLines } from '../../support/read-text.ts';
import { anyReport, hanText } from '../../support/report-arbitraries.ts';
import { packsOf } from './mentions.ts';

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
    const base = readLines(['青石镇2024年法治报告', '2024年底，'.repeat(300)]).report;
    const { report } = rollForward(base, options(2025));
    expect(report.preamble[0]).toMatchObject({ text: '2025年底，'.repeat(300) });
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

  test('says nothing of the writer: the same plan whoever asks, with keys that stay', () => {
    const plan = planRoll(lastYear, 2025, packsOf(2025));
    expect(planRoll(lastYear, 2025, packsOf(2025))).toEqual(plan);
    const keys = plan.changes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.length <= 200)).toBe(true);
  });

  test('tells where each change stands', () => {
    const plan = planRoll(lastYear, 2025, packsOf(2025));
    const inPlan = plan.changes.find(({ text }) => text.startsWith('2025年，持续'));
    expect(inPlan?.place).toEqual({
      partId: lastYear.parts[3]?.id,
      sectionId: null,
      blockId: lastYear.parts[3]?.blocks[0]?.id,
      quote: '2025年，持续加强法治政府建设',
    });
  });
});

const bare = (report: Report) =>
  JSON.stringify(report, (key, value) =>
    ['id', 'source', 'year', 'signedDate'].includes(key) ? null : value,
  );
const apply = (base: Report, choices: Record<string, boolean> = {}) => {
  const toYear = base.year + 1;
  return applyRoll(base, planRoll(base, toYear, packsOf(toYear)), {
    baseId: 'base',
    createId: createCountingIds('n'),
    choices,
  });
};

/** Reports with years, plans and meetings in their text. */
const telling = [
  '2025年，全镇办理案件62件，较2024年增长23%。',
  '2025年荣获全县法治乡镇称号。',
  '深入实施“八五”普法规划，按照《青石镇2025年普法工作要点》落实。',
  '2025年是“十四五”规划收官之年，贯彻党的二十届三中全会精神。',
  '自2025年起，连续三年开展法治体检。',
];
const anyTelling = fc
  .array(fc.constantFrom(...telling), { minLength: 1, maxLength: 6 })
  .map((texts) => {
    const createId = createCountingIds('t');
    return buildReport(2025, {
      title: '青石镇2025年法治政府建设年度报告',
      preamble: texts.map((text) => buildParagraph(createId, text)),
    });
  });

describe('what the writer chose', () => {
  test('a refused change stays as it was, and the others are made', () => {
    const title = planRoll(lastYear, 2025, packsOf(2025)).changes.find(
      ({ target }) => target.field === 'title',
    );
    const report = apply(lastYear, { [title?.key ?? '']: false });
    expect(report.title).toBe(lastYear.title);
    expect(report.parts[0]?.heading).toBe('2025年主要举措和成效');
  });

  test('a proposal is made only where it was chosen', () => {
    const base = buildReport(2025, {
      preamble: [buildParagraph(createCountingIds(), telling[1] ?? '')],
    });
    const [ask] = planRoll(base, 2026, packsOf(2026)).changes;
    expect(ask).toMatchObject({ verdict: 'ask', reason: 'award' });
    expect(apply(base).preamble[0]).toMatchObject({ text: telling[1] });
    expect(apply(base, { [ask?.key ?? '']: true }).preamble[0]).toMatchObject({
      text: '2026年荣获全县法治乡镇称号。',
    });
  });

  test('a key that is none of the plan’s changes nothing', () => {
    const strange = { 'front/title/0/2031': true, __proto__: true, constructor: false };
    expect(bare(apply(lastYear, strange))).toBe(bare(apply(lastYear)));
  });

  test('with everything refused only year, ids, sources and date are new', () => {
    fc.assert(
      fc.property(anyTelling, (base) => {
        const { changes } = planRoll(base, 2026, packsOf(2026));
        const choices = Object.fromEntries(changes.map(({ key }) => [key, false]));
        expect(bare(apply(base, choices))).toBe(bare(base));
      }),
    );
  });

  test('each change that is made touches its own words and no others', () => {
    fc.assert(
      fc.property(anyTelling, fc.infiniteStream(fc.boolean()), (base, flips) => {
        const { changes } = planRoll(base, 2026, packsOf(2026));
        const choices = Object.fromEntries(
          changes.map(({ key }) => [key, flips.next().value === true]),
        );
        const rolled = apply(base, choices);
        base.preamble.forEach((block, index) => {
          if (block.type === 'table') return;
          const own = changes.filter(({ target }) => target.id === block.id);
          const expected = own.reduceRight(
            (text, { key, start, end, to }) =>
              choices[key] && to !== null ? text.slice(0, start) + to + text.slice(end) : text,
            block.text,
          );
          expect(rolled.preamble[index]).toMatchObject({ text: expected });
        });
      }),
    );
  });

  test('text that names no year, plan or meeting is unchanged, whatever the report', () => {
    fc.assert(
      fc.property(anyReport, hanText(1, 40), (base, text) => {
        const report = {
          ...base,
          preamble: [...base.preamble, buildParagraph(createCountingIds('p'), text)],
        };
        const { changes } = planRoll(report, report.year + 1, packsOf(report.year + 1));
        expect(changes).toEqual([]);
        expect(bare(apply(report))).toBe(bare(report));
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

import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildTable,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import type { PromiseReview } from '../../../core/promises/index.ts';
import type { StaleChip } from '../../../core/stale/index.ts';
import { toDocument } from '../../../renderer/editor/index.ts';
import { listUnanswered } from '../../../renderer/features/workspace/open-points.ts';
import { findSourceWords } from '../../../renderer/features/workspace/source-words.ts';
import {
  countByHome,
  describeAlike,
  groupByHome,
  quoteWords,
} from '../../../renderer/features/workspace/stale-words.ts';

const oldId = createCountingIds('old');
const oldBlock = buildParagraph(oldId, '2024年召开第十届会议，办理案件62件，其中简易程序55件。');
const oldTable = buildTable(oldId, [['2024年案件', '62件']]);
const lastYear = buildReport(2024, {
  title: '青石镇2024年法治政府建设年度报告',
  parts: [buildPart(oldId, 'achievements', '2024年成效', { blocks: [oldBlock, oldTable] })],
});

/** The report of a year later, its words rolled forward and its origins named. */
function roll(ids: string): Report {
  const id = createCountingIds(ids);
  const from = (blockId: string) => ({ reportId: 'base', blockId });
  const [part] = lastYear.parts;
  const text = '2025年召开第十一届会议，办理案件62件，其中简易程序55件。';
  const table = { ...buildTable(id, [['2025年案件', '62件']]), source: from(oldTable.id) };
  const rolled = buildPart(id, 'achievements', '2025年成效', {
    blocks: [buildParagraph(id, text, from(oldBlock.id)), table],
  });
  return buildReport(2025, {
    title: '青石镇2025年法治政府建设年度报告',
    parts: [{ ...rolled, source: from(part?.id ?? '') }],
  });
}

const base = { year: 2024, report: lastYear, rolled: roll('rolled'), answers: {} };
const draft = roll('draft');
const [part] = draft.parts;
const [block, table] = part?.blocks ?? [];

function chipAt(target: StaleChip['target'], text: string, start: number): StaleChip {
  return {
    key: `${target.id}/${target.field}/${text}`,
    kind: 'figure',
    target,
    start,
    end: start + text.length,
    text,
    why: '',
    proposals: [],
    matter: '',
    like: text,
    place: { partId: part?.id ?? null, sectionId: null, blockId: target.id, quote: '' },
  };
}

test('what chips have in common is their words and what they count', () => {
  const chip = chipAt({ id: 'b', field: 'text' }, '62件', 0);
  expect(describeAlike({ ...chip, matter: '办理行政处罚案件' })).toBe('62件 · 办理行政处罚案件');
  expect(describeAlike(chip)).toBe('62件');
});

describe('last year’s words on the card', () => {
  const doc = toDocument(draft);
  const readValue = (target: StaleChip['target'], text: string, start = 0) =>
    findSourceWords(base, doc, chipAt(target, text, start))?.value;
  const inBlock = { id: block?.id ?? '', field: 'text' } as const;

  test('are those that rolling forward changed, however long, and those it left', () => {
    expect(readValue(inBlock, '2025年')).toBe('2024年');
    expect(readValue(inBlock, '第十一届', 7)).toBe('第十届');
    expect(findSourceWords(base, doc, chipAt(inBlock, '62件', 18))).toEqual({
      before: '年召开第十届会议，办理案件'.slice(-10),
      value: '62件',
      after: '，其中简易程序55件。'.slice(0, 10),
    });
  });

  test('are found for headings, the title and cells too', () => {
    expect(readValue({ id: part?.id ?? '', field: 'heading' }, '2025年')).toBe('2024年');
    expect(readValue({ id: 'front', field: 'title' }, '2025年', 3)).toBe('2024年');
    expect(readValue({ id: table?.id ?? '', field: 'cell-0-0' }, '2025年')).toBe('2024年');
    expect(readValue({ id: table?.id ?? '', field: 'cell-0-1' }, '62件')).toBe('62件');
  });

  test('are none for words that last year’s report does not have there, or for a new block', () => {
    expect(readValue(inBlock, '柳河镇')).toBeUndefined();
    expect(readValue({ id: 'unknown', field: 'text' }, '62件')).toBeUndefined();
  });
});

test('chips are counted and grouped under the heading they stand under, in the outline’s order', () => {
  const id = createCountingIds('s');
  const section = buildSection(id, '执法');
  const at = (sectionId: string | null, partId: string | null, target = 'x') => ({
    ...chipAt({ id: target, field: 'text' }, '62件', 0),
    place: { partId, sectionId, blockId: null, quote: '' },
  });
  const chips = [
    at(null, null, 'front'),
    at(section.id, 'part'),
    at(null, 'part'),
    at(section.id, 'part'),
    at(null, null, 'closing'),
  ];
  expect([...countByHome(chips)]).toEqual([
    ['front', 1],
    [section.id, 2],
    ['part', 1],
    ['closing', 1],
  ]);
  const rows = ['closing', section.id, 'gone'].map((each) => ({
    name: each,
    stop: {
      id: each,
      kind: 'section' as const,
      label: '',
      heading: '',
      part: null,
      partId: null,
      characters: 0,
    },
  }));
  expect(groupByHome(chips, rows).map(({ name, chips: own }) => [name, own.length])).toEqual([
    ['closing', 1],
    [section.id, 2],
  ]);
});

test('a promise is open until something was said of it', () => {
  const promises = ['a', 'b'].map((id) => ({
    promise: { id },
  })) as unknown as readonly PromiseReview[];
  const outcomes = { a: { state: 'done' as const, note: '', blockId: null } };
  const analysis = { promises } as unknown as Parameters<typeof listUnanswered>[0]['analysis'];
  expect(listUnanswered({ analysis, outcomes }).map(({ promise }) => promise.id)).toEqual(['b']);
  expect(listUnanswered({ analysis: null, outcomes })).toEqual([]);
});

test('words that have quotes or title marks of their own are not quoted once more', () => {
  expect(quoteWords('62件')).toBe('“62件”');
  expect(quoteWords('“十四五”')).toBe('“十四五”');
  expect(quoteWords('《工作要点（2025年）》')).toBe('《工作要点（2025年）》');
  expect(quoteWords('“十四五”规划')).toBe('“‘十四五’规划”');
});

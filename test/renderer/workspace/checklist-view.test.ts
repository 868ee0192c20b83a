import { describe, expect, test } from 'vitest';
import { choosePacks } from '../../../core/packs/index.ts';
import {
  filterQuestions,
  firstView,
  groupQuestions,
  isSameResult,
  listQuestions,
} from '../../../renderer/features/workspace/checklist-view.ts';
import { offerSection } from '../../../renderer/features/workspace/insert-pattern.ts';
import { nameRemarks, remarksOf } from '../../../renderer/features/workspace/remark-words.ts';
import { buildCheckItem, buildChecklist, buildItemResult } from '../../support/checklists.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const outline = choosePacks(shipped.packs, 2025).outline;
const items = [
  buildCheckItem({ id: 'team', outlineItem: '2021-13' }),
  buildCheckItem({ id: 'drills', outlineItem: '2021-18', required: false }),
  buildCheckItem({ id: 'causes', parts: ['shortcomings'] }),
];
const sources = [
  {
    id: 'rule',
    title: '督察工作规定',
    source: '规定',
    date: '2026-01-01',
    confidence: 'verified',
    itemIds: ['causes'],
  },
] as const;
const packs = { checklist: buildChecklist(items), sources, outline };
const results = [
  buildItemResult('team', 'answered', 's1'),
  buildItemResult('drills', 'missing', null),
  buildItemResult('causes', 'partly', 'p2'),
];
const lastYear = [buildItemResult('team', 'partly', 's9')];
const questions = listQuestions(packs, results, lastYear);
const stop = (id: string) => ({
  id,
  kind: 'section' as const,
  label: '',
  heading: id,
  part: null,
  partId: null,
  characters: 0,
});
const rows = [
  { stop: stop('s1'), name: '（一）规范执法' },
  { stop: stop('p2'), name: '二、不足' },
];
const ids = (some: readonly { readonly item: { readonly id: string } }[]) =>
  some.map(({ item }) => item.id);

describe('the questions of the panel', () => {
  test('know their source and last year’s answer', () => {
    expect(questions.map(({ lastYear: was }) => was?.state ?? null)).toEqual([
      'partly',
      null,
      null,
    ]);
    expect(questions.map(({ source }) => source?.title ?? null)).toEqual([
      null,
      null,
      '督察工作规定',
    ]);
  });

  test('are filtered by state and by what is required, the required ones at first', () => {
    expect(
      ids(filterQuestions(questions, { ...firstView, requiredOnly: false, state: 'missing' })),
    ).toEqual(['drills']);
    expect(ids(filterQuestions(questions, firstView))).toEqual(['team', 'causes']);
  });

  test('one that was answered by hand stays in sight until the filter is set anew', () => {
    const view = { ...firstView, requiredOnly: false, state: 'missing', kept: ['team'] } as const;
    expect(ids(filterQuestions(questions, view))).toEqual(['team', 'drills']);
  });

  test('stand under the report’s sections, those without one at the end', () => {
    const groups = groupQuestions(questions, 'section', { rows, packs });
    expect(groups.map(({ name, open }) => [name, open])).toEqual([
      ['（一）规范执法', 0],
      ['二、不足', 1],
      ['本报告还没有谈到', 0],
    ]);
  });

  test('stand under the outline’s chapters, a rule’s under the rule', () => {
    const groups = groupQuestions(questions, 'chapter', { rows, packs });
    expect(groups.map((group) => ids(group.questions))).toEqual([['team'], ['drills'], ['causes']]);
    expect(groups.at(-1)?.name).toBe('督察工作规定');
  });

  test('a result with other words is another one', () => {
    const [team] = results;
    if (!team) throw new Error('no result');
    const place = { partId: 'p', sectionId: 's1', blockId: 'b', quote: '执法人员11名。' };
    expect(isSameResult(team, { ...team })).toBe(true);
    expect(isSameResult(team, { ...team, where: [place] })).toBe(false);
  });
});

describe('a section offered for a question', () => {
  const applied = choosePacks(shipped.packs, 2025);
  const offer = (change: Parameters<typeof buildCheckItem>[0]) =>
    offerSection(buildCheckItem(change), applied, 2025);

  test('bears the template’s heading that speaks of it', () => {
    const { heading, hasHeading } = offer({ id: 'a', topics: ['应急', '突发事件'] });
    expect(hasHeading).toBe(true);
    expect(heading).toContain('突发事件');
  });

  test('bears the outline’s title where the template has none', () => {
    const title = applied.outline.chapters.flatMap((chapter) => chapter.items)[3]?.title;
    const id = applied.outline.chapters.flatMap((chapter) => chapter.items)[3]?.id ?? '';
    expect(offer({ id: 'b', topics: ['无此说法'], outlineItem: id }).heading).toBe(title);
  });

  test('is a part alone where a part answers as a whole, with the years filled in', () => {
    const { hasHeading, part } = offer({ id: 'c', parts: ['plan'] });
    expect(hasHeading).toBe(false);
    expect(part.heading).toContain('2026年度');
    expect(part.heading).not.toContain('{');
  });
});

test('remarks on a piece are named in few words, each kind once', () => {
  const remark = (
    kind: 'no-causes' | 'thin-shortcomings' | 'no-figures',
    sectionId: string | null,
  ) => ({
    kind,
    part: 'shortcomings' as const,
    partId: 'p2',
    sectionId,
    quote: '',
    blockId: null,
    text: kind,
  });
  const remarks = [
    remark('no-causes', null),
    remark('thin-shortcomings', null),
    remark('no-figures', 's1'),
  ];
  expect(nameRemarks(remarksOf(remarks, 'p2'))).toBe('没有写原因，写得简略');
  expect(nameRemarks(remarksOf(remarks, 's1'))).toBe('没有数字');
});

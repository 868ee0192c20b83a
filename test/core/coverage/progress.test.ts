import { expect, it } from 'vitest';
import type { CheckItemResult, CoverageState } from '../../../core/api/index.ts';
import { sectionProgress } from '../../../core/coverage/index.ts';
import type { ChecklistPack } from '../../../core/packs/index.ts';

const checklist: ChecklistPack = {
  kind: 'checklist',
  id: 'small',
  title: '小清单',
  source: '测试',
  confidence: 'unconfirmed',
  outline: 'none',
  items: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    question: '是否写明？',
    outlineItem: null,
    basis: '测试',
    confidence: 'unconfirmed',
    parts: ['achievements'],
    topics: [],
    answered: [],
    touched: [],
    phrases: [],
    required: id !== 'd',
  })),
};
const result = (itemId: string, state: CoverageState, homeId: string | null): CheckItemResult => ({
  itemId,
  state,
  where: [],
  homeId,
});

it('counts the required questions answered, whole and by home', () => {
  const items = [
    result('a', 'answered', 's1'),
    result('b', 'partly', 's1'),
    result('c', 'answered', null),
    result('d', 'answered', 's1'),
  ];
  expect(sectionProgress(items, checklist)).toEqual({
    answered: 2,
    total: 3,
    byHome: { s1: { answered: 1, total: 2 } },
    homeless: { answered: 1, total: 1 },
  });
});

it('is nothing of nothing without questions', () => {
  expect(sectionProgress([], checklist)).toEqual({
    answered: 0,
    total: 0,
    byHome: {},
    homeless: { answered: 0, total: 0 },
  });
});

import { expect, it } from 'vitest';
import { isSettled, lacksReason, sectionProgress } from '../../../core/coverage/index.ts';
import {
  buildCheckItem,
  buildChecklist,
  buildItemResult as result,
} from '../../support/checklists.ts';

const checklist = buildChecklist(
  ['a', 'b', 'c', 'd'].map((id) => buildCheckItem({ id, required: id !== 'd' })),
);

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

it('leaves open what is said not to apply without a reason', () => {
  const items = [
    { ...result('a', 'notApplicable', 's1'), reason: '本镇没有这一项职权' },
    { ...result('b', 'notApplicable', 's1'), reason: ' ' },
  ];
  expect(sectionProgress(items, checklist)).toMatchObject({ answered: 1, total: 2 });
  expect(items.map(isSettled)).toEqual([true, false]);
  expect(items.map(lacksReason)).toEqual([false, true]);
});

import { expect, test } from 'vitest';
import type { Notice } from '../../../core/api/index.ts';
import {
  labelDoubt,
  leaveOpenDoubts,
  placeDoubts,
} from '../../../renderer/features/new-report/doubts.ts';
import { findRow, readForClaim, webPage } from './read-for-claim.ts';

const { rows, spans, source } = readForClaim(webPage);
const place = (...notices: Notice[]) => placeDoubts(notices, rows, spans, source);

test('a doubt stands at the words it names, not at the first of its line', () => {
  const notice: Notice = {
    code: 'segment/heading-without-label',
    line: 5,
    text: '全年组织专题学法6次。',
  };
  const { byRow, ofWhole } = place(notice);
  expect([...byRow]).toEqual([[findRow(rows, '全年组织专题学法6次。').key, [notice]]]);
  expect(ofWhole).toEqual([]);
});

test('two doubts at one place are both told', () => {
  const line = 11;
  const { byRow } = place(
    { code: 'segment/part-by-meaning', part: 'plan', line, text: '努力方向' },
    { code: 'segment/label-out-of-order', line, text: '四、努力方向' },
  );
  expect(byRow.get(findRow(rows, '努力方向').key)?.map(labelDoubt)).toEqual([
    '按词义判断',
    '序号不连续',
  ]);
});

test('a doubt without a place, or whose place was not found, is told of the whole', () => {
  const notices: Notice[] = [
    { code: 'segment/year-missing' },
    { code: 'segment/label-irregular', line: 999, text: '不在这里' },
  ];
  expect(place(...notices).ofWhole).toEqual(notices);
});

test('a missing title is told where the title goes', () => {
  expect([...place({ code: 'segment/title-missing' }).byRow.keys()]).toEqual(['title']);
});

test('a missing title is no doubt any more once it was written; the others stay', () => {
  const irregular: Notice = { code: 'segment/label-irregular', line: 999, text: '不在这里' };
  const doubts = place({ code: 'segment/title-missing' }, irregular);
  expect(leaveOpenDoubts(doubts, { title: ' ' })).toEqual(doubts);
  const left = leaveOpenDoubts(doubts, { title: '青石镇年度报告' });
  expect([left.byRow.size, left.ofWhole]).toEqual([0, [irregular]]);
});

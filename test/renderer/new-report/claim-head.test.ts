import { expect, test } from 'vitest';
import { runCommand } from '../../../renderer/features/new-report/claim-commands.ts';
import { setHead } from '../../../renderer/features/new-report/claim-head.ts';
import {
  type ClaimState,
  countPlaces,
  goTo,
  headOf,
  isChanged,
} from '../../../renderer/features/new-report/claim-state.ts';
import { goToWords, readForClaim, runAll, webPage, withBareHeading } from './read-for-claim.ts';

const { state } = readForClaim(webPage);
const read = headOf(state);
/** The unit typed letter by letter, as the field tells it. */
const type = (from: ClaimState, words: string) =>
  Array.from(words).reduce(
    (last, _, index) => setHead(last, { issuers: [words.slice(0, index + 1)] }),
    from,
  );

test('another year and another unit are changes that leaving would lose', () => {
  expect(isChanged(state)).toBe(false);
  expect(isChanged(setHead(state, { year: 2024 }))).toBe(true);
  expect(isChanged(setHead(state, { issuers: ['青石镇人民政府'] }))).toBe(true);
});

test('typed back to what was read, nothing is changed', () => {
  const typed = type(setHead(state, { year: 2024 }), '青石镇');
  expect(isChanged(setHead(setHead(typed, read), { year: read.year }))).toBe(false);
});

test('a unit typed letter by letter is one step, and undoing brings the one before back', () => {
  const typed = type(state, '青石镇人民政府');
  expect(typed.history.past).toHaveLength(1);
  const undone = runCommand(typed, { name: 'undo' });
  expect(headOf(undone)).toEqual(read);
  expect(isChanged(undone)).toBe(false);
  expect(headOf(runCommand(undone, { name: 'redo' })).issuers).toEqual(['青石镇人民政府']);
});

test('year and unit are steps of their own, among those that change lines', () => {
  const lowered = runCommand(goToWords(setHead(state, { year: 2024 }), '问题与不足'), {
    name: 'lower',
  });
  const typed = type(lowered, '青石镇');
  expect(typed.history.past).toHaveLength(3);
  const undone = runAll(typed, { name: 'undo' }, { name: 'undo' });
  expect(headOf(undone)).toEqual({ ...read, year: 2024 });
  expect(headOf(runCommand(undone, { name: 'undo' }))).toEqual(read);
});

test('typed again after undoing, it is a step again', () => {
  const undone = runAll(type(type(state, '甲乙'), '丙丁'), { name: 'undo' });
  const again = type(runCommand(undone, { name: 'redo' }), '戊');
  expect(headOf(runCommand(again, { name: 'undo' }))).toEqual(read);
  const branched = type(undone, '己');
  expect(branched.history.future).toEqual([]);
  expect(headOf(runCommand(branched, { name: 'undo' }))).toEqual(read);
});

test('the count says which open place one stands on, and falls with each that is answered', () => {
  const bare = readForClaim(withBareHeading).state;
  const [doubt] = bare.doubts;
  if (!doubt) throw new Error('no doubt');
  const other = bare.opened.lines.find(({ text }) => text === '问题与不足')?.id ?? '';
  const two = {
    ...bare,
    doubts: [doubt, { ...doubt, key: 'again' }, { ...doubt, key: 'b', lineId: other }],
  };
  expect(countPlaces(two)).toEqual({ at: 1, open: 2, all: 2 });
  expect(countPlaces(goTo(two, 'title'))).toEqual({ at: null, open: 2, all: 2 });
  const confirmed = runCommand(two, { name: 'confirm' });
  expect(confirmed.said.words).toBe('已确认，还有 1 处待确认');
  expect(countPlaces(confirmed)).toEqual({ at: 1, open: 1, all: 2 });
  expect(countPlaces(runCommand(confirmed, { name: 'confirm' }))).toEqual({
    at: null,
    open: 0,
    all: 2,
  });
});

import { expect, test } from 'vitest';
import { toReport } from '../../../core/claim/index.ts';
import { runCommand } from '../../../renderer/features/new-report/claim-commands.ts';
import { endEditing, splitEditing } from '../../../renderer/features/new-report/claim-editing.ts';
import { commandOfKey } from '../../../renderer/features/new-report/claim-keys.ts';
import {
  claimOf,
  isChanged,
  lineOf,
  openDoubtsOf,
} from '../../../renderer/features/new-report/claim-state.ts';
import {
  goToWords,
  outlineOfState,
  readForClaim,
  runAll,
  webPage,
  withBareHeading,
} from './read-for-claim.ts';

const page = readForClaim(webPage).state;
const bare = readForClaim(withBareHeading).state;
const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => commandOfKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('on arrival the first doubt is active', () => {
  expect(lineOf(bare)?.text).toBe('推进政务公开');
  expect(openDoubtsOf(bare)).toHaveLength(1);
});

test('without a doubt the first line is active', () => {
  expect(page.active).toBe('title');
});

test('a doubt is confirmed with one key, and undoing brings it back', () => {
  const confirmed = runCommand(bare, { name: 'confirm' });
  expect(openDoubtsOf(confirmed)).toEqual([]);
  expect(confirmed.said.words).toBe('已确认，没有待确认的了');
  expect(isChanged(confirmed)).toBe(false);
  expect(openDoubtsOf(runCommand(confirmed, { name: 'undo' }))).toHaveLength(1);
});

test('the arrow answers a heading without a number: it becomes text, and says which line', () => {
  const lowered = runCommand(bare, { name: 'lower' });
  expect(lineOf(lowered)).toMatchObject({ role: 'paragraph', text: '推进政务公开' });
  expect(openDoubtsOf(lowered)).toEqual([]);
  expect(lowered.said.words).toBe('第 5 行改为正文');
});

test('undone, everything is exactly as it was, and the same line is active again', () => {
  const changed = runAll(
    goToWords(page, '一是执法力量'),
    { name: 'raise' },
    { name: 'go', to: 'up' },
    { name: 'kind', kind: 'other' },
    { name: 'discard' },
  );
  expect(isChanged(changed)).toBe(true);
  const undone = runAll(changed, { name: 'undo' }, { name: 'undo' }, { name: 'undo' });
  expect(claimOf(undone)).toBe(claimOf(page));
  expect(lineOf(undone)?.text).toContain('一是执法力量');
  expect(isChanged(undone)).toBe(false);
  const redone = runAll(undone, { name: 'redo' }, { name: 'redo' }, { name: 'redo' });
  expect(claimOf(redone)).toBe(claimOf(changed));
});

test('after a line was left out the next one is active', () => {
  const at = goToWords(page, '问题与不足');
  const gone = runCommand(at, { name: 'discard' });
  expect(lineOf(gone)?.text).toContain('一是执法力量');
  expect(outlineOfState(gone).at(-1)).toBe('residue:3');
});

test('a residue line is restored at its place with Enter', () => {
  const restored = runCommand(goToWords(page, '来源：枫林街道'), { name: 'confirm' });
  const preamble = toReport(claimOf(restored)).preamble.map(
    (block) => 'text' in block && block.text,
  );
  expect(preamble[0]).toBe(webPage[2]);
});

test('merging goes on with the line that took the words', () => {
  const lines = [...webPage.slice(0, 8), '一是执法力量与', '赋权事项不匹配。', ...webPage.slice(9)];
  const { state } = readForClaim(lines);
  const merged = runCommand(goToWords(state, '赋权事项'), { name: 'merge' });
  expect(lineOf(merged)?.text).toBe('一是执法力量与赋权事项不匹配。');
});

test('a line is parted at the caret, words changed before included', () => {
  const editing = runCommand(goToWords(page, '一是执法力量'), { name: 'split' });
  expect(editing.editing?.mode).toBe('split');
  const words = '一是执法力量不足。二是普法方式单一。';
  const parted = splitEditing(editing, words, 9);
  expect(outlineOfState(parted)).toContain('paragraph:一是执法力量不足。');
  expect(lineOf(parted)?.text).toBe('二是普法方式单一。');
});

test('an edit that changes nothing is no step', () => {
  const editing = runCommand(goToWords(page, '问题与不足'), { name: 'edit' });
  expect(endEditing(editing, '问题与不足').history.past).toEqual([]);
  const edited = endEditing(editing, '存在的问题');
  expect(toReport(claimOf(edited)).parts[1]?.heading).toBe('存在的问题');
});

test('the date takes another date, but no words beside it, and says so', () => {
  const at = goToWords(page, '2026年2月20日');
  expect(runCommand(at, { name: 'split' }).said.words).toBe('这一行不能拆分');
  const editing = runCommand(at, { name: 'edit' });
  const refused = endEditing(editing, '2026年2月20日印发');
  expect(claimOf(refused)).toBe(claimOf(page));
  expect(refused.said.words).toBe('日期这一行只能写日期，没有改');
  expect(endEditing(editing, '2026年2月20日').said.words).toBe(editing.said.words);
  expect(splitEditing(editing, '2026年2月20日', 5).said.words).toBe('这一行不能拆分');
  expect(toReport(claimOf(endEditing(editing, '2026年2月21日'))).closing.signedDate).toBe(
    '2026-02-21',
  );
});

test('several lines are chosen with Shift and changed together', () => {
  const chosen = runAll(
    goToWords(page, '枫林街道办事处'),
    { name: 'extend', to: 'down' },
    { name: 'discard' },
  );
  const { closing } = toReport(claimOf(chosen));
  expect(closing).toMatchObject({ signature: [], signedDate: null });
  expect(chosen.said.words).toBe('2 行已剔除，可在“页面残留”里恢复');
});

test('what cannot be done changes nothing and says so', () => {
  const refused = runCommand(goToWords(page, '主要工作举措'), { name: 'raise' });
  expect(claimOf(refused)).toBe(claimOf(page));
  expect(refused.said.words).toBe('不能再提升了');
});

test('the keys do what the card says, and leave the rest to others', () => {
  expect(press('ArrowRight')).toEqual({ name: 'lower' });
  expect(press('Tab', { shiftKey: true })).toEqual({ name: 'raise' });
  expect(press('3')).toEqual({ name: 'kind', kind: 'leadership' });
  expect(press('M')).toEqual({ name: 'merge' });
  expect(press('z', { ctrlKey: true })).toEqual({ name: 'undo' });
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ name: 'redo' });
  expect(press('ArrowUp', { altKey: true })).toEqual({ name: 'move', direction: 'up' });
  expect(press('F8', { shiftKey: true })).toEqual({ name: 'doubt', to: 'previous' });
  for (const key of ['s', 'k', 'f', 'c']) expect(press(key, { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
});

import { expect, test } from 'vitest';
import { enterSignedDate, goToEnd } from '../../../renderer/editor/caret-commands.ts';
import { openState, placeCaret, run } from './editor-harness.ts';

test('the end of the report is behind the signature, though the date stands below it', () => {
  const { selection } = run(placeCaret(openState(), '述法一次'), goToEnd(false));
  expect(selection.empty).toBe(true);
  expect(selection.$from.parent.type.name).toBe('signature');
  expect(selection.$from.parentOffset).toBe('青石镇人民政府'.length);
});

test('with Shift everything from the caret on is selected', () => {
  const before = placeCaret(openState(), '述法一次');
  const { selection } = run(before, goToEnd(true));
  expect([selection.anchor, selection.$head.parent.type.name]).toEqual([
    before.selection.anchor,
    'signature',
  ]);
});

test('only the signature leads into the date', () => {
  expect(enterSignedDate(placeCaret(openState(), '述法一次'))).toBe(false);
});

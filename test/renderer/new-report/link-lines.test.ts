import { expect, test } from 'vitest';
import { discardLines } from '../../../core/claim/index.ts';
import {
  cutAtMarks,
  groupMarks,
  sameMarks,
} from '../../../renderer/features/new-report/link-lines.ts';
import { readForClaim, webPage } from './read-for-claim.ts';

const { claim } = readForClaim(webPage);

test('every line of the source is marked for what it became', () => {
  const marks = groupMarks(claim);
  expect([...webPage.keys()].map((block) => marks.get(block)?.map(({ tone }) => tone))).toEqual([
    ['discarded'],
    ['heading'],
    ['discarded'],
    ['plain'],
    ['heading'],
    ['heading', 'plain'],
    ['heading', 'plain'],
    ['heading'],
    ['plain'],
    ['heading'],
    ['plain'],
    ['heading'],
    ['plain'],
    ['plain'],
    ['plain'],
  ]);
});

test('a line cut at its marks is the line', () => {
  const marks = groupMarks(claim);
  for (const [block, text] of webPage.entries()) {
    const pieces = cutAtMarks(text, marks.get(block) ?? []);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const { at, text: words } of pieces) expect(text.slice(at).startsWith(words)).toBe(true);
  }
});

test('of marks that overlap the first counts', () => {
  const mark = (key: string, start: number, end: number) => ({
    key,
    tone: 'plain' as const,
    start,
    end,
  });
  const pieces = cutAtMarks('一二三四五', [mark('a', 1, 3), mark('b', 2, 4), mark('c', 3, 3)]);
  expect(pieces.map(({ text, mark: own }) => [text, own?.key ?? null])).toEqual([
    ['一', null],
    ['二三', 'a'],
    ['四五', null],
  ]);
});

test('only the marks of a line that changed are new', () => {
  const before = groupMarks(claim);
  const id = claim.lines.find(({ text }) => text === '努力方向')?.id ?? '';
  const after = groupMarks(discardLines(claim, new Set([id])));
  const changed = [...webPage.keys()].filter(
    (block) => !sameMarks(before.get(block) ?? [], after.get(block) ?? []),
  );
  expect(changed).toEqual([11]);
});

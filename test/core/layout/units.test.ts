import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHARACTER_CELL,
  CHARACTERS_PER_LINE,
  LINE_PITCH,
  mm,
  mmToTwip,
  pageTwip,
  pt,
  ptToHalfPoint,
  ptToTwip,
  twipToMm,
} from '../../../core/layout/index.ts';

test('the standard’s lengths become the twips Word is given', () => {
  expect([37, 35, 28, 26, 210, 297].map((length) => mmToTwip(mm(length)))).toEqual([
    2098, 1984, 1587, 1474, 11906, 16838,
  ]);
  expect(ptToTwip(pt(16))).toBe(320);
  expect(ptToHalfPoint(pt(16))).toBe(32);
});

test('a length survives the way through twips to a hundredth of a millimetre', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (length) => {
      expect(Math.abs(twipToMm(mmToTwip(mm(length))) - length)).toBeLessThan(0.01);
    }),
  );
});

test('margins and text block fill the paper', () => {
  const { width, height, top, bottom, left, right, textWidth, textHeight } = pageTwip;
  expect(left + textWidth + right).toBe(width);
  expect(top + textHeight + bottom).toBe(height);
});

test('the text block holds 22 lines and 28 characters, and not one more', () => {
  const { textWidth, textHeight } = pageTwip;
  expect(Math.floor(textHeight / LINE_PITCH)).toBe(22);
  expect(Math.floor(textWidth / CHARACTER_CELL)).toBe(CHARACTERS_PER_LINE);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatHeadingLabel,
  type HeadingLevel,
  parseHeadingLabel,
} from '../../../core/numbering/index.ts';

test('the four levels print as the standard says', () => {
  const levels: readonly HeadingLevel[] = [1, 2, 3, 4];
  expect(levels.map((level) => formatHeadingLabel(level, 12))).toEqual([
    '十二、',
    '（十二）',
    '12.',
    '（12）',
  ]);
});

test('a printed number reads back as itself, at every level', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<HeadingLevel>(1, 2, 3, 4),
      fc.integer({ min: 1, max: 200 }),
      (level, ordinal) => {
        const label = parseHeadingLabel(`${formatHeadingLabel(level, ordinal)}加强组织领导`);
        expect(label).toMatchObject({
          ordinal,
          regular: true,
          raw: formatHeadingLabel(level, ordinal),
        });
      },
    ),
  );
});

test.each([
  ['(一)加强', 'chinese-bracket', 1],
  ['（二)加强', 'chinese-bracket', 2],
  ['一)加强', 'chinese-bracket', 1],
  ['（9） 落实', 'arabic-bracket', 9],
  ['1、加强', 'arabic-point', 1],
  ['１．加强', 'arabic-point', 1],
  ['三.加强', 'chinese-comma', 3],
  ['②加强', 'circled', 2],
])('the irregular number of %s is read and marked', (line, style, ordinal) => {
  expect(parseHeadingLabel(line)).toMatchObject({ style, ordinal });
});

test.each([
  '2025年，本镇',
  '一是加强',
  '1.5倍',
  '第一，',
  '三项制度',
  '（试行）',
  '（此件公开发布）',
])('%s begins with no heading number', (line) => {
  expect(parseHeadingLabel(line)).toBeNull();
});

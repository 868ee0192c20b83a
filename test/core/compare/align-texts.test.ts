import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts, countCommon, findCounterpart } from '../../../core/compare/index.ts';

/** The signs of a text that stand in the other too; · for those that are new. */
const keep = (text: string, other: string) =>
  [...alignTexts(text, other)].map((at, index) => (at < 0 ? '·' : text[index])).join('');

describe('the signs that stand in both texts', () => {
  test.each([
    [
      'numbers are whole',
      '办理3件，罚款1.5万元。',
      '办理13件，罚款2.5万元。',
      '办理·件，罚款···万元。',
    ],
    ['Chinese numerals too', '召开第一届会议。', '召开第十一届会议。', '召开第·届会议。'],
    ['Latin words too', '通过APP公开。', '通过APEC公开。', '通过···公开。'],
    ['in titles each sign counts', '《普法新规划》', '《普法规划》', '《普法·规划》'],
    [
      'of a sentence twice the equal one is it',
      '学法6次。学法6次。',
      '学法6次。',
      '学法6次。·····',
    ],
    ['nothing is shared with nothing', '新写。', '', '···'],
  ])('%s', (_, text, other, kept) => {
    expect(keep(text, other)).toBe(kept);
  });

  test('are found in a long text whose every sentence was changed', () => {
    const write = (number: (at: number) => number) =>
      Array.from(
        { length: 400 },
        (_, at) => `第${at}村组织普法宣传${number(at)}次，参加的群众来自第${at}组各户，反映良好。`,
      ).join('');
    const text = write((at) => at + 2);
    const kept = keep(
      text,
      write((at) => at + 3000),
    );
    expect(kept.replaceAll(/[^·]/gu, '').length).toBeLessThan(text.length / 10);
  });

  const words = fc
    .array(fc.constantFrom('依法', '13', '3', '十', '三', '件', '，', '。', '\n', 'APP', '𠮷'), {
      maxLength: 40,
    })
    .map((list) => list.join(''));

  test('are the same signs, in the same order', () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        const places = [...alignTexts(text, other)];
        expect(places.length).toBe(text.length);
        for (const [index, at] of places.entries()) {
          if (at >= 0) expect(other[at]).toBe(text[index]);
        }
        const kept = places.filter((at) => at >= 0);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        if (text === other) expect(kept.length).toBe(text.length);
      }),
    );
  });
});

describe('what stands in the place of words', () => {
  const counterpart = (text: string, other: string, words: string) => {
    const start = text.indexOf(words);
    const found = findCounterpart(text, other, { start, end: start + words.length });
    return found && other.slice(found.start, found.end);
  };

  test.each([
    ['another number', '2025年召开第十一届会议。', '2024年召开第十届会议。', '2025年', '2024年'],
    ['a longer one', '“九五”普法开局之年。', '“八五”普法收官总结之年。', '开局', '收官总结'],
    ['the same words elsewhere', '新写的话。办理62件。', '办理62件。', '62件', '62件'],
    ['nothing', '办理62件，另有一项。', '办理62件。', '，另有一项', null],
  ])('is %s', (_, text, other, words, expected) => {
    expect(counterpart(text, other, words)).toBe(expected);
  });
});

test('what texts have in common counts wherever it stands, and once', () => {
  expect(countCommon('子丑寅卯甲乙丙丁', '甲乙丙丁子丑寅卯')).toBe(8);
  expect(countCommon('甲乙丙丁甲乙丙丁', '甲乙丙丁')).toBe(4);
});

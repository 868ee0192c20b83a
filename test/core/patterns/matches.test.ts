import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCandidateFinder, findMatches } from '../../../core/patterns/index.ts';

const texts = fc
  .array(fc.constantFrom('青', '石', '镇', '12', '件', '，', '😀', '\ud83d', '\n'), {
    maxLength: 30,
  })
  .map((signs) => signs.join(''));
const patterns = [
  '青石',
  '(?<n>\\d+)件',
  '石*',
  '(?=镇)',
  '(?<!青)石|😀',
  '$',
  '',
  '[^，]',
  '镇??',
].map((source) => new RegExp(source, 'gu'));

describe('the matches of a pattern', () => {
  it('are those the language gives, whatever was looked for before', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...patterns), fc.nat(40), (text, pattern, at) => {
        const expected = [...text.matchAll(new RegExp(pattern.source, 'gu'))];
        pattern.lastIndex = at;
        const found = findMatches(text, pattern);
        const shape = (matches: readonly RegExpExecArray[]) =>
          matches.map((match) => [match.index, [...match], match.groups?.['n']]);
        expect(shape(found)).toEqual(shape(expected));
      }),
    );
  });
});

describe('the candidates among patterns', () => {
  it('are in the order of the list, and hold every pattern that matches', () => {
    const sources = ['青石镇', '石|件', '\\d+件', '(?:青|镇)，?石', '.', '没有'];
    const find = createCandidateFinder(sources);
    fc.assert(
      fc.property(texts, (text) => {
        const candidates = find(text);
        expect(candidates).toEqual(candidates.toSorted((a, b) => a - b));
        sources.forEach((source, index) => {
          if (new RegExp(source, 'u').test(text)) expect(candidates).toContain(index);
        });
      }),
    );
    expect(find('没有')).toEqual([4, 5]);
  });
});

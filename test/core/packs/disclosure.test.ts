import { describe, expect, test } from 'vitest';
import { describePackFault } from '../../../core/api/index.ts';
import { countPieces, listPatterns, parsePack } from '../../../core/packs/index.ts';

const rule = {
  id: 'a-rule',
  kind: 'group',
  severity: 'block',
  why: '写了人数。',
  basis: '第一条',
  confidence: 'verified',
  patterns: [{ find: '{group}\\d{1,3}人' }],
};
const head = {
  kind: 'disclosure',
  format: 1,
  id: 'own',
  title: '本县审查要求',
  source: '通知',
  date: '2026-01-05',
  confidence: 'verified',
};
const parse = (
  rules: readonly object[],
  words: object = { group: ['甲类', '乙类'], pair: ['(?<a>甲)'], nested: ['{group}'] },
) =>
  parsePack(
    { name: 'a.json', json: JSON.stringify({ ...head, words, rules }) },
    { trusted: new Set() },
  );
const faultsOf = (...given: Parameters<typeof parse>) => {
  const parsed = parse(...given);
  return parsed.ok ? [] : parsed.faults.map(describePackFault);
};

describe('a disclosure pack', () => {
  test('is taken up, its patterns with the words in their places', () => {
    const parsed = parse([rule]);
    if (!parsed.ok) throw new Error('refused');
    expect(countPieces(parsed.pack)).toBe(1);
    expect(listPatterns(parsed.pack)).toEqual([
      { path: ['rules', 0, 'patterns', 0, 'find'], value: '(?:甲类|乙类)\\d{1,3}人' },
    ]);
  });

  test.each([
    ['a place without words', [{ ...rule, near: ['{nobody}'] }], /“\{nobody\}”不是可以自动填写/u],
    ['a rule that stands twice', [rule, rule], /重复/u],
    ['a block on what nobody read', [{ ...rule, confidence: 'unconfirmed' }], /轻重/u],
    ['a rule that looks for nothing', [{ ...rule, patterns: [] }], /太少/u],
    ['no regular expression', [{ ...rule, except: ['（('] }], /不是正确的正则表达式/u],
    ['groups of one name', [{ ...rule, near: ['{pair}{pair}'] }], /不是正确的正则表达式/u],
    ['words within words', [{ ...rule, near: ['{nested}'] }], /“\{group\}”不是可以自动填写/u],
    ['one that runs away', [{ ...rule, near: ['(?:法+)+治'] }], /长时间停住/u],
    ['one that any text matches', [{ ...rule, near: ['法|'] }], /任何文字/u],
    ['a kind there is none of', [{ ...rule, kind: 'other' }], /不是允许的值/u],
    ['a key there is none of', [{ ...rule, colour: 1 }], /不认识的键/u],
  ])('is refused for %s', (_, rules, words) => {
    const [first, ...others] = faultsOf(rules);
    expect(others).toEqual([]);
    expect(first).toMatch(words);
  });

  test('words that run away are found where a pattern takes them', () => {
    expect(faultsOf([rule], { group: ['(?:甲+)+'] })).toHaveLength(1);
  });

  test('is checked without looking up names that every object has', () => {
    expect(faultsOf([{ ...rule, patterns: [{ find: '{constructor}人' }] }])).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardAnyOf } from '../../../core/patterns/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const strays = shipped.packs.flatMap((pack) =>
  pack.kind === 'rules' && pack.untoldWords
    ? [...pack.untoldWords.demands, ...pack.untoldWords.conditions, ...pack.untoldWords.pending]
    : [],
);

describe('a guard of plain words', () => {
  it('holds wherever a pattern matches', () => {
    const guard = guardAnyOf(strays);
    const any = new RegExp(strays.map((source) => `(?:${source})`).join('|'), 'u');
    expect(strays.length).toBeGreaterThan(3);
    const part = fc.constantFrom(
      '按照',
      '上级',
      '县里',
      '要求',
      '不少于',
      '每年',
      '应当',
      '如有',
      '须',
      '尚待',
      '已过期',
      '开展',
      '2次',
      '，',
      '的',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(!any.test(text) || guard.test(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds nowhere without its words, and always where a pattern tells none', () => {
    expect(guardAnyOf(['如有.{0,4}应当', '尚待']).test('全年开展演练2次。')).toBe(false);
    expect(guardAnyOf(['如有', '.']).test('全年')).toBe(true);
    expect(guardAnyOf([]).test('全年')).toBe(false);
    expect(guardAnyOf(['a\\+b']).test('a+b')).toBe(true);
  });
});

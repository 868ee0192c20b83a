import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matchAlike,
  matchPieces,
  measureLikeness,
  readLikeable,
  readMatchable,
} from '../../../core/compare/index.ts';
import { blockText, buildParagraph, createCountingIds } from '../../../core/model/index.ts';

const likeness = (a: string, b: string) => measureLikeness(readLikeable(a), readLikeable(b));

describe('the likeness of two texts', () => {
  test('is that of their letters: marks and blanks do not count', () => {
    expect(likeness('依法 治镇，办结率98％。', '依法治镇办结率98%')).toBe(1);
    expect(likeness('全年组织执法培训四次', '全年组织执法培训五次')).toBeCloseTo(7 / 9);
    expect(likeness('二〇二五年', '二五年')).toBeLessThan(1);
    expect(likeness('甲', '乙')).toBe(0);
    expect(likeness('甲', '甲')).toBe(1);
  });

  test('is the same either way, and none where lengths alone keep it low', () => {
    const text = fc.array(fc.constantFrom(...'依法治镇，。62件a'), { maxLength: 20 });
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [a, b] = [readLikeable(one.join('')), readLikeable(two.join(''))];
        const whole = measureLikeness(a, b);
        expect(whole).toBe(measureLikeness(b, a));
        expect(whole).toBeLessThanOrEqual(1);
        const least = measureLikeness(a, b, 0.4);
        expect(least >= 0.4 ? least : 0).toBe(whole >= 0.4 ? whole : 0);
      }),
    );
  });
});

describe('blocks and the ones they came from', () => {
  const build = (prefix: string, texts: readonly string[]) => {
    const createId = createCountingIds(prefix);
    return texts.map((text) => readMatchable(buildParagraph(createId, text), ''));
  };
  const law = '镇综合行政执法队全年办理行政处罚案件62件，其中简易程序55件，无一被撤销。';
  const study = '党政班子组织专题学法6次，邀请法律顾问授课，参训干部120人次。';

  test('a source is taken once; only a piece may share it', () => {
    const [items, sources] = [
      build('d', [law.slice(0, 22), law.slice(22)]),
      build('s', [study, law]),
    ];
    const alone = matchAlike(items, sources);
    expect(alone.size).toBe(1);
    const shared = matchPieces(items, sources, alone);
    expect(items.map((item) => shared.get(item)?.block.id)).toEqual(['s2', 's2']);
    for (const [item, source] of alone) expect(shared.get(item)).toBe(source);
  });

  test('what is known stands, however unlike', () => {
    const [items, sources] = [build('d', [law, study]), build('s', [study, law])];
    const [first, second] = sources;
    const [one, two] = items;
    if (!first || !second || !one || !two) throw new Error('no blocks');
    const matches = matchAlike(items, sources, new Map([[one, first]]));
    expect([matches.get(one), matches.get(two)]).toEqual([first, undefined]);
  });

  test('equal texts find each other in any order', () => {
    const texts = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己'), { maxLength: 6 });
    fc.assert(
      fc.property(texts, (letters) => {
        const [items, sources] = [build('d', letters), build('s', letters.toReversed())];
        const matches = matchAlike(items, sources);
        for (const item of items) {
          const source = matches.get(item);
          expect(source && blockText(source.block)).toBe(blockText(item.block));
        }
      }),
    );
  });
});

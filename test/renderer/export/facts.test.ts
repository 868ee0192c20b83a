import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFacts, officialFactsSchema } from '../../../core/layout/index.ts';
import {
  splitNames,
  tidyCopyNumber,
  tidyLine,
  tidyNumber,
} from '../../../renderer/features/export/tidy-facts.ts';

describe('a document’s number', () => {
  test.each([
    ['青政[2026]12', '青政〔2026〕12号'],
    ['青政（2026）第012号', '青政〔2026〕12号'],
    ['青政 【2026】 7 号', '青政〔2026〕7号'],
    ['青政发2026年3号', '青政发〔2026〕3号'],
    ['青政〔2026〕12号', '青政〔2026〕12号'],
    ['', ''],
    ['待编', '待编'],
  ])('%s is written %s', (typed, written) => {
    expect(tidyNumber(typed)).toBe(written);
  });

  test('what was tidied once stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
        const once = tidyNumber(typed);
        expect(tidyNumber(once)).toBe(once);
      }),
    );
  });
});

test('names are parted by their signs, and a blank within a name stays', () => {
  expect(splitNames('县司法局、县委依法治县办，县档案馆。')).toEqual([
    '县司法局',
    '县委依法治县办',
    '县档案馆',
  ]);
  expect(splitNames('张 三；李四')).toEqual(['张 三', '李四']);
  expect(splitNames(' 、 ')).toEqual([]);
});

test('a copy’s number has six digits', () => {
  expect(tidyCopyNumber('1')).toBe('000001');
  expect(tidyCopyNumber('000120')).toBe('000120');
  expect(tidyCopyNumber('')).toBe('');
});

describe('what was pasted', () => {
  test.each([
    ['青石镇\r\n人民政府', '青石镇 人民政府'],
    ['\u202e青政〔2026〕12号\u202c', '青政〔2026〕12号'],
    ['秘密\t★1年', '秘密 ★1年'],
    ['张 三', '张 三'],
  ])('%j is the line %j', (pasted, line) => {
    expect(tidyLine(pasted)).toBe(line);
  });

  test('is always a fact that can be kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (pasted) => {
        const facts = { ...emptyFacts, mark: tidyLine(pasted) };
        expect(officialFactsSchema.safeParse(facts).success).toBe(true);
      }),
    );
  });
});

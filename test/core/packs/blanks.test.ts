import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasOpenPlace, listBlanks } from '../../../core/packs/index.ts';

describe('blanks of a text', () => {
  test('are found with their words, in order', () => {
    expect(listBlanks('开展〔次数〕次，覆盖〔 人数 〕人。')).toEqual([
      { start: 2, end: 6, name: '次数' },
      { start: 10, end: 16, name: '人数' },
    ]);
  });

  test.each(['〔2021〕12号', '〔２０２１〕12号', '〔 2021 〕12号'])(
    'the year of a document’s number is none: %s',
    (text) => {
      expect(listBlanks(text)).toEqual([]);
      expect(hasOpenPlace(text)).toBe(false);
    },
  );

  test('empty brackets are one, and one without an end is open all the same', () => {
    expect(listBlanks('共〔〕件')).toHaveLength(1);
    expect(listBlanks('一件事〔办结')).toEqual([]);
    expect(hasOpenPlace('一件事〔办结')).toBe(true);
  });

  test('each stands in the text letter for letter, apart from the others', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[〔〕次2021，。\n ]{0,40}$/u), (text) => {
        let behind = 0;
        for (const { start, end, name } of listBlanks(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(text.slice(start, end).slice(1, -1).trim()).toBe(name);
          behind = end;
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForMatching, splitSentences } from '../../../core/coverage/index.ts';

const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('splitting sentences', () => {
  it('ends a sentence at 。！？； and at a line feed, and keeps the mark', () => {
    expect(splitSentences('调解纠纷12件。开展宣传3场；走访企业;\n没有句号')).toEqual([
      '调解纠纷12件。',
      '开展宣传3场；',
      '走访企业;',
      '没有句号',
    ]);
  });

  it('gives nothing for marks and blanks alone', () => {
    expect(splitSentences(' 。；\n　')).toEqual([]);
  });

  it('gives sentences that are found in the text, in their order, without losing a letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('镇', '12', '件', '。', '；', '！', '\n', ' ', '，'), {
          maxLength: 40,
        }),
        (letters) => {
          const text = letters.join('');
          let from = 0;
          for (const sentence of splitSentences(text)) {
            const at = text.indexOf(sentence, from);
            expect(at).toBeGreaterThanOrEqual(from);
            from = at + sentence.length;
          }
          expect(splitSentences(text).map(wordsOf).join('')).toBe(wordsOf(text));
        },
      ),
    );
  });
});

describe('folding for matching', () => {
  it('brings digits, brackets and commas to one width and drops blanks', () => {
    expect(foldForMatching('共 ２３ 件,占９８．５％(其中 1,200 人)')).toBe(
      '共23件，占98.5%（其中1,200人）',
    );
  });
});

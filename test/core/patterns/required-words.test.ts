import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForMatching, splitSentences } from '../../../core/coverage/sentences.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { readRequiredWords } from '../../../core/patterns/required-words.ts';
import { createWordIndex } from '../../../core/patterns/word-index.ts';
import { fillPhrase, shipped } from '../../templates/shipped-packs.ts';

describe('the words a pattern cannot do without', () => {
  it.each([
    ['调解纠纷', [[['调解纠纷']]]],
    ['调解(?:纠纷)?\\d+件', [[['调解'], [...'0123456789'], ['件']]]],
    [
      '(?:调解|化解).{0,20}[件起]',
      [
        [
          ['调解', '化解'],
          ['件', '起'],
        ],
      ],
    ],
    ['(?:镇|乡)长', [[['镇', '乡'], ['长']]]],
    ['讲法?课堂', [[['讲'], ['课堂']]]],
    ['(?<!副)镇长(?=主持)', [[['镇长']]]],
    ['100%|\\(甲\\)乙', [[['100%']], [['(甲)乙']]]],
    [
      '(?:建立|完善)(?:制度|(?:机制|清单))',
      [
        [
          ['建立', '完善'],
          ['制度', '机制', '清单'],
        ],
      ],
    ],
  ])('of %s are %j', (source, words) => {
    expect(readRequiredWords(source)).toEqual(words);
  });

  it.each(['\\w+', '(?:调解)?', '调解|\\p{L}+', '(镇|村)\\1', '', '[^镇]', '(?<unit>镇)', '😀?'])(
    'of %s are unknown: it is always tried',
    (source) => {
      expect(readRequiredWords(source)).toBeNull();
    },
  );
});

const years = [2019, 2023, 2026];
const items = years.flatMap((year) => choosePacks(shipped.packs, year).checklist.items);
const sources = [...new Set(items.flatMap(({ answered, touched }) => [...answered, ...touched]))];
const patterns = sources.map((source) => new RegExp(source, 'u'));
const find = createWordIndex(sources.map(readRequiredWords));
const phrases = [...new Set(items.flatMap((item) => item.phrases.map(fillPhrase)))];

describe('the index of the shipped patterns', () => {
  const check = (sentence: string) => {
    const candidates = new Set(find(sentence));
    for (const [index, pattern] of patterns.entries()) {
      if (pattern.test(sentence))
        expect([sources[index], candidates.has(index)]).toEqual([sources[index], true]);
    }
  };

  it('passes over no pattern that matches a phrase', () => {
    for (const phrase of phrases) {
      for (const sentence of splitSentences(phrase)) check(foldForMatching(sentence));
    }
  });

  it('passes over no pattern that matches a medley of phrases', () => {
    const piece = fc
      .tuple(fc.constantFrom(...phrases), fc.nat(30), fc.nat(30))
      .map(([phrase, from, length]) => phrase.slice(from, from + length));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        check(foldForMatching(pieces.join('')));
      }),
      { numRuns: 100 },
    );
  });

  it('passes over most patterns for most sentences', () => {
    const tried = phrases.reduce((sum, phrase) => sum + find(phrase).length, 0);
    expect(tried / phrases.length / sources.length).toBeLessThan(0.05);
  });
});

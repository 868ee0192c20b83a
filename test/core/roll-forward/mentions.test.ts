import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../core/roll-forward/index.ts';
import { compileKnowledge } from '../../../core/roll-forward/knowledge.ts';
import { hanText } from '../../support/report-arbitraries.ts';
import { mentionsOf, packsOf, tell } from './mentions.ts';
import { sentences } from './sentences.ts';

describe.each(sentences)('each year and name $name', ({ standing, rows }) => {
  test.each(rows)('%s', (text, ...expected) => {
    expect(tell(text, standing)).toEqual(expected);
  });
});

test('the table is long enough to mean something', () => {
  expect(sentences.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(120);
});

test('a name without its marks is known by the noun its own pack gives it', () => {
  const packs = packsOf(2026);
  const [one] = packs.rules;
  if (!one) throw new Error('no pack of rules is shipped');
  const cycle = { family: 'road-action', noun: '行动', confidence: 'verified' } as const;
  const cycles = [
    { ...cycle, find: '三年攻坚', name: '三年攻坚', from: 2023, to: 2025 },
    { ...cycle, find: '三年巩固', name: '三年巩固', from: 2026, to: 2028 },
  ];
  const own = { ...one, wordLists: [], cycles };
  const knowledge = compileKnowledge({ ...packs, rules: [...packs.rules, own] });
  const context = { fromYear: 2025, toYear: 2026, partKind: null };
  const text = '2025年是三年攻坚行动收官之年。';
  expect(findMentions(text, context, knowledge).map(({ verdict, to }) => [verdict, to])).toEqual([
    ['ask', expect.stringContaining('三年巩固')],
  ]);
});

test('a congress of any number is known, but for words that only look like one', () => {
  const packs = packsOf(2026);
  const held = [24, 25].map((ordinal, index) => ({
    ordinal,
    year: 2018 + index * 5,
    plenums: [],
    confidence: 'verified' as const,
  }));
  const [one] = packs.rules;
  if (!one) throw new Error('no pack of rules is shipped');
  const rules = [{ ...one, congresses: held }];
  const knowledge = compileKnowledge({ ...packs, rules });
  const context = { fromYear: 2025, toYear: 2026, partKind: null };
  const text = '学习党的二十四大精神，参加党的二十四大型活动。';
  expect(findMentions(text, context, knowledge).map(({ from, to }) => [from, to])).toEqual([
    ['二十四大', '二十五大'],
  ]);
});

test('text without a year near the report’s and without a plan or meeting is not looked at', () => {
  fc.assert(
    fc.property(hanText(0, 60), fc.integer({ min: 1990, max: 2022 }), (text, year) => {
      expect(tell(`${text}${year}年${text}`)).toEqual([]);
    }),
  );
});

const letters = '20256年《》〈〉“”（）－较自起是之—二〇五届次三中全会第周连续月日至，。、';
const words = ['2025', '2026', '2024年', '2025年', '“十四五”', '八五', '规划', '收官之年', '荣获'];
const pieces = fc.constantFrom(...letters, ...words, '法治政府建设实施纲要');
const anyText = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''));

test('every mention names the letters it stands at, and none touches another', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end, from } of mentionsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(from);
        last = end;
      }
    }),
    { numRuns: 1000 },
  );
});

test('nothing is changed inside the title of another paper', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, inner, after) => {
      const title = `《${inner.replaceAll(/[《》〈〉“”]/gu, '')}方案》`;
      const text = `${before.replaceAll(/[《》〈〉“”]/gu, '')}${title}${after}`;
      const start = text.indexOf(title);
      const end = start + title.length;
      for (const mention of mentionsOf(text)) {
        if (mention.to === null) continue;
        const isWhole = mention.start <= start && end <= mention.end;
        expect(isWhole || mention.end <= start || end <= mention.start).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a title of another paper is changed by nobody but the writer, or for the outline in force', () => {
  fc.assert(
    fc.property(anyText, (inner) => {
      const title = `《${inner.replaceAll(/[《》〈〉“”]/gu, '')}方案》`;
      for (const mention of mentionsOf(`按照${title}落实`))
        expect(mention.verdict).not.toBe('move');
    }),
  );
});

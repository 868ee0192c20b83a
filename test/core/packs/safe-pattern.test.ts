import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPatternWays,
  isSafePattern,
  listPatterns,
  mostPatternWays,
} from '../../../core/packs/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

describe('a pattern from elsewhere', () => {
  it.each([
    '(?:a+)+',
    '(?:法+)+治',
    '(?:a*)*b',
    '(?:a|a)*',
    '(?:a|ab?)+c',
    '(?:.{0,9}){0,9}',
    '(?:a?){30}a{30}',
    'a?'.repeat(30),
    '.*.*.*x',
    '(?=(?:a+)+b)a',
    '(?<name>a+)+',
    '(?:\\d+,?)+元',
    '(?:[一二三]+、?)*',
    '.*.*x',
    '[^法]*[^法]*[^法]*',
    '(?<=.*.*)a',
    '(?!.{0,200}.{0,200}x)'.repeat(2),
    '(?:法|治|政|府|建|设|年|度|工|作|的|是)*'.repeat(3),
    `(?:${Array.from({ length: 3000 }, (_, at) => `.{0,20}${at}`).join('|')})`,
  ])('%s may run away', (source) => {
    expect(isSafePattern(source)).toBe(false);
  });

  it.each([
    '',
    '法治',
    '召开.{0,20}会议.{0,20}[次场]',
    '(?:镇|乡|街道)+',
    '\\d+(?:\\.\\d+)?%',
    '(?:[一二三]{1,3}、){1,5}',
    '^(?!针对|聚焦).*存在.{0,16}(?:不足|问题)',
    '\\p{Script=Han}{2,4}[)(|]\\u{4e00}\\(\\[',
    '(?<!不)(?:党委|党工委)书记.{0,60}(?:主持|召开)',
    '(镇|乡)\\1{0,3}',
  ])('%s ends', (source) => {
    expect(() => new RegExp(source, 'u')).not.toThrow();
    expect(isSafePattern(source)).toBe(true);
  });

  it('of fixed length has one way, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('镇', '法', '治', '7') }), (words) => {
        expect(countPatternWays(words)).toBe(1);
        expect(countPatternWays(`(?:${words}镇){3}`)).toBe(1);
      }),
    );
  });

  it('costs no less with another stretch behind it', () => {
    const stretch = fc.constantFrom('.{0,3}', '[一二]+', '(?:a|b){1,2}', '法', '\\d*');
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), stretch, (all, next) => {
        const source = all.join('');
        expect(countPatternWays(source + next)).toBeGreaterThanOrEqual(countPatternWays(source));
      }),
    );
  });

  it('may be as long as the questions of the app, but for a few', () => {
    const asked = shipped.packs
      .filter((pack) => pack.kind === 'checklist')
      .flatMap(listPatterns)
      .map(({ value }) => value);
    expect(asked.length).toBeGreaterThan(300);
    const above = asked.filter((source) => countPatternWays(source) > mostPatternWays);
    expect(above.length / asked.length).toBeLessThan(0.05);
    expect(Math.max(...above.map(countPatternWays))).toBeLessThan(20 * mostPatternWays);
  });
});

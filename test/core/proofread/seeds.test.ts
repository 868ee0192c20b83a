import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { packsOf, readSeedReport } from './seed-report.ts';

function check(prefix: string): readonly Finding[] | null {
  const report = readSeedReport(prefix);
  return report && proofread(report, { packs: packsOf(report.year), year: report.year });
}
const [shuyuan, huilongba, gumei] = [check('000'), check('002'), check('003')];
const of = (findings: readonly Finding[] | null, rule: string) =>
  (findings ?? []).filter((finding) => finding.rule === rule);

describe.skipIf(shuyuan === null)('the 2020 report of a township', () => {
  test('has 余 after an exact number', () => {
    expect(of(shuyuan, 'exact-number-with-more').map(({ text }) => text)).toEqual(['188余件']);
  });

  test('announces three parts under other names', () => {
    expect(of(shuyuan, 'announced-parts')[0]?.message).toContain('3个');
  });

  test('draws no more than ten findings and none of them an error', () => {
    expect(shuyuan?.length).toBeLessThanOrEqual(10);
    expect(shuyuan?.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe.skipIf(huilongba === null)('the 2021 report of a township', () => {
  test('lacks a bracket in the title of the outline, and nothing else is an error', () => {
    const errors = huilongba?.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.map(({ rule }) => rule)).toEqual(['unbalanced-marks']);
    expect(errors[0]?.suggestion).toBe('（2021—2025年）');
    expect(huilongba?.length).toBeLessThanOrEqual(4);
  });
});

describe.skipIf(gumei === null)('the 2020 report of a street office', () => {
  test('has one total that does not add up and two that do', () => {
    const sums = of(gumei, 'sum-mismatch');
    expect(sums).toHaveLength(1);
    expect(sums[0]?.text.startsWith('740件')).toBe(true);
    expect(sums[0]?.message).toContain('717');
  });

  test('has half-width marks in most paragraphs, one finding each', () => {
    const places = of(gumei, 'half-width-punctuation').map(({ place }) => place.blockId);
    expect(places.length).toBeGreaterThan(15);
    expect(new Set(places).size).toBe(places.length);
  });

  test('says 截止 for 截至 and puts <> into titles', () => {
    expect(of(gumei, 'cut-off-word')).toHaveLength(1);
    expect(of(gumei, 'book-title-nesting')).toHaveLength(2);
  });

  test('has no errors, and besides marks few findings', () => {
    expect(gumei?.filter(({ severity }) => severity === 'error')).toEqual([]);
    const others = gumei?.filter(
      ({ rule }) => rule !== 'half-width-punctuation' && rule !== 'comma-between-titles',
    );
    expect(others?.length).toBeLessThanOrEqual(8);
  });
});

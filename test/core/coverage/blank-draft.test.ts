import { describe, expect, it } from 'vitest';
import { coverReport } from '../../../core/coverage/index.ts';
import { createCountingIds } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { startBlank } from '../../../core/roll-forward/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const units = ['青石镇人民政府', '青石乡人民政府', '枫林街道办事处', '云岭县司法局'];
const years = Array.from({ length: 12 }, (_, index) => 2015 + index);

describe.each(units)('a draft begun blank for %s', (unit) => {
  it.each(years)('of %i answers and touches nothing, but what its opening says', (year) => {
    const packs = choosePacks(shipped.packs, year, { issuers: [unit] });
    const createId = createCountingIds();
    const report = startBlank({ year, issuers: [unit], packs, createId });
    const stateless = coverReport({ ...report, preamble: [] }, packs).items;
    expect(stateless.filter(({ found }) => found !== 'missing')).toEqual([]);
    const opening = new Set(report.preamble.map(({ id }) => id));
    const elsewhere = coverReport(report, packs).items.flatMap(({ where }) =>
      where.filter(({ blockId }) => !opening.has(blockId ?? '')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('answers nothing by the template’s headings, with the empty lines under them taken out', () => {
    const packs = choosePacks(shipped.packs, 2025, { issuers: [unit] });
    const createId = createCountingIds();
    const report = startBlank({ year: 2025, issuers: [unit], packs, createId });
    const parts = report.parts.map((part) => ({
      ...part,
      blocks: [],
      sections: part.sections.map((section) => ({ ...section, blocks: [] })),
    }));
    const { items } = coverReport({ ...report, preamble: [], parts }, packs);
    expect(items.filter(({ found }) => found !== 'missing')).toEqual([]);
  });
});

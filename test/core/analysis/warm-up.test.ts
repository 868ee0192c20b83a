import { expect, test } from 'vitest';
import { listWarmUps } from '../../../core/analysis/index.ts';
import { blockText, listBlocks } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const packs = choosePacks(shipped.packs, 2026);
const lengthOf = (report: ReturnType<typeof buildLongReport>) =>
  listBlocks(report).reduce((sum, { block }) => sum + blockText(block).length, 0);

test.each([
  ['long', buildLongReport(8000)],
  ['with one of everything', buildVariedReport()],
])(
  'every block of last year’s text is looked through once beforehand: a report %s',
  (_, rolled) => {
    const bits = [...listWarmUps({ packs, lastYear: { base: rolled, rolled } })];
    const idsOf = (report: typeof rolled) => listBlocks(report).map(({ block }) => block.id);
    expect(bits.flatMap(idsOf)).toEqual(idsOf(rolled));
  },
);

test('none of the bits is long', () => {
  const rolled = buildLongReport(20_000);
  for (const context of [{ packs, lastYear: { base: rolled, rolled } }, { packs }]) {
    const bits = [...listWarmUps(context)];
    expect(bits.length).toBeGreaterThan(5);
    for (const bit of bits) expect(lengthOf(bit)).toBeLessThan(3000);
  }
});

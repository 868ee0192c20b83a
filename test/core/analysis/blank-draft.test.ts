import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../../core/analysis/index.ts';
import { createCountingIds, requiredPartKinds } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { startBlank } from '../../../core/roll-forward/index.ts';
import { listOpen } from '../../../core/self-check/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const nothingSaid = { answers: {}, confirmed: [], outcomes: {} };

function look(unit: string, year = 2025) {
  const issuers = [unit];
  const packs = choosePacks(shipped.packs, year, { issuers });
  const report = startBlank({ year, issuers, packs, createId: createCountingIds() });
  return {
    packs,
    report,
    analysis: createAnalysis({ packs, lastYear: null })(report, nothingSaid),
  };
}

describe('a draft of which nobody has written a word', () => {
  const { packs, report, analysis } = look('青石镇人民政府');

  test('lacks each required part, by the remarks as by proofreading', () => {
    const remarks = analysis.review.remarks.map(({ kind, part }) => [kind, part]);
    expect(remarks).toEqual(requiredPartKinds.map((kind) => ['empty', kind]));
    const open = listOpen(analysis, packs, true).filter(({ kind }) => kind === 'emptyPart');
    expect(open.map(({ place }) => place?.partId)).toEqual(report.parts.map(({ id }) => id));
  });
});

describe('the template’s own headings', () => {
  test('answer no required question of a part that nobody wrote', () => {
    const { packs, report, analysis } = look('青石镇人民政府');
    const written = new Set(report.preamble.map(({ id }) => id));
    const required = new Set(packs.checklist.items.flatMap((one) => (one.required ? one.id : [])));
    const answered = analysis.items
      .filter(({ itemId, state }) => state === 'answered' && required.has(itemId))
      .filter(({ where }) => !where.some(({ blockId }) => written.has(blockId ?? '')));
    expect(answered.map(({ itemId }) => itemId)).toEqual([]);
  });
});

describe('the template in the unit’s own words', () => {
  const wordsFor = (unit: string) => {
    const { packs, report } = look(unit);
    const advice = packs.template.parts.flatMap(({ guidance, sections }) => [
      guidance,
      ...sections.flatMap((section) => [section.heading, section.guidance]),
    ]);
    const headings = report.parts.flatMap(({ sections }) => sections.map(({ heading }) => heading));
    return [...advice, ...headings].join('\n');
  };

  test('speaks of no 镇长 and no 村 to a bureau', () => {
    const words = wordsFor('云岭县司法局');
    expect(words).toContain('党组主要负责人履职情况');
    expect(words).not.toMatch(/[镇乡]|村|社区|党委|政府主要负责人|\{/u);
  });

  test('names the offices of a town and of a subdistrict as they are called there', () => {
    expect(wordsFor('青石镇人民政府')).toMatch(/党委书记和镇长本人/u);
    expect(wordsFor('枫林街道办事处')).toMatch(/党工委书记和办事处主任本人/u);
    expect(wordsFor('枫林街道办事处')).not.toMatch(/镇长|乡长|\{/u);
  });
});

import { coverReport } from '../../core/coverage/index.ts';
import { type Block, createCountingIds, type Report } from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { reviewPromises } from '../../core/promises/index.ts';
import { proofread } from '../../core/proofread/index.ts';
import { matchBlocks, rollForward } from '../../core/roll-forward/index.ts';
import { findStale } from '../../core/stale/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { buildLongReport } from '../support/sample-reports.ts';
import { type Figure, percentile, time } from './measure.ts';

const base = buildLongReport(20_000);
const toYear = base.year + 1;
const library = await loadPacks(`${import.meta.dirname}/../../templates`, null);
const packs = choosePacks(library.packs, toYear);

const roll = () =>
  rollForward(base, { toYear, baseId: 'base', createId: createCountingIds('r'), packs });

async function sample(runs: number, work: () => unknown): Promise<readonly number[]> {
  for (let warmUp = 0; warmUp < 5; warmUp += 1) await work();
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) samples.push(await time(work));
  return samples;
}

/** Planning and applying the roll of a 20 000-character report, and finding the blocks of one in the other. */
export async function benchRoll(): Promise<readonly Figure[]> {
  const rolled = roll().report;
  const [rolling, matching] = [
    await sample(60, roll),
    await sample(30, () => matchBlocks(rolled, base)),
  ];
  return [
    {
      title: 'roll forward, 20 000 characters, p95',
      value: percentile(rolling, 95),
      unit: 'ms',
      most: 20,
    },
    {
      title: 'match blocks to last year’s, 2 × 20 000, p95',
      value: percentile(matching, 95),
      unit: 'ms',
      most: 50,
    },
  ];
}

/** The draft with one word more in one block, as after a key. */
function touch(report: Report, run: number): Report {
  const [first, ...rest] = report.preamble;
  if (first?.type !== 'paragraph') return report;
  const changed: Block = { ...first, text: `${first.text}${run}` };
  return { ...report, preamble: [changed, ...rest] };
}

/** Everything that is looked for in a draft of 20 000 characters, whole and in one process. */
export async function benchAnalyse(): Promise<readonly Figure[]> {
  const rolled = roll().report;
  const places = await library.loadPlaces();
  const chain = ['某省', '某市', '云溪县', '青石镇'];
  let run = 0;
  const steps = {
    'stale chips': (draft: Report) =>
      findStale(draft, { base: { year: base.year, rolled }, packs, places, chain }, new Set()),
    promises: (draft: Report) => reviewPromises(base, draft, {}),
    coverage: (draft: Report) => coverReport(draft, packs, {}),
    proofreading: (draft: Report) => proofread(draft, { packs, year: draft.year, deadlines: {} }),
  };
  const whole = await sample(30, () => {
    run += 1;
    const draft = touch(rolled, run);
    for (const step of Object.values(steps)) step(draft);
  });
  const figures: Figure[] = [
    {
      title: 'analyse a rolled draft, 20 000 characters, p50',
      value: percentile(whole, 50),
      unit: 'ms',
      most: 50,
    },
  ];
  for (const [name, step] of Object.entries(steps)) {
    const samples = await sample(15, () => {
      run += 1;
      step(touch(rolled, run));
    });
    figures.push({
      title: `  of it: ${name}, p50`,
      value: percentile(samples, 50),
      unit: 'ms',
      most: null,
    });
  }
  return figures;
}

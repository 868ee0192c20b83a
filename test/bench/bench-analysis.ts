import { createAnalysis } from '../../core/analysis/index.ts';
import { coverReport } from '../../core/coverage/index.ts';
import { type Block, createCountingIds, type Report } from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { createPromiseReviewer } from '../../core/promises/index.ts';
import { createProofreader } from '../../core/proofread/index.ts';
import { createShareMeter, matchBlocks, rollForward } from '../../core/roll-forward/index.ts';
import { createStaleFinder } from '../../core/stale/index.ts';
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

/** Everything that is looked for in a draft of 20 000 characters: whole, and again after one edit. */
export async function benchAnalyse(): Promise<readonly Figure[]> {
  const rolled = roll().report;
  const places = await library.loadPlaces();
  const chain = ['某省', '某市', '云溪县', '青石镇'];
  const context = { packs, places, chain, lastYear: { base, rolled } };
  const said = { answers: {}, confirmed: [], outcomes: {} };
  let run = 0;
  const edited = () => {
    run += 1;
    return touch(rolled, run);
  };
  const look = createAnalysis(context);
  const findStale = createStaleFinder({ base: { year: base.year, rolled }, packs, places, chain });
  const review = createPromiseReviewer(base);
  const read = createProofreader({ packs, places, chain, base: rolled });
  const measure = createShareMeter(rolled);
  const steps = [
    ['stale chips', (draft: Report) => findStale(draft, new Set())],
    ['promises', (draft: Report) => review(draft, {})],
    ['coverage', (draft: Report) => coverReport(draft, packs, {})],
    ['proofreading', read],
    ['shares', measure],
  ] as const;
  const whole = await sample(30, () => createAnalysis(context)(edited(), said));
  const again = await sample(30, () => look(edited(), said));
  const figures: Figure[] = [
    {
      title: 'analyse a rolled draft, 20 000 characters, whole, p50',
      value: percentile(whole, 50),
      unit: 'ms',
      most: 50,
    },
    { title: 'the same after one edit, p50', value: percentile(again, 50), unit: 'ms', most: 8 },
  ];
  for (const [name, step] of steps) {
    const samples = await sample(15, () => step(edited()));
    figures.push({
      title: `  of it after one edit: ${name}, p50`,
      value: percentile(samples, 50),
      unit: 'ms',
      most: null,
    });
  }
  return figures;
}

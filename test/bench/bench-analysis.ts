import { createAnalysis } from '../../core/analysis/index.ts';
import { coverReport } from '../../core/coverage/index.ts';
import { type Block, createCountingIds, type Report } from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { createPromiseReviewer } from '../../core/promises/index.ts';
import { createProofreader } from '../../core/proofread/index.ts';
import { createReviewer } from '../../core/review/index.ts';
import { createShareMeter, matchBlocks, rollForward } from '../../core/roll-forward/index.ts';
import { createStaleFinder } from '../../core/stale/index.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';
import { buildLongReport } from '../support/sample-reports.ts';
import { type Cost, type Figure, measureCost, percentile } from './measure.ts';

const base = buildLongReport(20_000);
const toYear = base.year + 1;
const library = await loadPacks(`${import.meta.dirname}/../../templates`, null);
const packs = choosePacks(library.packs, toYear);

const roll = () =>
  rollForward(base, { toYear, baseId: 'base', createId: createCountingIds('r'), packs });

async function sample(runs: number, work: () => unknown): Promise<readonly Cost[]> {
  for (let warmUp = 0; warmUp < 5; warmUp += 1) await work();
  const samples: Cost[] = [];
  for (let run = 0; run < runs; run += 1) samples.push(await measureCost(work));
  return samples;
}

const wallOf = (samples: readonly Cost[]) => samples.map(({ wallMs }) => wallMs);
const cpuOf = (samples: readonly Cost[]) => samples.map(({ cpuMs }) => cpuMs);

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
      value: percentile(wallOf(rolling), 95),
      unit: 'ms',
      most: 20,
    },
    {
      title: 'match blocks to last year’s, 2 × 20 000, p95',
      value: percentile(wallOf(matching), 95),
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

/** The draft with every paragraph changed, as if none of its texts had been seen before. */
function renew(report: Report, run: number): Report {
  const change = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block) =>
      block.type === 'table' ? block : { ...block, text: `${block.text}${run}。` },
    );
  return {
    ...report,
    preamble: change(report.preamble),
    parts: report.parts.map((part) => ({
      ...part,
      blocks: change(part.blocks),
      sections: part.sections.map((section) => ({ ...section, blocks: change(section.blocks) })),
    })),
  };
}

async function figuresOf(
  title: string,
  { work, runs, most }: { work: () => unknown; runs: number; most: number | null },
): Promise<readonly Figure[]> {
  const samples = await sample(runs, work);
  const [wall, cpu] = [wallOf(samples), cpuOf(samples)];
  const row = (name: string, value: number, limit: number | null) => ({
    title: `${title}, ${name}`,
    value,
    unit: 'ms',
    most: limit,
  });
  return [
    row('cpu p50', percentile(cpu, 50), most),
    row('cpu p95', percentile(cpu, 95), null),
    row('wall p50', percentile(wall, 50), null),
    row('wall p95', percentile(wall, 95), null),
  ];
}

const chain = ['某省', '某市', '云溪县', '青石镇'];
const said = { answers: {}, confirmed: [], outcomes: {} };

/** What looks a draft through, each by itself; new at each call. */
function createSteps(rolled: Report, places: Awaited<ReturnType<typeof library.loadPlaces>>) {
  const findStale = createStaleFinder({ base: { year: base.year, rolled }, packs, places, chain });
  const reviewPromises = createPromiseReviewer(base);
  const reviewReport = createReviewer(packs, base);
  const { items } = coverReport(rolled, packs);
  return [
    ['stale chips', (draft: Report) => findStale(draft, new Set())],
    ['promises', (draft: Report) => reviewPromises(draft, {})],
    ['coverage', (draft: Report) => coverReport(draft, packs, {})],
    ['proofreading', createProofreader({ packs, places, chain, base: rolled })],
    ['shares', createShareMeter(rolled)],
    ['review', (draft: Report) => reviewReport(draft, items)],
  ] as const;
}

/**
 * Everything that is looked for in a draft of 20 000 characters: whole, with no text seen before, and
 * again after one edit; each part of it; and what the draft costs on its way to the worker. Budgets
 * are held against the processor's time, which other work on the machine stretches the least.
 */
export async function benchAnalyse(): Promise<readonly Figure[]> {
  const rolled = roll().report;
  const places = await library.loadPlaces();
  const context = { packs, places, chain, lastYear: { base, rolled } };
  let run = 0;
  const edited = () => {
    run += 1;
    return touch(rolled, run);
  };
  const renewed = () => {
    run += 1;
    return renew(rolled, run);
  };
  const look = createAnalysis(context);
  const steps = createSteps(rolled, places);
  const reply = look(rolled, said);
  const parts = steps.flatMap(([name, step]) => [
    () =>
      figuresOf(`  of it whole: ${name}`, { work: () => step(renewed()), runs: 15, most: null }),
    () =>
      figuresOf(`  of it after one edit: ${name}`, {
        work: () => step(edited()),
        runs: 15,
        most: null,
      }),
  ]);
  const questions = packs.checklist.items.length;
  const all = [
    () =>
      figuresOf(`analyse 20 000 characters, ${questions} questions, whole`, {
        work: () => look(renewed(), said),
        runs: 30,
        most: 50,
      }),
    () =>
      figuresOf('the same after one edit', { work: () => look(edited(), said), runs: 60, most: 8 }),
    () =>
      figuresOf('the first look, last year’s report read too', {
        work: () => createAnalysis(context)(renewed(), said),
        runs: 15,
        most: null,
      }),
    () =>
      figuresOf('  on the way: the draft copied', {
        work: () => structuredClone({ ...said, report: rolled }),
        runs: 30,
        most: null,
      }),
    () =>
      figuresOf('  on the way: the answer copied', {
        work: () => structuredClone(reply),
        runs: 30,
        most: null,
      }),
  ];
  const figures: Figure[] = [];
  for (const measureNext of [...all, ...parts]) figures.push(...(await measureNext()));
  return figures;
}

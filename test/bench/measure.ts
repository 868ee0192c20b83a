/** One contestant of a bench: runs once and gives the milliseconds it took. */
export type Contestant = () => Promise<number> | number;

/** What a bench measures and what it may cost at most. */
export interface Budget {
  readonly title: string;
  /** What ours is measured against. */
  readonly against: string;
  /** Highest ratio of ours to the peer's; null where no budget is set and the figure is for reading. */
  readonly ratio: number | null;
  readonly percentile: 50 | 95;
}

/** A budget with the figures of one run. */
export interface Row extends Budget {
  readonly oursMs: number;
  readonly peerMs: number;
  readonly runs: number;
}

/** The value below which `percent` of the samples lie. `samples` must not be empty. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[Math.max(0, index)] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Time of the clock and of the processor, in milliseconds. */
export interface Cost {
  readonly wallMs: number;
  /** What this process used of the processor: on a busy machine it tells more than the clock. */
  readonly cpuMs: number;
}

/** What `work` costs. */
export async function measureCost(work: () => unknown): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** Runs both in turn, after a warm-up, so that the machine's drift meets both alike. */
export async function compare(
  budget: Budget,
  ours: Contestant,
  peer: Contestant,
  runs: number,
): Promise<Row> {
  for (let warmUp = 0; warmUp < Math.min(5, runs); warmUp += 1) {
    await ours();
    await peer();
  }
  const oursSamples: number[] = [];
  const peerSamples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    oursSamples.push(await ours());
    peerSamples.push(await peer());
  }
  return {
    ...budget,
    oursMs: percentile(oursSamples, budget.percentile),
    peerMs: percentile(peerSamples, budget.percentile),
    runs,
  };
}

/** A row as a line of a table. */
export function formatRow({
  title,
  against,
  ratio,
  oursMs,
  peerMs,
  percentile: p,
  runs,
}: Row): string {
  const measured = oursMs / peerMs;
  const verdict = ratio === null ? '' : measured <= ratio ? 'within' : 'OVER';
  return [
    title.padEnd(44),
    `p${p}`,
    `${oursMs.toFixed(2)} ms`.padStart(11),
    `${peerMs.toFixed(2)} ms`.padStart(11),
    `${measured.toFixed(2)} ×`.padStart(8),
    (ratio === null ? '–' : `≤ ${ratio} ×`).padStart(8),
    verdict.padEnd(6),
    `n=${runs}`.padEnd(6),
    against,
  ].join('  ');
}

/** A figure that stands for itself, with no peer to be held against. */
export interface Figure {
  readonly title: string;
  readonly value: number;
  /** Empty for a count. */
  readonly unit: string;
  /** The most it may be; null where no budget is set and the figure is for reading. */
  readonly most: number | null;
}

/** A figure as a line of a table. */
export function formatFigure({ title, value, unit, most }: Figure): string {
  const shown = unit === '' ? String(value) : `${value.toFixed(2)} ${unit}`;
  const verdict = most === null ? '' : value <= most ? 'within' : 'OVER';
  const limit = most === null ? '–' : `≤ ${most} ${unit}`.trimEnd();
  return [title.padEnd(50), shown.padStart(13), limit.padStart(10), verdict].join('  ').trimEnd();
}

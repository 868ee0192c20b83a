import type { Worker } from 'node:worker_threads';
import type { ReadingLimits } from './reading-limits.ts';

/** How often is looked, in milliseconds. */
const lookMs = 100;

/** What a reading had too little of, with the milliseconds it was allowed. */
export type Shortage =
  | { readonly kind: 'time'; readonly limitMs: number }
  | { readonly kind: 'memory' };

interface Spent {
  readonly cpuMs: number;
  readonly heldBytes: number;
}

/** What a worker has spent since it was started; nothing for one that has not begun or has ended. */
async function readSpent(worker: Worker): Promise<Spent> {
  try {
    const [cpu, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()]);
    return {
      cpuMs: (cpu.user + cpu.system) / 1000,
      heldBytes: heap.total_heap_size + heap.external_memory,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_WORKER_NOT_RUNNING') return { cpuMs: 0, heldBytes: 0 };
    throw error;
  }
}

/**
 * Watches what a worker spends on the reading it was just handed, and tells once what it has too
 * little of. Gives how to stop watching.
 */
export function watchReading(
  worker: Worker,
  limits: ReadingLimits,
  onShortage: (shortage: Shortage) => void,
): () => void {
  const before = readSpent(worker);
  let isOver = false;
  const stop = () => {
    isOver = true;
    clearTimeout(clock);
    clearInterval(looking);
  };
  const end = (shortage: Shortage) => {
    if (isOver) return;
    stop();
    onShortage(shortage);
  };
  const look = async () => {
    const [{ cpuMs: already }, { cpuMs, heldBytes }] = await Promise.all([
      before,
      readSpent(worker),
    ]);
    if (heldBytes > limits.heldBytes) end({ kind: 'memory' });
    else if (cpuMs - already > limits.cpuMs) end({ kind: 'time', limitMs: limits.cpuMs });
  };
  const clock = setTimeout(() => end({ kind: 'time', limitMs: limits.wallMs }), limits.wallMs);
  const looking = setInterval(() => void look(), lookMs);
  return stop;
}

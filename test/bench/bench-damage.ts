import { createReader, readerSource } from '../../electron/services/reading/reader.ts';
import { judge } from '../support/damage/judge.ts';
import { buildWholeFiles } from '../support/damage/sources.ts';
import { damageFile, type Variant } from '../support/damage/variants.ts';
import { shippedTemplate } from '../support/read-text.ts';
import type { Figure } from './measure.ts';

const variants = 10_000;
/** Other seeds than those of the test suite. */
const firstSeed = 1_000_000;
const limitMs = 5000;
const megabyte = 1024 * 1024;

type Ask = (
  variant: Variant,
) => Promise<{ readonly fault: string | null; readonly isRead: boolean }>;

function createAsk(): { readonly ask: Ask; readonly close: () => Promise<void> } {
  const reader = createReader({ entry: readerSource, limits: { wallMs: limitMs } });
  const template = shippedTemplate();
  const ask: Ask = async ({ seed, name, damage, bytes }) => {
    const base64 = Buffer.from(bytes).toString('base64');
    const job = { name, content: { kind: 'file', base64 }, template, fallbackYear: 2025 } as const;
    const tell = (fault: string) => `${seed} ${name}, ${damage}: ${fault}`;
    try {
      const result = await reader.read(job);
      const isSlow = !result.ok && result.error.code === 'import/too-slow';
      const fault = isSlow ? 'too slow' : judge(name, result);
      return { fault: fault && tell(fault), isRead: result.ok };
    } catch (error) {
      return { fault: tell(String(error)), isRead: false };
    }
  };
  return { ask, close: reader.close };
}

/** Damaged files of every kind through the worker with its limits: all are read or refused in words, none is slow. */
export async function benchDamage(): Promise<readonly Figure[]> {
  const files = await buildWholeFiles();
  const { ask, close } = createAsk();
  const faults: string[] = [];
  let [read, worstMs, peakBytes] = [0, 0, 0];
  for (let index = 0; index < variants; index += 1) {
    const variant = damageFile(files, firstSeed + index);
    const begun = performance.now();
    const { fault, isRead } = await ask(variant);
    worstMs = Math.max(worstMs, performance.now() - begun);
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    if (isRead) read += 1;
    if (fault !== null) faults.push(fault);
  }
  await close();
  for (const fault of faults) console.error(fault);
  const figure = (title: string, value: number, unit: string, most: number | null): Figure => ({
    title: `damaged files: ${title}`,
    value,
    unit,
    most,
  });
  return [
    figure(`tried, of ${files.length} whole files`, variants, '', null),
    figure('refused', variants - read - faults.length, '', null),
    figure('read', read, '', null),
    figure('neither, or words lost', faults.length, '', 0),
    figure('slowest', worstMs, 'ms', limitMs),
    figure('peak of memory, whole process', peakBytes / megabyte, 'MB', 1024),
  ];
}

import { beforeAll, describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../../core/model/index.ts';
import { importFile } from '../../../../electron/services/reading/read-content.ts';
import { judge } from '../../../support/damage/judge.ts';
import { buildWholeFiles, type WholeFile } from '../../../support/damage/sources.ts';
import { damageFile } from '../../../support/damage/variants.ts';
import { shipped } from '../../../templates/shipped-packs.ts';

const deps = { createId: createCountingIds(), packs: shipped.packs, fallbackYear: 2025 };
const variants = 500;
const megabyte = 1024 * 1024;
let files: readonly WholeFile[] = [];

beforeAll(async () => {
  files = await buildWholeFiles();
});

/** Why reading a damaged file did not go as it should, in one line; null when it did. */
async function findFault(seed: number): Promise<string | null> {
  const { name, damage, bytes } = damageFile(files, seed);
  const begun = performance.now();
  try {
    const fault = judge(name, await importFile(name, bytes, deps));
    const tookMs = performance.now() - begun;
    const problem = fault ?? (tookMs > 5000 ? `took ${Math.round(tookMs)} ms` : null);
    return problem && `${seed} ${name}, ${damage}: ${problem}`;
  } catch (error) {
    const [, frame = ''] = error instanceof Error ? (error.stack ?? '').split(/\n\s+at /u) : [];
    return `${seed} ${name}, ${damage}: threw ${String(error).slice(0, 100)} at ${frame}`;
  }
}

describe('damaged files', () => {
  test('the whole files are all read', async () => {
    for (const { name, bytes } of files) {
      const read = await importFile(name, bytes, deps);
      expect({ name, code: read.ok ? 'read' : read.error.code }).toEqual({ name, code: 'read' });
      expect({ name, fault: judge(name, read) }).toEqual({ name, fault: null });
    }
  });

  test(`${variants} of them are each read or refused in words, within 5 s and bounded memory`, async () => {
    const before = process.memoryUsage().rss;
    const faults: string[] = [];
    for (let seed = 0; seed < variants; seed += 1) {
      const fault = await findFault(seed);
      if (fault !== null) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(800 * megabyte);
  });
});

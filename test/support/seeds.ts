import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = process.env['NIANBAO_SEEDS'] ?? join(import.meta.dirname, '../../../shared/seeds');

/**
 * Paths of the published sample reports, which are not part of the repository. Empty, and said
 * aloud, where they are absent.
 */
export function findSeeds(): readonly string[] {
  if (!existsSync(folder)) {
    console.warn(`样本报告不在：set NIANBAO_SEEDS to their folder; tests on them are skipped.`);
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => join(folder, name));
}

/** The sample report whose file name begins with `prefix`. */
export function findSeed(prefix: string): string | undefined {
  return findSeeds().find((path) => basename(path).startsWith(prefix));
}

import { join } from 'node:path';
import { createCountingIds } from '../../core/model/index.ts';
import { runCli } from '../../electron/cli/run.ts';
import { loadPacks } from '../../electron/services/load-packs.ts';

const templates = join(import.meta.dirname, '../../templates');

/** What a command gave. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** The command line in this process; file names without a folder are in `folder`. */
export async function createCliRunner(folder: string) {
  const shipped = await loadPacks(templates, null);
  return async (...argv: readonly string[]): Promise<CliRun> => {
    const out: string[] = [];
    const errors: string[] = [];
    const isBareName = (word: string) => /^[^-/\\][^/\\]*\.[a-z]+$/u.test(word);
    const code = await runCli(
      argv.map((word) => (isBareName(word) ? join(folder, word) : word)),
      {
        loadPacks: async (own) => (own === null ? shipped : loadPacks(templates, own)),
        createId: createCountingIds('c'),
        fallbackYear: 2025,
        print: (words) => out.push(words),
        printError: (words) => errors.push(words),
      },
    );
    return { code, out: out.join(''), errors: errors.join('\n') };
  };
}

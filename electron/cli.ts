import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runCli } from './cli/run.ts';
import { findDataFolder } from './services/data-folder.ts';
import { loadPacks } from './services/load-packs.ts';

/** A reader that has seen enough (`| head`) closes its end: no fault of anybody's. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** Our own bugs, in words; the frames are for whoever mends them and hold nothing of a document. */
function tellBug(error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').match(/^ {4}at .+$/gmu) : null;
  const name = error instanceof Error ? error.name : typeof error;
  const words = '程序出了差错，原文件没有变动，没有留下半份文件。请把下面几行告诉维护人员。';
  process.stderr.write(`${[words, name, ...(frames ?? [])].join('\n')}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const templates = join(import.meta.dirname, '../templates');
  process.exitCode = await runCli(process.argv.slice(2), {
    loadPacks: (dataFolder) => loadPacks(templates, dataFolder ?? findDataFolder()),
    createId: randomUUID,
    fallbackYear: new Date().getFullYear() - 1,
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(`${text}\n`),
  });
}

process.stdout.on('error', endQuietly);
await main().catch(tellBug);

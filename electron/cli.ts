import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runCli } from './cli/run.ts';
import { loadPacks } from './services/load-packs.ts';

const { packs } = await loadPacks(join(import.meta.dirname, '../templates'), null);

process.exitCode = await runCli(process.argv.slice(2), {
  packs,
  createId: randomUUID,
  fallbackYear: new Date().getFullYear() - 1,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(`${text}\n`),
});

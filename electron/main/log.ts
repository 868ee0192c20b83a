import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../services/deps.ts';

/** From this size on a log becomes the former one, in bytes. */
const limitBytes = 1_000_000;

/**
 * Keeps our own bugs in `errors.log` below the data folder, with one former file. A log that
 * cannot be written goes to the terminal: losing it must not cost the person the answer.
 */
export function createLog(dataFolder: string): (entry: LogEntry) => void {
  const file = join(dataFolder, 'errors.log');
  return (entry) => {
    const text = `${JSON.stringify(entry)}\n`;
    try {
      mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > limitBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, text, { mode: 0o600 });
    } catch (error) {
      console.error(text, error);
    }
  };
}

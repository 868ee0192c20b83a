import { type Zippable, zipSync } from 'fflate';
import type { NamedFile } from './deps.ts';

/** Several files as one .zip, for a browser, which takes one file at a time. `date` is put on each. */
export function zipFiles(files: readonly NamedFile[], date: Date): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ fileName, bytes }) => [fileName, bytes]),
  );
  // what is packed already only costs time
  return zipSync(entries, { level: 0, mtime: date });
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders: string[] = [];

process.once('exit', () => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder that goes away with the process of the test file. */
export function createTempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-test-'));
  folders.push(folder);
  return folder;
}

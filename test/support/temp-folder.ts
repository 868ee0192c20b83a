import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A new empty folder that goes away after the test file has run. */
export function createTempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-test-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-test-'));

// registered while the test file is collected: a worker that is ended runs no exit handler
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** A new empty folder that goes away after the test file has run. */
export function createTempFolder(): string {
  return fs.mkdtempSync(path.join(root, 'folder-'));
}

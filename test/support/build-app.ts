import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Builds main, preload and page if they are not up to date. */
export function buildApp(): void {
  execFileSync(process.execPath, [join(root, 'electron/build.ts')], { cwd: root, stdio: 'pipe' });
}

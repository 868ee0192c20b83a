import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startBrowserEdition } from '../../electron/host/host.ts';
import { createTempFolder } from './temp-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The real app over loopback: real handlers, a real database, the built page. */
export interface RunningApp {
  readonly url: string;
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
}

/** Builds the page if it is not up to date. */
export function buildApp(): void {
  execFileSync(process.execPath, [join(root, 'electron/build.ts')], { cwd: root, stdio: 'pipe' });
}

/** Starts the app on `dataFolder`, by default a new one. Close it when done. */
export async function startApp(dataFolder = createTempFolder()): Promise<RunningApp> {
  const started = await startBrowserEdition({ dataFolder });
  if (!started.ok) throw new Error(`the app did not start: ${started.error.code}`);
  return { ...started.value, dataFolder };
}

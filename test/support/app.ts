import { startBrowserEdition } from '../../electron/host/host.ts';
import { createTempFolder } from './temp-folder.ts';

/** The real app over loopback: real handlers, a real database, the built page. */
export interface RunningApp {
  readonly url: string;
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
}

/** Starts the app on `dataFolder`, by default a new one. Close it when done. */
export async function startApp(dataFolder = createTempFolder()): Promise<RunningApp> {
  const started = await startBrowserEdition({ dataFolder });
  if (!started.ok) throw new Error(`the app did not start: ${started.error.code}`);
  return { ...started.value, dataFolder };
}

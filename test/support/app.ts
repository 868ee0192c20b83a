import { startBrowserEdition } from '../../electron/host/host.ts';
import { openStore, writeSettings } from '../../electron/store/index.ts';
import { createTempFolder } from './temp-folder.ts';

/** The real app over loopback: real handlers, a real database, the built page. */
export interface RunningApp {
  readonly url: string;
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
}

/** The tour comes at the first draft of an app: only its own tests are about it. */
function markTourSeen(dataFolder: string): void {
  const opened = openStore(dataFolder, { clock: () => new Date() });
  // a folder that does not open is the app's to complain of
  if (!opened.ok) return;
  writeSettings(opened.value, { tourSeen: true });
  opened.value.close();
}

/** Starts the app on `dataFolder`, by default a new one. Close it when done. */
export async function startApp(
  dataFolder = createTempFolder(),
  { tourSeen = true }: { readonly tourSeen?: boolean } = {},
): Promise<RunningApp> {
  if (tourSeen) markTourSeen(dataFolder);
  const started = await startBrowserEdition({ dataFolder });
  if (!started.ok) throw new Error(`the app did not start: ${started.error.code}`);
  return { ...started.value, dataFolder };
}

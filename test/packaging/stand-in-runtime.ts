import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** By which @electron/fuses finds the fuses in Electron's program. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Version of the fuse wire, then the number of fuses, each of them on. */
const fuseWire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('1'.repeat(9))]);

/**
 * Makes a folder of stand-in files with the names of Electron's runtime for Linux, so that packaging
 * is tested where the runtime cannot be fetched. The program carries real fuses.
 */
export async function makeStandInRuntime(folder: string, version: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const program = [Buffer.from('stand-in\n'), Buffer.from(fuseSentinel), fuseWire];
  writeFileSync(join(folder, 'electron'), Buffer.concat(program));
  writeFileSync(join(folder, 'version'), version);
  for (const name of [
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/zh-CN.pak',
    'locales/en-US.pak',
    'locales/fr.pak',
    'locales/de.pak',
  ]) {
    writeFileSync(join(folder, name), name);
  }
  const source = join(folder, 'default-app');
  mkdirSync(source);
  writeFileSync(join(source, 'main.js'), '');
  await createPackage(source, join(folder, 'resources/default_app.asar'));
}

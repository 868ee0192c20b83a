import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

// What electron-builder itself edits Windows programs with.
const { NtExecutable, NtExecutableResource, Resource } = createRequire(
  createRequire(import.meta.url).resolve('app-builder-lib/package.json'),
)('resedit');

/** By which @electron/fuses finds the fuses in Electron's program. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Version of the fuse wire, then the number of fuses, each of them on. */
const fuseWire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('1'.repeat(9))]);

/** A Windows program that does nothing but has what every one has, its version. */
function makeWindowsProgram(): Uint8Array {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'stand-in' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return new Uint8Array(program.generate());
}

/** The list of guarded archives that a Windows program carries, as text; null when it has none. */
export function readIntegrity(program: Uint8Array): string | null {
  const { entries } = NtExecutableResource.from(NtExecutable.from(program));
  for (const { type, id, bin } of entries) {
    if (type === 'INTEGRITY' && id === 'ELECTRONASAR') return Buffer.from(bin).toString('utf8');
  }
  return null;
}

/**
 * Makes a folder of stand-in files with the names of Electron's runtime, so that packaging is
 * tested where the runtime cannot be fetched. The programs carry real fuses.
 */
export async function makeStandInRuntime(folder: string, version: string): Promise<void> {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const fuses = [Buffer.from(fuseSentinel), fuseWire];
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in\n'), ...fuses]));
  writeFileSync(join(folder, 'electron.exe'), Buffer.concat([makeWindowsProgram(), ...fuses]));
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

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is here; says loudly what is not tested when it is not. */
export function hasSoffice(purpose: string): boolean {
  const found = spawnSync('soffice', ['--version']).status === 0;
  if (!found) console.warn(`soffice is lacking: ${purpose} is not tested`);
  return found;
}

/** Converts files in one start of LibreOffice, in a profile of its own. Gives the converted bytes, in order. */
export function convert(files: readonly Uint8Array[], from: string, to: string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soffice-'));
  try {
    const names = files.map((_, index) => `source-${index}`);
    for (const [index, bytes] of files.entries()) {
      writeFileSync(join(folder, `${names[index]}.${from}`), bytes);
    }
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        ...names.map((name) => join(folder, `${name}.${from}`)),
      ],
      { stdio: 'ignore', timeout: 110_000 },
    );
    const extension = to.split(':')[0] ?? to;
    return names.map((name) => readFileSync(join(folder, 'out', `${name}.${extension}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines LibreOffice prints of a Word file, automatic numbers included, without blank ones. */
export function printedLines(bytes: Uint8Array): readonly string[] {
  return new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

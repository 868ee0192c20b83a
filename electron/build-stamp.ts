import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Folders and files whose content decides what a build gives. */
const inputs = [
  'core',
  'electron',
  'renderer',
  'resources/icons',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const;

/** Files every build leaves; a build that lacks one of them is not up to date. */
export const buildOutputs = [
  'dist/electron/main.cjs',
  'dist/electron/preload.cjs',
  'dist/electron/reader.cjs',
  'dist/renderer/index.html',
] as const;

/** Where a finished build notes what it was made from. */
export const stampFile = 'dist/build-stamp.txt';

function listFiles(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * The fingerprint of everything a build is made from: SHA-256 in hex over the names and contents
 * of the sources below `root`.
 */
export function fingerprintSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const files = inputs.flatMap((input) => listFiles(join(root, input)));
  for (const file of [...files].sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.byteLength}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/** Whether `dist` below `root` was built from the sources that carry `fingerprint`. */
export function isUpToDate(root: string, fingerprint: string): boolean {
  const stamp = join(root, stampFile);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === fingerprint &&
    buildOutputs.every((output) => existsSync(join(root, output)))
  );
}

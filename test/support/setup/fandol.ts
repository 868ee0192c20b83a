import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontCacheFolder } from '../render/font-cache.ts';
import { run } from './shell.ts';

const DEB = 'texlive-lang-chinese';
const FOLDER_IN_DEB = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol';

/** The simplified faces that the page is measured with. */
const fontFiles = [
  'FandolFang-Regular.otf',
  'FandolKai-Regular.otf',
  'FandolHei-Regular.otf',
  'FandolSong-Regular.otf',
  'FandolSong-Bold.otf',
];

/** Whether the Fandol faces are in the cache. */
export function hasFandol(): boolean {
  return fontFiles.every((name) => existsSync(join(fontCacheFolder, name)));
}

/** Fetches the package that holds Fandol and keeps nothing of it but the faces. */
export function installFandol(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fandol-'));
  try {
    run(`fetching ${DEB} for its Fandol faces`, 'apt-get', ['download', DEB], folder);
    const deb = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (!deb) throw new Error(`apt-get download ${DEB} left no file`);
    const unpacked = join(folder, 'unpacked');
    run('unpacking the Fandol faces', 'dpkg', ['-x', join(folder, deb), unpacked]);
    mkdirSync(fontCacheFolder, { recursive: true });
    for (const name of fontFiles) {
      copyFileSync(join(unpacked, FOLDER_IN_DEB, name), join(fontCacheFolder, name));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

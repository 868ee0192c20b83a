import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontCacheFolder } from './font-cache.ts';

/** Names written into a .docx, and the file that plays their part: the first that is there. */
const standIns: readonly {
  readonly names: readonly string[];
  readonly files: readonly [string, ...string[]];
}[] = [
  { names: ['仿宋_GB2312', '仿宋'], files: [join(fontCacheFolder, 'FandolFang-Regular.otf')] },
  {
    names: ['楷体_GB2312', '楷体'],
    files: [
      '/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf',
      join(fontCacheFolder, 'FandolKai-Regular.otf'),
    ],
  },
  {
    names: ['黑体'],
    files: [
      '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
      join(fontCacheFolder, 'FandolHei-Regular.otf'),
    ],
  },
  { names: ['方正小标宋简体'], files: [join(fontCacheFolder, 'FandolSong-Bold.otf')] },
  { names: ['宋体'], files: [join(fontCacheFolder, 'FandolSong-Regular.otf')] },
];

/** Files lacking here; empty when every face has one. */
export function listMissingFaces(): readonly string[] {
  return standIns
    .filter(({ files }) => !files.some((file) => existsSync(file)))
    .map(({ names }) => names.join('、'));
}

/** Gives a font file the names of the face it stands in for, as though that face were installed. */
function writeNames(file: string, names: readonly string[]): string {
  const strings = names.map((name) => `<string>${name}</string>`).join('');
  return [
    `<match target="scan"><test name="file"><string>${file}</string></test>`,
    `<edit name="family" mode="assign">${strings}</edit>`,
    '<edit name="fullname" mode="delete_all"/><edit name="familylang" mode="delete_all"/>',
    // LibreOffice drops one of two faces it takes for the same; a bold file must say so.
    file.includes('Bold') ? '<edit name="weight" mode="assign"><const>bold</const></edit>' : '',
    '</match>',
  ].join('');
}

/** A fonts.conf with our faces and nothing but them; `cacheFolder` must be writable. */
export function writeFontConfig(cacheFolder: string): string {
  const chosen = standIns.flatMap(({ names, files }) => {
    const file = files.find((candidate) => existsSync(candidate));
    return file === undefined ? [] : [{ names, file }];
  });
  const folders = [...new Set(chosen.map(({ file }) => file.slice(0, file.lastIndexOf('/'))))];
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${cacheFolder}</cachedir>`,
    ...chosen.map(({ names, file }) => writeNames(file, names)),
    '</fontconfig>',
  ].join('\n');
}

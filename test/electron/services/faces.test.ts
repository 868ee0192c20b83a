import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardLayout } from '../../../core/layout/index.ts';
import { listFaceStates } from '../../../electron/services/faces/face-states.ts';
import { readFamilyNames } from '../../../electron/services/faces/family-names.ts';
import { listFontFolders } from '../../../electron/services/faces/font-folders.ts';
import { createInstalledFaces, faceKey } from '../../../electron/services/faces/installed-faces.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices } from '../../support/test-services.ts';

interface FontName {
  readonly text: Uint8Array;
  readonly platform: number;
  readonly encoding: number;
  readonly id: number;
}
const wide = (text: string) => Buffer.from(text, 'utf16le').swap16();
const named = (text: string, id = 1): FontName => ({
  text: wide(text),
  platform: 3,
  encoding: 1,
  id,
});

/** A name table of those names. */
function buildNames(names: readonly FontName[]): Buffer {
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [index, { text, platform, encoding, id }] of names.entries()) {
    const entry = [platform, encoding, 0x804, id, text.length, at];
    for (const [field, value] of entry.entries()) {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    }
    at += text.length;
  }
  return Buffer.concat([head, ...names.map(({ text }) => text)]);
}

/** A font that has nothing but names, `base` bytes into its file. */
function buildFont(names: readonly FontName[], base = 0): Buffer {
  const table = buildNames(names);
  const head = Buffer.alloc(12 + 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(1, 4);
  head.write('name', 12, 'latin1');
  head.writeUInt32BE(base + head.length, 20);
  head.writeUInt32BE(table.length, 24);
  return Buffer.concat([head, table]);
}

function buildCollection(...fonts: (readonly FontName[])[]): Buffer {
  const head = Buffer.alloc(12 + fonts.length * 4);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(fonts.length, 8);
  const built: Buffer[] = [];
  let at = head.length;
  for (const [index, names] of fonts.entries()) {
    const font = buildFont(names, at);
    head.writeUInt32BE(at, 12 + index * 4);
    built.push(font);
    at += font.length;
  }
  return Buffer.concat([head, ...built]);
}

function keepFonts(fonts: Readonly<Record<string, Uint8Array>>): string {
  const folder = createTempFolder();
  for (const [name, bytes] of Object.entries(fonts)) writeFileSync(join(folder, name), bytes);
  return folder;
}
const namesIn = (bytes: Uint8Array) =>
  readFamilyNames(join(keepFonts({ 'one.ttf': bytes }), 'one.ttf'));

describe('the names in a font file', () => {
  it('are its families and full names in every language', async () => {
    const font = buildFont([
      named('FangSong'),
      named('仿宋'),
      named('常规', 2),
      named('仿宋体', 4),
    ]);
    expect(await namesIn(font)).toEqual(['FangSong', '仿宋', '仿宋体']);
  });

  it('are those of every font of a collection', async () => {
    const both = buildCollection([named('宋体')], [named('新宋体'), named('NSimSun')]);
    expect(await namesIn(both)).toEqual(['宋体', '新宋体', 'NSimSun']);
  });

  it('are read in the encodings that old Chinese fonts use', async () => {
    const gbk = Uint8Array.from([0xb7, 0xc2, 0xcb, 0xce]);
    const padded = Uint8Array.from([0, 0x46, 0xb7, 0xc2]);
    const names = [
      { text: gbk, platform: 3, encoding: 3, id: 1 },
      { text: padded, platform: 3, encoding: 3, id: 4 },
      { text: gbk, platform: 1, encoding: 25, id: 16 },
    ];
    expect(await namesIn(buildFont(names))).toEqual(['仿宋', 'F仿']);
  });

  it('are none in what is damaged, cut off, empty or no font, and nothing is thrown', async () => {
    const font = buildCollection([named('仿宋')], [named('楷体')]);
    const path = join(createTempFolder(), 'damaged.ttc');
    const damaged = fc.record({
      at: fc.nat(font.length - 1),
      byte: fc.nat(255),
      end: fc.nat(font.length),
    });
    await fc.assert(
      fc.asyncProperty(damaged, async ({ at, byte, end }) => {
        const bytes = Uint8Array.from(font);
        bytes[at] = byte;
        writeFileSync(path, bytes.subarray(0, end));
        expect(Array.isArray(await readFamilyNames(path))).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(await readFamilyNames(join(createTempFolder(), 'absent.ttf'))).toEqual([]);
  });
});

describe('the faces of a PC', () => {
  it('are those of its folders and the folders below, and none where nothing can be listed', async () => {
    const folder = keepFonts({ 'fang.ttf': buildFont([named('仿宋')]), 'notes.txt': wide('楷体') });
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'hei.OTF'), buildFont([named('Sim Hei')]));
    const installed = createInstalledFaces([folder, join(folder, 'absent')]);
    expect(await installed.list()).toEqual(new Set(['仿宋', 'simhei']));
    expect(await createInstalledFaces([join(folder, 'absent')]).list()).toBeNull();
    expect(await createInstalledFaces([]).list()).toBeNull();
  });

  it('are read again only where a file changed', async () => {
    const folder = keepFonts({ 'one.ttf': buildFont([named('甲体')]) });
    const path = join(folder, 'one.ttf');
    const installed = createInstalledFaces([folder]);
    await installed.list();
    writeFileSync(path, buildFont([named('乙体')]));
    utimesSync(path, new Date(2030, 0, 1), new Date(2030, 0, 1));
    expect(await installed.list()).toEqual(new Set(['乙体']));
  });

  it('are listed in time: five hundred files', async () => {
    const font = buildFont([named('仿宋')]);
    const fonts = Array.from({ length: 500 }, (_, index) => [`${index}.ttf`, font] as const);
    const folder = keepFonts(Object.fromEntries(fonts));
    const begun = performance.now();
    expect(await createInstalledFaces([folder]).list()).toEqual(new Set(['仿宋']));
    // 110 ms on the slowest PC it was measured on; the rest is for a busy one
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('lie where the system and its person keep them', () => {
    const home = '/home/person';
    expect(listFontFolders({ platform: 'linux', home, env: {} })).toContain('/home/person/.fonts');
    const windows = listFontFolders({
      platform: 'win32',
      home,
      env: { WINDIR: 'D:/Windows', LOCALAPPDATA: 'D:/Local' },
    });
    expect(windows.map((folder) => folder.replaceAll('\\', '/'))).toEqual([
      'D:/Windows/Fonts',
      'D:/Local/Microsoft/Windows/Fonts',
    ]);
  });
});

describe('the faces of a layout', () => {
  const official = standardLayout('official');
  const stateOf = (face: string, ...here: readonly string[]) =>
    listFaceStates(official, new Set(here.map(faceKey))).find((state) => state.face === face);

  it('stand once each, with all they are used for', () => {
    const states = listFaceStates(official, new Set());
    expect(states.map(({ face, roles }) => [face, roles])).toEqual([
      ['方正小标宋简体', ['title', 'mark']],
      ['仿宋_GB2312', ['text']],
      ['黑体', ['part']],
      ['楷体_GB2312', ['section']],
      ['宋体', ['pageNumber']],
    ]);
  });

  it('are here under any name they go by', () => {
    expect(stateOf('黑体', 'SimHei')).toMatchObject({ isHere: true, standIn: null });
    expect(stateOf('仿宋_GB2312', 'FangSong_GB2312')).toMatchObject({ isHere: true });
    expect(stateOf('仿宋_GB2312', '仿宋')).toMatchObject({ isHere: false });
  });

  it('that are not here have a stand-in that is, the nearest first', () => {
    expect(stateOf('仿宋_GB2312', '华文仿宋', 'FangSong')?.standIn).toBe('仿宋');
    expect(stateOf('楷体_GB2312', '楷体')?.standIn).toBe('楷体');
    expect(stateOf('方正小标宋简体', 'SimSun', 'STZhongsong')?.standIn).toBe('华文中宋');
    expect(stateOf('方正小标宋简体', 'SimSun')?.standIn).toBe('宋体');
    expect(stateOf('方正小标宋简体', '黑体')?.standIn).toBeNull();
  });

  it('say what Word and WPS will do', () => {
    const lacking = stateOf('仿宋_GB2312', '仿宋')?.effect;
    expect(lacking).toMatch(/Word 一般不提示.*WPS 通常会提示/u);
    expect(lacking).not.toContain('没有找到相近的字体');
    expect(stateOf('仿宋_GB2312')?.effect).toContain('没有找到相近的字体');
  });

  it('are unknown where the PC does not tell', () => {
    const states = listFaceStates(official, null);
    expect(states.every(({ isHere }) => isHere === null)).toBe(true);
    expect(states[0]?.effect).toContain('看不到这台电脑装了哪些字体');
  });

  it('are told by the service, for a layout there is', async () => {
    const folder = keepFonts({ 'fang.ttf': buildFont([named('仿宋_GB2312')]) });
    const { get, call } = await createTestServices({ fontFolders: [folder] });
    const states = await get('layouts.faces', { layoutId: 'plain' });
    expect(states.filter(({ isHere }) => isHere).map(({ face }) => face)).toEqual(['仿宋_GB2312']);
    expect(await call('layouts.faces', { layoutId: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'layout/not-found' },
    });
  });
});

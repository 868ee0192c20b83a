import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { writeFileAtomic } from '../../../electron/services/atomic-write.ts';
import { findDataFolder, type Surroundings } from '../../../electron/services/data-folder.ts';
import { loadPacks } from '../../../electron/services/load-packs.ts';
import { readFileBytes, readReportFile } from '../../../electron/services/reading/read-file.ts';
import { canTestRights, runBound } from '../../support/bound-process.ts';
import { onSmallDisk } from '../../support/small-disk.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { buildPdf } from '../docx/read/pdf-fixtures.ts';

const templates = resolve(import.meta.dirname, '../../../templates');
const bytes = Buffer.from('整个文件');

describe('writing a file', () => {
  it('leaves the file and nothing else', async () => {
    const folder = createTempFolder();
    const path = join(folder, '报告.docx');
    expect(await writeFileAtomic(path, bytes)).toEqual({ ok: true, value: null });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['报告.docx']);
  });

  it('replaces what stood there', async () => {
    const path = join(createTempFolder(), '报告.docx');
    writeFileSync(path, '旧的，而且长得多');
    await writeFileAtomic(path, bytes);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('replaces what a link leads to, not the link', async () => {
    const folder = createTempFolder();
    writeFileSync(join(folder, '真的.docx'), '旧');
    symlinkSync(join(folder, '真的.docx'), join(folder, '链接.docx'));
    await writeFileAtomic(join(folder, '链接.docx'), bytes);
    expect(readFileSync(join(folder, '真的.docx')).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each([
    ['the folder is missing', 'none/报告.docx', '文件夹不存在'],
    ['the folder is a file', 'file/报告.docx', '路径里有一处不是文件夹'],
    ['a folder stands there', 'folder', '这个位置是文件夹'],
    ['the name is too long', `${'长'.repeat(100)}.docx`, '文件名太长'],
  ])('says that %s, and leaves nothing behind', async (_, name, reason) => {
    const folder = createTempFolder();
    mkdirSync(join(folder, 'folder/inner'), { recursive: true });
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, name);
    expect(await writeFileAtomic(path, bytes)).toEqual({
      ok: false,
      error: { code: 'export/unwritable', path, reason },
    });
    expect(readdirSync(folder).toSorted()).toEqual(['file', 'folder']);
  });

  it.each([
    ['Word', '~$法治政府报告.docx'],
    ['Word, which drops two letters of a long name', '~$政府报告.docx'],
    ['WPS', '.~法治政府报告.docx'],
    ['LibreOffice', '.~lock.法治政府报告.docx#'],
  ])('leaves a document alone that is open in %s', async (_, lock) => {
    const folder = createTempFolder();
    const path = join(folder, '法治政府报告.docx');
    writeFileSync(join(folder, lock), '');
    expect(await writeFileAtomic(path, bytes)).toEqual({ ok: true, value: null });
    expect(await writeFileAtomic(path, Buffer.from('别的'))).toEqual({
      ok: false,
      error: { code: 'export/held-open', path },
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('says that the right to write is missing', (context) => {
    if (!canTestRights) {
      console.warn('SKIPPED: no rights of a folder to be tested on Windows');
      context.skip();
    }
    const folder = createTempFolder();
    chmodSync(folder, 0o555);
    chmodSync(dirname(folder), 0o755);
    const path = join(folder, '报告.docx');
    expect(runBound('write-file', path)).toEqual({
      ok: false,
      error: { code: 'export/unwritable', path, reason: '没有写入权限' },
    });
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the disk is full, and leaves the old file alone', async (context) => {
    const ran = await onSmallDisk(64, async (folder) => {
      const path = join(folder, '报告.docx');
      await writeFileAtomic(path, bytes);
      const result = await writeFileAtomic(path, Buffer.alloc(100_000));
      expect(result).toEqual({ ok: false, error: { code: 'export/full', path } });
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(readdirSync(folder)).toEqual(['报告.docx']);
    });
    if (!ran) {
      console.warn('SKIPPED: a small disk cannot be mounted here (it takes Linux and root)');
      context.skip();
    }
  });
});

const deps = async () => ({
  createId: createCountingIds(),
  packs: (await loadPacks(templates, null)).packs,
  fallbackYear: 2025,
});

const firstId = async () => (await deps()).createId();

describe('reading a file', () => {
  it('reads a report from a path', async () => {
    const path = resolve(templates, '../resources/sample-report.txt');
    const read = await readReportFile(path, await deps());
    expect(read).toMatchObject({ ok: true, value: { report: { year: 2024 } } });
  });

  it('reads a PDF apart, with ids of this side, and ends one that works too long', async () => {
    const folder = createTempFolder();
    const line =
      'BT /F1 16 Tf 80 700 Td (Report of the town, year 2025, part one, all of it) Tj ET\n';
    const path = join(folder, '报告.pdf');
    writeFileSync(path, buildPdf({ pages: [line] }));
    const read = await readReportFile(path, await deps());
    expect(read).toMatchObject({ ok: true, value: { source: [{ line: 0 }] } });
    const ids = read.ok ? read.value.report.preamble.map(({ id }) => id) : [];
    expect(ids).toEqual([await firstId()]);
    writeFileSync(path, buildPdf({ pages: ['q '.repeat(20_000_000)], packed: true }));
    const begun = performance.now();
    const slow = await readReportFile(path, await deps());
    expect(slow).toMatchObject({
      error: { code: 'import/too-slow', name: '报告.pdf', seconds: 5 },
    });
    expect(performance.now() - begun).toBeLessThan(35_000);
  }, 40_000);

  it('names what is missing or a folder', async () => {
    const folder = createTempFolder();
    const none = join(folder, '没有.docx');
    expect(await readFileBytes(none)).toMatchObject({
      error: { code: 'import/not-found', name: '没有.docx' },
    });
    expect(await readFileBytes(join(templates, '../package.json/a'))).toMatchObject({
      error: { code: 'import/not-found' },
    });
    expect(await readFileBytes(folder)).toMatchObject({ error: { code: 'import/folder' } });
  });
});

const find = (platform: NodeJS.Platform, env: Surroundings['env'] = {}) =>
  findDataFolder({ platform, env, home: '/home/wang' });

describe('the data folder', () => {
  it('is where each system keeps such things, or where NIANBAO_DATA says', () => {
    expect(find('linux')).toBe('/home/wang/.local/share/nianbao');
    expect(find('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/nianbao');
    expect(find('linux', { XDG_DATA_HOME: 'data' })).toBe('/home/wang/.local/share/nianbao');
    expect(find('darwin')).toBe('/home/wang/Library/Application Support/nianbao');
    expect(find('win32', { APPDATA: '/roaming' })).toBe('/roaming/nianbao');
    expect(find('win32')).toBe('/home/wang/AppData/Roaming/nianbao');
    expect(find('win32', { NIANBAO_DATA: '/mnt/usb' })).toBe('/mnt/usb');
    expect(find('linux', { NIANBAO_DATA: 'here' })).toBe(resolve('here'));
  });
});

describe('packs', () => {
  it('of the app are all good', async () => {
    const { packs, faults } = await loadPacks(templates, null);
    expect(faults).toEqual([]);
    expect(packs.length).toBeGreaterThan(3);
  });

  it('of the person stand in place of those of the app; bad ones are named', async () => {
    const data = createTempFolder();
    mkdirSync(join(data, 'packs/inner.json'), { recursive: true });
    const shipped = readFileSync(join(templates, 'outline-2021-2025.json'), 'utf8');
    const own = { ...(JSON.parse(shipped) as object), title: '本县的实施纲要' };
    writeFileSync(join(data, 'packs/own.json'), `\uFEFF${JSON.stringify(own)}`);
    writeFileSync(join(data, 'packs/broken.json'), '{"kind":');
    writeFileSync(join(data, 'packs/other.json'), '{"kind":"song"}');
    writeFileSync(join(data, 'packs/note.txt'), 'not looked at');
    const before = await loadPacks(templates, null);
    const { packs, faults } = await loadPacks(templates, data);
    expect(packs).toHaveLength(before.packs.length);
    expect(packs.map(({ title }) => title)).toContain('本县的实施纲要');
    expect(faults.map(({ name }) => name).toSorted()).toEqual([
      'broken.json',
      'inner.json',
      'other.json',
    ]);
  });

  it('of a new outline alone serve the years it names', async () => {
    const data = createTempFolder();
    mkdirSync(join(data, 'packs'), { recursive: true });
    const shipped = readFileSync(join(templates, 'outline-2021-2025.json'), 'utf8');
    const later = {
      ...(JSON.parse(shipped) as object),
      id: 'outline-2026-2030',
      citation: '法治政府建设实施纲要（2026－2030年）',
      years: { from: 2026, to: 2030 },
    };
    writeFileSync(join(data, 'packs/outline-2026-2030.json'), JSON.stringify(later));
    const { packs, faults } = await loadPacks(templates, data);
    expect(faults).toEqual([]);
    expect(choosePacks(packs, 2026)).toMatchObject({
      outline: { id: 'outline-2026-2030' },
      outlineIsCurrent: true,
      checklistIsOwn: false,
    });
  });

  it('may be none at all', async () => {
    const none = await loadPacks(join(templates, 'none'), null);
    expect(none).toMatchObject({ packs: [], faults: [] });
    expect(await none.loadPlaces()).toBeNull();
  });

  it('of a folder that cannot be listed are none, and the folder is named', async () => {
    const data = createTempFolder();
    symlinkSync(join(data, 'packs'), join(data, 'packs'));
    const { packs, faults } = await loadPacks(templates, data);
    expect(packs).toEqual((await loadPacks(templates, null)).packs);
    expect(faults).toEqual([{ kind: 'unreadable', name: 'packs' }]);
  });
});

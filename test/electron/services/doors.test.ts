import { execFile, spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import {
  importFile,
  importText,
  REPORT_LIMITS,
} from '../../../electron/services/reading/read-content.ts';
import { readFileBytes } from '../../../electron/services/reading/read-file.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const deps = { createId: createCountingIds(), packs: shipped.packs, fallbackYear: 2025 };
const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const line = '全镇开展执法检查十二次。\n';

describe('a text longer than any report', () => {
  test.each([
    ['lines', line.repeat(40_000)],
    ['one paragraph', line.trim().repeat(40_000)],
    ['short lines', '一\n'.repeat(30_000)],
    ['blank lines', `${'\n'.repeat(2_000_000)}一`],
    ['megabytes of lines', line.repeat(400_000)],
  ])('of %s is refused in words that name it', async (_, text) => {
    expect(await importFile('合订本.txt', bytesOf(text), deps)).toMatchObject({
      ok: false,
      error: {
        code: 'import/not-a-report',
        name: '合订本.txt',
        detail: expect.stringContaining('文字'),
      },
    });
  });

  test('is refused from the clipboard too, before it is taken apart', async () => {
    for (const text of [line.repeat(30_000), line.repeat(400_000), '一\n'.repeat(2_000_000)]) {
      expect(await importText('粘贴的文字', text, deps)).toMatchObject({
        error: { code: 'import/not-a-report' },
      });
    }
  });

  test('says how long it is, and what the limit is', async () => {
    const read = await importFile('长.txt', bytesOf(line.repeat(30_000)), deps);
    expect(read.ok ? '' : 'detail' in read.error && read.error.detail).toBe(
      '文字有 36 万字，超过了 30 万字的上限',
    );
  });

  test('is another than the longest that is taken', async () => {
    const most = '一'.repeat(REPORT_LIMITS.characters);
    expect((await importFile('长.txt', bytesOf(most), deps)).ok).toBe(true);
    expect((await importText('长', most, deps)).ok).toBe(true);
  });
});

test.each([
  ['ones', 1],
  ['zeros', 0],
  ['high bytes', 0xff],
])('megabytes of %s are no document', async (_, byte) => {
  expect(await importFile('坏.docx', Buffer.alloc(29 * 1024 * 1024, byte), deps)).toMatchObject({
    error: { code: 'import/unsupported', name: '坏.docx', found: 'unknown' },
  });
});

describe('reading a path', () => {
  const folder = createTempFolder();
  const errorOf = async (path: string) => {
    const read = await readFileBytes(path);
    return read.ok ? null : read.error;
  };

  test('refuses a folder, a missing file and a file in a file', async () => {
    mkdirSync(join(folder, '夹.docx'));
    writeFileSync(join(folder, '甲.txt'), '甲');
    expect(await errorOf(join(folder, '夹.docx'))).toMatchObject({ code: 'import/folder' });
    expect(await errorOf(join(folder, '无.txt'))).toMatchObject({ code: 'import/not-found' });
    expect(await errorOf(join(folder, '甲.txt/乙'))).toMatchObject({ code: 'import/not-found' });
  });

  test('refuses 200 MB without reading them', async () => {
    const file = openSync(join(folder, '大.docx'), 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const before = process.memoryUsage().arrayBuffers;
    expect(await errorOf(join(folder, '大.docx'))).toMatchObject({ code: 'import/too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });

  test('says that a link goes round, or that a name is too long', async () => {
    symlinkSync('圈.txt', join(folder, '圈.txt'));
    expect(await errorOf(join(folder, '圈.txt'))).toMatchObject({
      reason: expect.stringContaining('链接'),
    });
    expect(await errorOf(join(folder, `${'长'.repeat(100)}.txt`))).toMatchObject({
      reason: '文件名太长',
    });
  });

  test.skipIf(process.platform === 'win32')('never waits for a pipe or a device', async () => {
    spawnSync('mkfifo', [join(folder, '管.txt')]);
    expect(await errorOf(join(folder, '管.txt'))).toMatchObject({ code: 'import/unreadable' });
    expect(await errorOf('/dev/zero')).toMatchObject({ reason: '这不是普通文件' });
  });
});

test.skipIf(process.platform === 'win32')(
  'a reader that has seen enough ends the command quietly',
  async () => {
    const path = join(createTempFolder(), '长.txt');
    writeFileSync(path, line.repeat(10_000));
    const cli = join(import.meta.dirname, '../../../electron/cli.ts');
    const command = `"${process.execPath}" "${cli}" read "${path}" --json | head -c 10`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command]);
    expect({ stdout: stdout.length, stderr }).toEqual({ stdout: 10, stderr: '' });
  },
);

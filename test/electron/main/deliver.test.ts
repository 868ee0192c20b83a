import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApiError, fail, ok } from '../../../core/api/index.ts';
import {
  createDeliver,
  createDeliverAll,
  type DeliverTools,
} from '../../../electron/main/deliver.ts';
import { writeFileAtomic } from '../../../electron/services/atomic-write.ts';
import { writeFolder } from '../../../electron/services/write-folder.ts';

const bytes = new Uint8Array([1, 2, 3]);

describe('delivering an export', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deliver-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A dialog that gives these answers in turn; null is cancelling. */
  function setUp(
    answers: readonly (string | null)[],
    write?: DeliverTools['write'],
    goesElsewhere: readonly boolean[] = [],
  ) {
    const asked: SaveDialogOptions[] = [];
    const told: ApiError[] = [];
    const wishes = [...goesElsewhere];
    const written: string[] = [];
    const left = [...answers];
    const deliver = createDeliver({
      startFolder: folder,
      askElsewhere: async (error) => {
        told.push(error);
        return wishes.shift() ?? false;
      },
      showSaveDialog: async (options) => {
        asked.push(options);
        const filePath = left.shift() ?? null;
        return { canceled: filePath === null, filePath: filePath ?? '' };
      },
      write:
        write ??
        (async (path) => {
          written.push(path);
          return ok(null);
        }),
    });
    return { deliver, asked, written, told };
  }

  it('asks in the documents folder, with the name it was given', async () => {
    const { deliver, asked } = setUp([null]);
    await deliver('青石镇2025年年度报告.docx', bytes);
    expect(asked[0]?.defaultPath).toBe(join(folder, '青石镇2025年年度报告.docx'));
    expect(asked[0]?.properties).toContain('showOverwriteConfirmation');
    expect(asked[0]?.filters).toEqual([{ name: 'Word 文档', extensions: ['docx'] }]);
  });

  it('writes nothing when the person chooses no file', async () => {
    const { deliver, written } = setUp([null]);
    expect(await deliver('甲.docx', bytes)).toEqual(ok({ kind: 'cancelled' }));
    expect(written).toEqual([]);
  });

  it('says where it was written, and begins there the next time', async () => {
    const chosen = join(folder, '报送', '甲.docx');
    const { deliver, asked } = setUp([chosen, null]);
    expect(await deliver('甲.docx', bytes)).toEqual(ok({ kind: 'written', path: chosen }));
    await deliver('乙.docx', bytes);
    expect(asked[1]?.defaultPath).toBe(join(folder, '报送', '乙.docx'));
  });

  it('adds the ending that the dialog left out', async () => {
    const { deliver, written } = setUp([join(folder, '甲')]);
    await deliver('甲.docx', bytes);
    expect(written).toEqual([join(folder, '甲.docx')]);
  });

  it('asks again rather than replace a file that the dialog did not ask about', async () => {
    writeFileSync(join(folder, '甲.docx'), '原来的');
    const { deliver, asked, written } = setUp([join(folder, '甲'), null]);
    expect(await deliver('乙.docx', bytes)).toEqual(ok({ kind: 'cancelled' }));
    expect(asked[1]?.defaultPath).toBe(join(folder, '甲.docx'));
    expect(written).toEqual([]);
  });

  it('replaces a file as a whole, leaving nothing beside it', async () => {
    const path = join(folder, '甲.docx');
    writeFileSync(path, '原来的');
    const { deliver } = setUp([path], writeFileAtomic);
    expect(await deliver('甲.docx', bytes)).toEqual(ok({ kind: 'written', path }));
    expect([...readFileSync(path)]).toEqual([...bytes]);
    expect(readdirSync(folder)).toEqual(['甲.docx']);
  });

  it('leaves nothing behind where it cannot write', async () => {
    mkdirSync(join(folder, '是文件夹.docx'));
    const path = join(folder, '是文件夹.docx');
    const { deliver } = setUp([path], writeFileAtomic);
    expect(await deliver('甲.docx', bytes)).toMatchObject({
      ok: false,
      error: { code: 'export/unwritable', path },
    });
    expect(readdirSync(folder)).toEqual(['是文件夹.docx']);
  });

  it('keeps the ending of an original that is given back', async () => {
    const { deliver, asked, written } = setUp([join(folder, '旧稿'), join(folder, '说明')]);
    await deliver('去年.WPS', bytes);
    await deliver('说明', bytes);
    expect(asked.map(({ filters }) => filters?.[0]?.extensions)).toEqual([['wps'], ['*']]);
    expect(asked[0]?.title).toBe('取回原件');
    expect(written).toEqual([join(folder, '旧稿.WPS'), join(folder, '说明')]);
  });

  it.each([
    ['期限.ics', '保存日历文件'],
    ['county.json', '保存资料包'],
  ])('says what %s is', async (name, title) => {
    const { deliver, asked } = setUp([null]);
    await deliver(name, bytes);
    expect(asked[0]?.title).toBe(title);
  });

  it('passes on why a file could not be written', async () => {
    const error = { code: 'export/full', path: join(folder, '甲.docx') } as const;
    const { deliver, told } = setUp([error.path], async () => fail(error));
    expect(await deliver('甲.docx', bytes)).toEqual(fail(error));
    expect(told).toEqual([error]);
  });

  it('offers another name beside a file that is open, until it is written or given up', async () => {
    const path = join(folder, '甲.docx');
    writeFileSync(path, '正在 Word 里改');
    writeFileSync(join(folder, '~$甲.docx'), '');
    const other = join(folder, '甲（3）.docx');
    const { deliver, asked, told } = setUp([path, path, other], writeFileAtomic, [true, true]);
    expect(await deliver('甲.docx', bytes)).toEqual(ok({ kind: 'written', path: other }));
    expect(told).toEqual([
      { code: 'export/held-open', path },
      { code: 'export/held-open', path },
    ]);
    expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(
      ['甲.docx', '甲（2）.docx', '甲（3）.docx'].map((name) => join(folder, name)),
    );
    expect(readFileSync(path, 'utf8')).toBe('正在 Word 里改');
  });

  it('writes nothing when the dialog for another place is cancelled', async () => {
    const path = join(folder, '没有', '甲.docx');
    const { deliver } = setUp([path, null], writeFileAtomic, [true]);
    expect(await deliver('甲.docx', bytes)).toEqual(ok({ kind: 'cancelled' }));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('delivering several files in one go', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deliver-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const files = ['征集表-司法所.docx', '征集表-党政办公室.docx'].map((fileName) => ({
    fileName,
    bytes,
  }));

  function setUp(answers: readonly (string | null)[], goesElsewhere: readonly boolean[] = []) {
    const asked: (string | undefined)[] = [];
    const left = [...answers];
    const wishes = [...goesElsewhere];
    const deliverAll = createDeliverAll({
      startFolder: folder,
      askElsewhere: async () => wishes.shift() ?? false,
      showOpenDialog: async ({ defaultPath }) => {
        asked.push(defaultPath);
        const path = left.shift() ?? null;
        return { canceled: path === null, filePaths: path === null ? [] : [path] };
      },
      writeAll: writeFolder,
    });
    return { deliverAll, asked };
  }

  it('asks once, and puts all of them into a new folder', async () => {
    const { deliverAll, asked } = setUp([folder]);
    const path = join(folder, '征集表-2026年度');
    expect(await deliverAll('征集表-2026年度', files)).toEqual(ok({ kind: 'written', path }));
    expect(asked).toEqual([folder]);
    expect(readdirSync(folder)).toEqual(['征集表-2026年度']);
    expect(readdirSync(path).toSorted()).toEqual(files.map(({ fileName }) => fileName).toSorted());
    expect([...readFileSync(join(path, '征集表-司法所.docx'))]).toEqual([...bytes]);
  });

  it('touches nothing that stands there, and gives the new folder a number', async () => {
    mkdirSync(join(folder, '表'));
    writeFileSync(join(folder, '表', '征集表-司法所.docx'), '填好的');
    const { deliverAll } = setUp([folder, folder]);
    await deliverAll('表', files);
    expect(await deliverAll('表', files)).toMatchObject({
      value: { path: join(folder, '表（3）') },
    });
    expect(readFileSync(join(folder, '表', '征集表-司法所.docx'), 'utf8')).toBe('填好的');
  });

  it('writes nothing when no folder is chosen', async () => {
    const { deliverAll } = setUp([null]);
    expect(await deliverAll('表', files)).toEqual(ok({ kind: 'cancelled' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind where not all can be written', async () => {
    const { deliverAll } = setUp([folder, join(folder, '没有这个文件夹')]);
    const broken = [...files, { fileName: join('没有', '甲.docx'), bytes }];
    expect(await deliverAll('表', broken)).toMatchObject({
      error: { code: 'export/unwritable', path: join(folder, '表') },
    });
    expect(await deliverAll('表', files)).toMatchObject({ error: { code: 'export/unwritable' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('offers another folder where not all can be written', async () => {
    const { deliverAll, asked } = setUp([join(folder, '没有这个文件夹'), folder], [true]);
    const path = join(folder, '表');
    expect(await deliverAll('表', files)).toEqual(ok({ kind: 'written', path }));
    expect(asked).toHaveLength(2);
  });
});

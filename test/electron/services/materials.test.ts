import { describe, expect, it } from 'vitest';
import { describeMaterialError, describeUnread } from '../../../core/api/index.ts';
import type { MaterialFacts } from '../../../core/materials/index.ts';
import { IMPORT_LIMIT_BYTES } from '../../../electron/services/reading/read-content.ts';
import { buildDocx, table, words } from '../../support/docx-fixtures.ts';
import { toGb18030 } from '../../support/gb18030.ts';
import { onSmallDisk } from '../../support/small-disk.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

function buildFacts(change: Partial<MaterialFacts> = {}): MaterialFacts {
  return {
    year: 2026,
    title: '',
    text: '',
    happenedOn: '2026-03-12',
    department: '司法所',
    itemIds: ['2021-16-publicity'],
    ...change,
  };
}

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const keepFile = (
  services: TestServices,
  name: string,
  bytes: Uint8Array,
  facts: Partial<MaterialFacts> = {},
) =>
  services.get('materials.add', {
    facts: buildFacts(facts),
    file: { name, base64: toBase64(bytes) },
  });

async function withServices(work: (services: TestServices) => Promise<void>): Promise<void> {
  const services = await createTestServices({ today: '2026-11-22' });
  await work(services);
  services.close();
}

describe('keeping a material', () => {
  it('keeps a note as it was told', () =>
    withServices(async (services) => {
      const facts = buildFacts({ text: '宪法日发资料两百份。' });
      const { material, unread } = await services.get('materials.add', { facts });
      expect(material).toMatchObject({ ...facts, kind: 'note', fileName: null, usedIn: [] });
      expect(unread).toBeNull();
      expect(await services.get('materials.list', { year: 2026 })).toEqual([material]);
      expect(await services.get('materials.list', { year: 2025 })).toEqual([]);
    }));

  it('lists every word of a note that holds a NUL, and finds them', () =>
    withServices(async ({ get }) => {
      const facts = buildFacts({ text: '排查纠纷\0八十六起', title: '题\0目' });
      const { material } = await get('materials.add', { facts });
      expect(material).toMatchObject({ text: '排查纠纷八十六起', textLength: 8, title: '题目' });
      expect(await get('materials.list', { year: 2026, search: '八十六' })).toEqual([material]);
      const change = { text: '调解\0成功' };
      await get('materials.change', { materialId: material.id, change });
      expect(await get('materials.list', { year: 2026 })).toMatchObject([{ text: '调解成功' }]);
    }));

  it('reads the words of a Word document and gives the very bytes back', () =>
    withServices(async (services) => {
      const bytes = buildDocx({
        body:
          words('青石镇普法小结') +
          table([
            ['村', '场次'].map((cell) => words(cell)),
            ['石桥村', '12'].map((cell) => words(cell)),
          ]),
      });
      const { material, unread } = await keepFile(services, '普法 小结.docx', bytes);
      expect(unread).toBeNull();
      expect(material).toMatchObject({ kind: 'file', fileName: '普法 小结.docx' });
      expect(material.text).toBe('青石镇普法小结\n村\t场次\n石桥村\t12');
      await services.get('materials.file', { materialId: material.id });
      const [given] = services.delivered;
      expect(given?.fileName).toBe('普法 小结.docx');
      expect(given && Buffer.compare(given.bytes, bytes)).toBe(0);
    }));

  it('reads a text in the Chinese encoding of old programs', () =>
    withServices(async (services) => {
      const { material } = await keepFile(
        services,
        '台账.txt',
        toGb18030('调解纠纷八十六起，成功八十二起。'),
      );
      expect(material.text).toBe('调解纠纷八十六起，成功八十二起。');
    }));

  it('keeps a picture with nothing read, and shows it', () =>
    withServices(async (services) => {
      const { material, unread } = await keepFile(services, '活动.png', png, { text: '宣传现场' });
      expect(unread).toBeNull();
      expect(material).toMatchObject({ text: '宣传现场', fileSize: png.length });
      const read = await services.get('materials.read', { materialId: material.id });
      expect(read.picture).toEqual({ mediaType: 'image/png', base64: toBase64(png) });
      expect(read.material).toEqual(material);
    }));

  it.each([
    ['封存.xyz', Buffer.from([0, 1, 2, 3, 0, 255, 254])],
    ['程序.exe', Buffer.from('MZ\u0000\u0001'.repeat(40), 'latin1')],
    ['坏的.docx', Buffer.from('PK\u0003\u0004 nothing', 'latin1')],
  ])('keeps %s, which cannot be read, and says that no words were read', (name, bytes) =>
    withServices(async (services) => {
      const { material, unread } = await keepFile(services, name, bytes);
      expect(material).toMatchObject({ fileName: name, text: '', fileSize: bytes.length });
      if (!unread) throw new Error('nothing was said');
      expect(describeUnread(unread)).toMatch(/原件已存。$/u);
      const given = await services.get('materials.file', { materialId: material.id });
      expect(given).toMatchObject({ kind: 'download', base64: toBase64(bytes) });
    }),
  );

  it('refuses nothing at all, an empty file and one that is too large, told in words of materials', () =>
    withServices(async (services) => {
      const facts = buildFacts();
      const tooLarge = Buffer.alloc(IMPORT_LIMIT_BYTES + 1).toString('base64');
      const results = [
        await services.call('materials.add', { facts }),
        await services.call('materials.add', { facts, file: { name: '空.txt', base64: '' } }),
        await services.call('materials.add', { facts, file: { name: '大.bin', base64: tooLarge } }),
      ];
      expect(results).toMatchObject([
        { ok: false, error: { code: 'input/invalid', path: 'facts.text' } },
        { ok: false, error: { code: 'import/empty', name: '空.txt' } },
        { ok: false, error: { code: 'input/invalid', path: 'file.base64' } },
      ]);
      const limit = IMPORT_LIMIT_BYTES;
      for (const error of [
        { code: 'import/empty', name: '空.txt' },
        { code: 'import/too-large', name: '大.bin', bytes: limit + 1, limit },
      ] as const) {
        const told = describeMaterialError(error);
        expect(told.kept).toContain('没有存入');
        expect(Object.values(told).join('')).not.toMatch(/报告/u);
      }
      expect(await services.get('materials.list', { year: 2026 })).toEqual([]);
    }));
});

describe('what becomes of a material', () => {
  const addNote = async (services: TestServices) => {
    const facts = buildFacts({ text: '宪法日发资料两百份。' });
    return (await services.get('materials.add', { facts })).material;
  };

  it('is changed, removed and brought back as it was', () =>
    withServices(async (services) => {
      const { id: materialId } = await addNote(services);
      const change = { department: '党政办', itemIds: [] };
      const changed = await services.get('materials.change', { materialId, change });
      expect(changed).toMatchObject({
        department: '党政办',
        itemIds: [],
        happenedOn: '2026-03-12',
      });
      await services.get('materials.remove', { materialId });
      expect(await services.get('materials.list', { year: 2026 })).toEqual([]);
      await services.get('materials.restore', { materialId });
      expect(await services.get('materials.list', { year: 2026 })).toEqual([changed]);
    }));

  it('is used in a report, and not after all', () =>
    withServices(async (services) => {
      const { id: materialId } = await addNote(services);
      const issuers = ['青石镇人民政府'];
      const { reportId } = await services.get('report.create', {
        year: 2026,
        issuers,
        start: { kind: 'blank' },
      });
      const use = { materialId, reportId };
      expect((await services.get('materials.use', { ...use, used: true })).usedIn).toEqual([
        reportId,
      ]);
      expect((await services.get('materials.use', { ...use, used: false })).usedIn).toEqual([]);
      expect(await services.call('materials.use', { ...use, reportId: 'r0', used: true })).toEqual({
        ok: false,
        error: { code: 'report/not-found', reportId: 'r0' },
      });
    }));

  it('is not known once it is gone, and a note has no file', () =>
    withServices(async (services) => {
      const { id } = await addNote(services);
      const noFile = { ok: false, error: { code: 'material/no-file', materialId: id } };
      expect(await services.call('materials.file', { materialId: id })).toEqual(noFile);
      const materialId = 'm0';
      const gone = { ok: false, error: { code: 'material/not-found', materialId } };
      expect(await services.call('materials.file', { materialId })).toEqual(gone);
      expect(await services.call('materials.read', { materialId })).toEqual(gone);
      expect(await services.call('materials.remove', { materialId })).toEqual(gone);
      expect(await services.call('materials.restore', { materialId })).toEqual(gone);
      expect(await services.call('materials.change', { materialId, change: {} })).toEqual(gone);
      const use = { materialId, reportId: 'r0', used: true };
      expect(await services.call('materials.use', use)).toEqual(gone);
    }));

  it('stays over a restart', async () => {
    const dataFolder = createTempFolder();
    const first = await createTestServices({ dataFolder });
    const material = await addNote(first);
    const kept = await keepFile(first, '活动.png', png);
    first.close();
    const again = await createTestServices({ dataFolder, idPrefix: 'second-' });
    const listed = await again.get('materials.list', { year: 2026 });
    expect(listed).toEqual(expect.arrayContaining([material, kept.material]));
    again.close();
  });
});

it('a store that may not be written, or a full disk, is told as one, and what was kept stays', async (context) => {
  const facts = buildFacts({ text: '宪法日发资料两百份。' });
  const ran = await onSmallDisk(1536, async (dataFolder) => {
    const services = await createTestServices({ dataFolder });
    const { material } = await services.get('materials.add', { facts });
    const bytes = Buffer.alloc(2 * 1024 * 1024, 7);
    const file = { name: '照片.bin', base64: toBase64(Buffer.concat([png, bytes])) };
    expect(await services.call('materials.add', { facts, file })).toMatchObject({
      ok: false,
      error: { code: 'store/full' },
    });
    expect(await services.get('materials.list', { year: 2026 })).toEqual([material]);
    services.close();
  });
  await withServices(async (services) => {
    services.store.prepare('PRAGMA query_only').get();
    services.store.prepare('PRAGMA query_only = 1').run();
    expect(await services.call('materials.add', { facts })).toMatchObject({
      ok: false,
      error: { code: 'store/unwritable' },
    });
    expect(await services.get('materials.list', { year: 2026 })).toEqual([]);
    expect(services.logs).toEqual([]);
  });
  if (!ran) {
    console.warn('SKIPPED: a small disk cannot be mounted here (it takes Linux and root)');
    context.skip();
  }
});

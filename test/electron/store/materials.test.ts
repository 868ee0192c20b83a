import { hash } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LISTED_TEXT_CHARACTERS, type MaterialFacts } from '../../../core/materials/index.ts';
import {
  addMaterial,
  changeMaterial,
  getMaterial,
  listMaterials,
  readMaterialFile,
  removeMaterial,
  restoreMaterial,
  type Store,
  StoredValueError,
  setMaterialUse,
} from '../../../electron/store/index.ts';
import { addSmallReport, openTestStore, someInstant } from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const later = '2026-11-20T00:00:00.000Z';

function buildFacts(change: Partial<MaterialFacts> = {}): MaterialFacts {
  return {
    year: 2026,
    title: '',
    text: '青石镇开展宪法宣传周活动，发放资料两百份。',
    happenedOn: '2026-12-04',
    department: '司法所',
    itemIds: ['law-publicity', 'constitution-week'],
    ...change,
  };
}

function addNote(store: Store, id: string, change: Partial<MaterialFacts> = {}): void {
  addMaterial(store, { id, kind: 'note', facts: buildFacts(change) }, someInstant);
}

const picture = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

describe('materials in the store', () => {
  it('keep every fact over closing and opening', () => {
    const folder = createTempFolder();
    const first = openTestStore(folder);
    addNote(first, 'a');
    const file = { name: '活动 照片.png', bytes: picture };
    addMaterial(first, { id: 'b', kind: 'file', facts: buildFacts({ text: '' }), file }, later);
    first.close();
    const store = openTestStore(folder);
    expect(getMaterial(store, 'a')).toStrictEqual({
      ...buildFacts(),
      itemIds: ['constitution-week', 'law-publicity'],
      id: 'a',
      kind: 'note',
      fileName: null,
      fileSize: null,
      textLength: 21,
      createdAt: someInstant,
      updatedAt: someInstant,
      usedIn: [],
    });
    expect(getMaterial(store, 'b')).toMatchObject({ fileName: '活动 照片.png', fileSize: 1000 });
    const given = readMaterialFile(store, 'b');
    expect(given?.name).toBe('活动 照片.png');
    expect(given && Buffer.compare(given.bytes, picture)).toBe(0);
    store.close();
  });

  it('are listed by year, the latest happening first, with the beginning of a long text', () => {
    const store = openTestStore(createTempFolder());
    addNote(store, 'old', { happenedOn: '2026-03-01' });
    addNote(store, 'new', { happenedOn: '2026-11-30', text: '长'.repeat(5000) });
    addNote(store, 'undated', { happenedOn: null });
    addNote(store, 'other year', { year: 2025 });
    const listed = listMaterials(store, 2026);
    expect(listed.map(({ id }) => id)).toEqual(['new', 'old', 'undated']);
    expect(listed[0]).toMatchObject({ textLength: 5000 });
    expect(listed[0]?.text).toHaveLength(LISTED_TEXT_CHARACTERS);
    expect(getMaterial(store, 'new')?.text).toHaveLength(5000);
    store.close();
  });

  it('are found by words of any length, beyond the beginning that is listed and in a file’s name', () => {
    const store = openTestStore(createTempFolder());
    addNote(store, 'deep', { text: `${'长'.repeat(9000)}调解 100% 完成_` });
    addMaterial(
      store,
      {
        id: 'named',
        kind: 'file',
        facts: buildFacts({ text: '', department: '应急办' }),
        file: { name: '消防Report.docx', bytes: picture },
      },
      later,
    );
    const find = (search: string) => listMaterials(store, 2026, search).map(({ id }) => id);
    expect(find('100% 完成_')).toEqual(['deep']);
    expect(find('100_ 完成%')).toEqual([]);
    expect(find('report')).toEqual(['named']);
    expect(find('应急')).toEqual(['named']);
    expect(find('  ')).toHaveLength(2);
    store.close();
  });

  it('change what is named and nothing else', () => {
    const store = openTestStore(createTempFolder());
    addNote(store, 'a');
    const change = { department: '派出所', happenedOn: null, itemIds: ['mediation'] };
    expect(changeMaterial(store, 'a', change, later)).toBe(true);
    expect(getMaterial(store, 'a')).toMatchObject({
      ...buildFacts(change),
      createdAt: someInstant,
      updatedAt: later,
    });
    expect(changeMaterial(store, 'nobody', change, later)).toBe(false);
    store.close();
  });

  it('come back as they were when they were removed', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    const reportId = 'r1';
    addNote(store, 'a');
    setMaterialUse(store, { materialId: 'a', reportId, used: true }, later);
    const before = getMaterial(store, 'a');
    expect(removeMaterial(store, 'a', later)).toBe(true);
    expect(getMaterial(store, 'a')).toBeNull();
    expect(listMaterials(store, 2026)).toEqual([]);
    expect(changeMaterial(store, 'a', { text: '改' }, later)).toBe(false);
    expect(restoreMaterial(store, 'a')).toBe(true);
    expect(getMaterial(store, 'a')).toStrictEqual(before);
    expect(before?.usedIn).toEqual([reportId]);
    expect([removeMaterial(store, 'b', later), restoreMaterial(store, 'b')]).toEqual([
      false,
      false,
    ]);
    store.close();
  });

  it('say in which report they were used, however often that is said, and take it back', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    const reportId = 'r1';
    addNote(store, 'a');
    const use = { materialId: 'a', reportId };
    setMaterialUse(store, { ...use, used: true }, later);
    setMaterialUse(store, { ...use, used: true }, later);
    expect(getMaterial(store, 'a')?.usedIn).toEqual([reportId]);
    setMaterialUse(store, { ...use, used: false }, later);
    expect(getMaterial(store, 'a')?.usedIn).toEqual([]);
    store.close();
  });

  it('keep equal bytes once, whatever the files are called', () => {
    const store = openTestStore(createTempFolder());
    for (const id of ['a', 'b']) {
      const file = { name: `${id}.png`, bytes: picture };
      addMaterial(store, { id, kind: 'file', facts: buildFacts(), file }, later);
    }
    const kept = store.prepare('SELECT count(*) AS files FROM material_files').get();
    expect(kept).toEqual({ files: 1 });
    expect(readMaterialFile(store, 'b')?.name).toBe('b.png');
    store.close();
  });

  it('say that a file is not what was kept, instead of giving it', () => {
    const store = openTestStore(createTempFolder());
    const file = { name: 'a.png', bytes: picture };
    addMaterial(store, { id: 'a', kind: 'file', facts: buildFacts(), file }, later);
    store
      .prepare('UPDATE material_files SET bytes = ? WHERE sha256 = ?')
      .run(Buffer.from('别的'), hash('sha256', picture, 'hex'));
    expect(() => readMaterialFile(store, 'a')).toThrow(StoredValueError);
    store.close();
  });

  it('leave nothing behind when a part of them cannot be kept', () => {
    const store = openTestStore(createTempFolder());
    addNote(store, 'a');
    const file = { name: 'a.png', bytes: picture };
    const again = { id: 'a', kind: 'file', facts: buildFacts(), file } as const;
    expect(() => addMaterial(store, again, later)).toThrow();
    expect(store.prepare('SELECT count(*) AS files FROM material_files').get()).toEqual({
      files: 0,
    });
    expect(getMaterial(store, 'a')?.kind).toBe('note');
    expect(fs.existsSync(store.file)).toBe(true);
    store.close();
  });
});

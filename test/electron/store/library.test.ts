import { hash } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../core/model/index.ts';
import {
  createReport,
  getReport,
  keepOriginal,
  listRemovedReports,
  listReports,
  listSnapshots,
  readAnswers,
  readOriginal,
  readPieces,
  readSettings,
  readSnapshot,
  removeReport,
  restoreReport,
  type Store,
  StoredValueError,
  savePieces,
  setAnswer,
  setProgress,
  setStatus,
  takeSnapshot,
  writeSettings,
} from '../../../electron/store/index.ts';
import {
  addSmallReport,
  buildSectionPiece,
  openTestStore,
  someInstant,
} from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const later = '2026-01-17T00:00:00.000Z';

/** Runs `work` on a store, then closes and opens it again for `check`. */
function afterReopening(work: (store: Store) => void, check: (store: Store) => void): void {
  const folder = createTempFolder();
  const before = openTestStore(folder);
  work(before);
  before.close();
  const after = openTestStore(folder);
  check(after);
  after.close();
}

describe('the list of reports', () => {
  it('stands by year, latest first, and leaves removed ones out', () => {
    afterReopening(
      (store) => {
        addSmallReport(store, 'r23', 2023);
        addSmallReport(store, 'r25', 2025);
        addSmallReport(store, 'r24', 2024);
        removeReport(store, 'r25', later);
      },
      (store) => {
        expect(listReports(store).map(({ id }) => id)).toEqual(['r24', 'r23']);
        expect(getReport(store, 'r25')?.deletedAt).toBe(later);
        expect(listRemovedReports(store).map(({ id }) => id)).toEqual(['r25']);
        expect(restoreReport(store, 'r25')).toBe(true);
        expect(listRemovedReports(store)).toEqual([]);
        expect(listReports(store).map(({ id }) => id)).toEqual(['r25', 'r24', 'r23']);
      },
    );
  });

  it('names the base with its year, the original and the progress', () => {
    afterReopening(
      (store) => {
        const pieces = addSmallReport(store, 'r24', 2024);
        const rest = { status: 'writing', templateId: null, pieces, now: someInstant } as const;
        createReport(store, { ...rest, id: 'r25', baseId: 'r24' });
        keepOriginal(store, 'r24', { name: '去年.docx', bytes: Buffer.from('x') }, someInstant);
        setProgress(store, 'r25', { answered: 3, total: 40, revision: 1 });
      },
      (store) => {
        expect(getReport(store, 'r25')?.summary).toMatchObject({
          base: { id: 'r24', year: 2024, originalName: '去年.docx' },
          originalName: null,
          progress: { answered: 3, total: 40 },
        });
        expect(getReport(store, 'r24')?.summary).toMatchObject({
          base: null,
          originalName: '去年.docx',
          progress: null,
          issuers: ['青石镇人民政府'],
        });
      },
    );
  });

  it('knows no report that was never there', () => {
    const store = openTestStore(createTempFolder());
    expect(getReport(store, 'r0')).toBeNull();
    expect(removeReport(store, 'r0', later)).toBe(false);
    expect(restoreReport(store, 'r0')).toBe(false);
    expect(setStatus(store, 'r0', 'filed', later)).toBe(false);
    store.close();
  });

  it('adds a report wholly or not at all', () => {
    const store = openTestStore(createTempFolder());
    const pieces = addSmallReport(store, 'r1');
    const twice = [...pieces, ...pieces];
    const rest = { status: 'writing', baseId: null, templateId: null, now: someInstant } as const;
    expect(() => createReport(store, { ...rest, id: 'r2', pieces: twice })).toThrow('UNIQUE');
    expect(getReport(store, 'r2')).toBeNull();
    store.close();
  });
});

describe('what belongs to a report', () => {
  it('keeps the original untouched', () => {
    const bytes = Buffer.from([0, 1, 2, 255, 254]);
    afterReopening(
      (store) => {
        addSmallReport(store);
        keepOriginal(store, 'r1', { name: '去年.docx', bytes }, someInstant);
      },
      (store) => {
        const original = readOriginal(store, 'r1');
        expect(Buffer.from(original?.bytes ?? []).equals(bytes)).toBe(true);
        expect(original).toMatchObject({ name: '去年.docx', sha256: hash('sha256', bytes, 'hex') });
        expect(readOriginal(store, 'r2')).toBeNull();
      },
    );
  });

  it('calls an original damaged whose bytes are not those that were kept', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    keepOriginal(store, 'r1', { name: '去年.docx', bytes: Buffer.from('甲') }, someInstant);
    store.prepare("UPDATE originals SET bytes = x'00'").run();
    expect(() => readOriginal(store, 'r1')).toThrow(StoredValueError);
    store.close();
  });

  it('keeps, changes and takes back an answer', () => {
    afterReopening(
      (store) => {
        addSmallReport(store);
        const answer = (itemId: string, state: 'answered' | 'notApplicable' | null) =>
          setAnswer(
            store,
            { reportId: 'r1', itemId, answer: state && { state, reason: '本镇没有' } },
            someInstant,
          );
        answer('a', 'answered');
        answer('a', 'notApplicable');
        answer('b', 'answered');
        answer('c', 'answered');
        answer('c', null);
      },
      (store) => {
        expect(readAnswers(store, 'r1')).toEqual({
          a: { state: 'notApplicable', reason: '本镇没有' },
          b: { state: 'answered', reason: '本镇没有' },
        });
        expect(readAnswers(store, 'r2')).toEqual({});
      },
    );
  });

  it('keeps settings one by one', () => {
    afterReopening(
      (store) => {
        writeSettings(store, { zoom: 120, issuers: ['青石镇人民政府'], theme: undefined });
        writeSettings(store, { zoom: 90 });
      },
      (store) => expect(readSettings(store)).toEqual({ issuers: ['青石镇人民政府'], zoom: 90 }),
    );
  });
});

const countContents = (store: Store) =>
  store.prepare('SELECT count(*) FROM snapshot_contents').pluck().get();

describe('snapshots', () => {
  it('give a state back as it was, whatever was saved since', () => {
    let before: readonly Piece[] = [];
    afterReopening(
      (store) => {
        before = addSmallReport(store);
        takeSnapshot(store, 'r1', 'import', someInstant);
        const order = before.map(({ id }) => id).filter((_, index) => index !== 3);
        const changed = [buildSectionPiece(order[2] ?? '', '改过了。')];
        savePieces(store, { reportId: 'r1', baseRevision: 1, changed, order, now: later });
        takeSnapshot(store, 'r1', 'export', later);
      },
      (store) => {
        const [first, second] = listSnapshots(store, 'r1');
        expect(first).toMatchObject({ reason: 'import', revision: 1, takenAt: someInstant });
        expect(second).toMatchObject({ reason: 'export', revision: 2, takenAt: later });
        expect(readSnapshot(store, first?.id ?? 0)).toEqual(before);
        expect(readSnapshot(store, second?.id ?? 0)).toEqual(readPieces(store, 'r1'));
      },
    );
  });

  it('keep a piece that did not change once', () => {
    const store = openTestStore(createTempFolder());
    const pieces = addSmallReport(store);
    takeSnapshot(store, 'r1', 'import', someInstant);
    expect(countContents(store)).toBe(pieces.length);
    takeSnapshot(store, 'r1', 'export', someInstant);
    expect(countContents(store)).toBe(pieces.length);
    const order = pieces.map(({ id }) => id);
    const changed = [buildSectionPiece(order[2] ?? '', '改过了。')];
    savePieces(store, { reportId: 'r1', baseRevision: 1, changed, order, now: later });
    takeSnapshot(store, 'r1', 'export', later);
    expect(countContents(store)).toBe(pieces.length + 1);
    store.close();
  });

  it('of nothing hold nothing', () => {
    const store = openTestStore(createTempFolder());
    expect(listSnapshots(store, 'r1')).toEqual([]);
    expect(readSnapshot(store, 7)).toEqual([]);
    store.close();
  });
});

describe('a stored value that someone changed', () => {
  it('is called damage, and not guessed at', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    store.prepare(`UPDATE sections SET content = '{"kind":' WHERE kind = 'front'`).run();
    expect(() => readPieces(store, 'r1')).toThrow('读不出来');
    store.prepare(`UPDATE sections SET content = '{"kind":"front"}' WHERE kind = 'front'`).run();
    expect(() => readPieces(store, 'r1')).toThrow('读不出来');
    store.close();
    expect(fs.existsSync(store.file)).toBe(true);
  });

  it.each([
    ['a unit', "UPDATE reports SET issuers = '[\"青石'", listReports],
    ['a unit', "UPDATE reports SET issuers = '{}'", listReports],
    ['a setting', "INSERT INTO settings VALUES ('zoom', '9 0')", readSettings],
  ])('is called damage where it was %s', (_, damage, read) => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    store.prepare(damage).run();
    expect(() => read(store)).toThrow(StoredValueError);
    store.close();
  });
});

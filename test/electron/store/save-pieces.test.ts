import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countCharacters,
  findPiecesFault,
  joinPieces,
  type Piece,
} from '../../../core/model/index.ts';
import {
  getReport,
  listSnapshots,
  type PieceSave,
  readPieces,
  readSnapshot,
  removeReport,
  type Store,
  savePieces,
  setStatus,
} from '../../../electron/store/index.ts';
import {
  addSmallReport,
  buildSectionPiece,
  buildSmallReport,
  openTestStore,
  someInstant,
} from '../../support/store-reports.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const later = '2026-01-16T03:00:00.000Z';

function save(store: Store, change: Partial<PieceSave>) {
  return savePieces(store, {
    reportId: 'r1',
    baseRevision: 1,
    changed: [],
    order: readPieces(store, 'r1').map(({ id }) => id),
    now: later,
    ...change,
  });
}

describe('saving pieces', () => {
  it('keeps what changed and gives the next revision', () => {
    const store = openTestStore(createTempFolder());
    const pieces = addSmallReport(store);
    const changed = buildSectionPiece(pieces[2]?.id ?? '', '召开会议六次。');
    expect(save(store, { changed: [changed] })).toEqual({ ok: true, value: 2 });
    expect(readPieces(store, 'r1')).toEqual(
      pieces.map((piece) => (piece.id === changed.id ? changed : piece)),
    );
    expect(getReport(store, 'r1')).toMatchObject({
      revision: 2,
      summary: { updatedAt: later, createdAt: someInstant },
    });
    store.close();
  });

  it('takes year, issuers and title of the list from the front piece', () => {
    const store = openTestStore(createTempFolder());
    const [front] = addSmallReport(store);
    if (front?.kind !== 'front') throw new Error('no front');
    const changed = { ...front, year: 2026, issuers: ['枫林街道办事处'], title: '新标题' };
    save(store, { changed: [changed] });
    expect(getReport(store, 'r1')?.summary).toMatchObject({
      year: 2026,
      issuers: ['枫林街道办事处'],
      title: '新标题',
    });
    store.close();
  });

  it('keeps what it takes the place of when it is told to, and only then', () => {
    const store = openTestStore(createTempFolder());
    const pieces = addSmallReport(store);
    const id = pieces[2]?.id ?? '';
    save(store, { changed: [buildSectionPiece(id, '那边写的。')] });
    expect(listSnapshots(store, 'r1')).toEqual([]);
    const theirs = readPieces(store, 'r1');
    const mine = { changed: [buildSectionPiece(id, '这边写的。')], overwrite: true };
    expect(save(store, mine)).toMatchObject({ ok: false, error: { code: 'report/conflict' } });
    expect(save(store, { ...mine, baseRevision: 2, order: [id] }).ok).toBe(false);
    expect(listSnapshots(store, 'r1')).toEqual([]);
    expect(save(store, { ...mine, baseRevision: 2 })).toEqual({ ok: true, value: 3 });
    const [kept] = listSnapshots(store, 'r1');
    expect(kept).toMatchObject({ reason: 'before-overwrite', revision: 2, takenAt: later });
    expect(readSnapshot(store, kept?.id ?? 0)).toEqual(theirs);
    store.close();
  });

  it('adds, moves and removes pieces in one save', () => {
    const store = openTestStore(createTempFolder());
    const ids = addSmallReport(store).map(({ id }) => id);
    const [front = '', part = '', first = '', second = '', ...rest] = ids;
    const order = [front, part, second, 'new', first, ...rest.slice(1)];
    const result = save(store, { changed: [buildSectionPiece('new', '新写一条。')], order });
    expect(result.ok).toBe(true);
    expect(readPieces(store, 'r1').map(({ id }) => id)).toEqual(order);
    store.close();
  });

  it('counts characters as the model does', () => {
    const store = openTestStore(createTempFolder());
    const ids = addSmallReport(store).map(({ id }) => id);
    expect(getReport(store, 'r1')?.summary.characters).toBe(countCharacters(buildSmallReport()));
    const order = ids.filter((_, index) => index !== 3);
    save(store, { changed: [buildSectionPiece(ids[2] ?? '', '𠮷 野家\n三字')], order });
    const report = joinPieces(readPieces(store, 'r1'));
    expect(getReport(store, 'r1')?.summary.characters).toBe(countCharacters(report));
    store.close();
  });

  it('refuses a save that was made over an older revision, and writes nothing', () => {
    const folder = createTempFolder();
    const here = openTestStore(folder);
    const there = openTestStore(folder);
    const ids = addSmallReport(here).map(({ id }) => id);
    const changeOf = (text: string) => [buildSectionPiece(ids[2] ?? '', text)];
    expect(save(here, { changed: changeOf('这边') }).ok).toBe(true);
    expect(save(there, { changed: changeOf('那边') })).toEqual({
      ok: false,
      error: { code: 'report/conflict', revision: 2 },
    });
    expect(readPieces(there, 'r1')).toContainEqual(changeOf('这边')[0]);
    expect(save(there, { changed: changeOf('那边'), baseRevision: 2 }).ok).toBe(true);
    here.close();
    there.close();
  });

  it.each<[string, (ids: readonly string[]) => Partial<PieceSave>]>([
    ['a piece in the order that nobody knows', (ids) => ({ order: [...ids, 'lost'] })],
    ['a changed piece that is not in the order', () => ({ changed: [buildSectionPiece('x', '')] })],
    ['an id twice in the order', (ids) => ({ order: [...ids.slice(0, 3), ...ids.slice(2)] })],
    ['no front', (ids) => ({ order: ids.slice(1) })],
    ['no closing', (ids) => ({ order: ids.slice(0, -1) })],
    ['a section outside a part', (ids) => ({ order: ids.filter((_, index) => index !== 1) })],
    [
      'one piece changed twice',
      (ids) => ({ changed: [1, 2].map((n) => buildSectionPiece(ids[2] ?? '', `${n}`)) }),
    ],
  ])('refuses %s, and writes nothing', (_, change) => {
    const store = openTestStore(createTempFolder());
    const pieces = addSmallReport(store);
    const result = save(store, change(pieces.map(({ id }) => id)));
    expect(result).toMatchObject({ ok: false, error: { code: 'report/malformed' } });
    expect(readPieces(store, 'r1')).toEqual(pieces);
    expect(getReport(store, 'r1')?.revision).toBe(1);
    store.close();
  });

  it('refuses a report that is filed, removed or was never there', () => {
    const store = openTestStore(createTempFolder());
    addSmallReport(store);
    setStatus(store, 'r1', 'filed', later);
    expect(save(store, {})).toEqual({
      ok: false,
      error: { code: 'report/read-only', status: 'filed' },
    });
    removeReport(store, 'r1', later);
    const gone = { ok: false, error: { code: 'report/not-found', reportId: 'r1' } };
    expect(save(store, {})).toEqual(gone);
    expect(save(store, { reportId: 'r2' })).toMatchObject({
      error: { code: 'report/not-found', reportId: 'r2' },
    });
    store.close();
  });
});

/** One random save: which pieces of a small alphabet stand where, and which of them changed. */
const ids = ['p1', 'p2', 's1', 's2', 's3', 's4'] as const;
const step = fc.record({
  order: fc.shuffledSubarray([...ids]),
  changed: fc.subarray([...ids]),
  text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  isStale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  hasEnds: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
});

function buildPiece(id: string, text: string): Piece {
  if (id.startsWith('s')) return buildSectionPiece(id, text);
  return { kind: 'part', id, source: null, part: 'other', heading: text, blocks: [] };
}

/** The list that a save makes of another, or null when it is no report: the model of the store. */
function applyToModel(
  before: readonly Piece[],
  changed: readonly Piece[],
  order: readonly string[],
): readonly Piece[] | null {
  const byId = new Map([...before, ...changed].map((piece) => [piece.id, piece]));
  if (changed.some(({ id }) => !order.includes(id))) return null;
  const after = order.flatMap((id) => byId.get(id) ?? []);
  return after.length === order.length && findPiecesFault(after) === null ? after : null;
}

describe('any sequence of saves', () => {
  it('leaves what the model in memory holds', () => {
    const folder = createTempFolder();
    const store = openTestStore(folder);
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        run += 1;
        const reportId = `r${run}`;
        let model = addSmallReport(store, reportId);
        let revision = 1;
        for (const { order: middle, changed: changedIds, text, isStale, hasEnds } of steps) {
          const changed = changedIds.map((id) => buildPiece(id, text));
          const order = hasEnds ? ['front', ...middle, 'closing'] : middle;
          const baseRevision = isStale ? revision - 1 : revision;
          const result = savePieces(store, { reportId, baseRevision, changed, order, now: later });
          const after = isStale ? null : applyToModel(model, changed, order);
          expect(result.ok).toBe(after !== null);
          if (after) {
            model = after;
            revision += 1;
          }
        }
        expect(readPieces(store, reportId)).toEqual(model);
        const stored = getReport(store, reportId);
        expect(stored?.revision).toBe(revision);
        expect(stored?.summary.characters).toBe(countCharacters(joinPieces(model)));
      }),
      { numRuns: 60 },
    );
    store.close();
  });
});

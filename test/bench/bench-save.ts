import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Piece, splitReport } from '../../core/model/index.ts';
import { createReport, openStore, savePieces } from '../../electron/store/index.ts';
import { buildLongReport } from '../support/sample-reports.ts';
import { compare, type Row, time } from './measure.ts';

/** SQLite folds its log into the file after so many pages, and from then on reuses it. */
const checkpointPages = 1000;
const now = '2026-01-05T08:00:00.000Z';

function edited(piece: Piece, run: number): Piece {
  if (piece.kind === 'closing') return piece;
  const [first, ...rest] = piece.blocks;
  if (first?.type !== 'paragraph') return piece;
  return { ...piece, blocks: [{ ...first, text: `${first.text.slice(0, 400)}${run}` }, ...rest] };
}

/** Autosave of one section against a bare update of the same JSON, WAL and synchronous FULL both. */
export async function benchSave(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const opened = openStore(folder, { clock: () => new Date(now) });
  if (!opened.ok) throw new Error(`no store: ${opened.error.code}`);
  const store = opened.value;
  const pieces = splitReport(buildLongReport(20_000));
  const order = pieces.map(({ id }) => id);
  const section = pieces.find(
    (piece) => piece.kind === 'section' && piece.blocks[0]?.type === 'paragraph',
  );
  if (!section) throw new Error('the long report has no section');
  createReport(store, { id: 'r', status: 'writing', baseId: null, templateId: null, pieces, now });
  const bare = new Database(join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE section (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT');
  bare.prepare('INSERT INTO section VALUES (?, ?)').run(section.id, '{}');
  const update = bare.prepare('UPDATE section SET content = ? WHERE id = ?');
  let revision = 1;
  let run = 0;
  const ours = () =>
    time(() => {
      run += 1;
      const saved = savePieces(store, {
        reportId: 'r',
        baseRevision: revision,
        changed: [edited(section, run)],
        order,
        now,
      });
      if (!saved.ok) throw new Error(saved.error.code);
      revision = saved.value;
    });
  const peer = () =>
    time(() => {
      run += 1;
      update.run(JSON.stringify(edited(section, run)), section.id);
    });
  try {
    const budget = {
      title: 'autosave of one section',
      against: 'bare UPDATE, WAL + FULL',
      ratio: 1.5,
      percentile: 50,
    } as const;
    // a log that still grows costs both more than one at its working size, where a morning is spent
    for (let save = 0; save < checkpointPages; save += 1) await Promise.all([ours(), peer()]);
    return [await compare(budget, ours, peer, 300)];
  } finally {
    bare.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

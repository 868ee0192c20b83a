import type { LedgerEntry } from '../../core/materials/index.ts';
import type { Store } from './open.ts';

interface LedgerRow {
  readonly year: number;
  readonly figure_id: string;
  readonly department: string;
  readonly value: number;
  readonly note: string;
  readonly material_id: string | null;
  readonly recorded_at: string;
}

/** What a value is found by: one figure has one value of one office in one year. */
export type LedgerKey = Pick<LedgerEntry, 'year' | 'figureId' | 'department'>;

/** The values of a report year, by office and figure. */
export function readLedger(store: Store, year: number): readonly LedgerEntry[] {
  return store
    .prepare<[number], LedgerRow>(
      `SELECT year, figure_id, department, value, note, material_id, recorded_at FROM ledger
       WHERE year = ? ORDER BY department, figure_id`,
    )
    .all(year)
    .map((row) => ({
      year: row.year,
      figureId: row.figure_id,
      department: row.department,
      value: row.value,
      note: row.note,
      materialId: row.material_id,
      recordedAt: row.recorded_at,
    }));
}

/** Keeps a value in the place of the one that stood for the same figure, year and office. */
export function setLedgerEntry(store: Store, entry: LedgerEntry): void {
  const { year, figureId, department, value, note, materialId, recordedAt } = entry;
  store
    .prepare(
      `INSERT INTO ledger (year, figure_id, department, value, note, material_id, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, note = excluded.note,
         material_id = excluded.material_id, recorded_at = excluded.recorded_at`,
    )
    .run(year, figureId, department, value, note, materialId, recordedAt);
}

/** Takes a value back. Does nothing where there is none. */
export function removeLedgerEntry(store: Store, { year, figureId, department }: LedgerKey): void {
  store
    .prepare('DELETE FROM ledger WHERE year = ? AND figure_id = ? AND department = ?')
    .run(year, figureId, department);
}

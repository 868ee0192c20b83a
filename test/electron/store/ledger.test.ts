import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../core/materials/index.ts';
import {
  openStore,
  readLedger,
  removeLedgerEntry,
  type Store,
  setLedgerEntry,
} from '../../../electron/store/index.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

function buildEntry(change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    year: 2026,
    figureId: 'cases',
    department: '司法所',
    value: 12,
    note: '',
    materialId: null,
    recordedAt: '2026-12-01T00:00:00.000Z',
    ...change,
  };
}

describe('the ledger in the store', () => {
  let store: Store;
  beforeEach(() => {
    const opened = openStore(createTempFolder(), { clock: () => new Date(0) });
    if (!opened.ok) throw new Error(opened.error.code);
    store = opened.value;
  });
  afterEach(() => store.close());

  it('gives back the values of one year, by office', () => {
    const entries = [buildEntry({ department: '' }), buildEntry({ value: 1.5, note: '约' })];
    for (const entry of [...entries, buildEntry({ year: 2025 })]) setLedgerEntry(store, entry);
    expect(readLedger(store, 2026)).toEqual(entries);
    expect(readLedger(store, 2024)).toEqual([]);
  });

  it('keeps one value of an office for a figure in a year: the latest', () => {
    setLedgerEntry(store, buildEntry());
    setLedgerEntry(store, buildEntry({ value: 13, note: '更正' }));
    expect(readLedger(store, 2026)).toEqual([buildEntry({ value: 13, note: '更正' })]);
  });

  it('takes a value back, and nothing where there is none', () => {
    setLedgerEntry(store, buildEntry());
    removeLedgerEntry(store, buildEntry({ department: '党政办公室' }));
    expect(readLedger(store, 2026)).toHaveLength(1);
    removeLedgerEntry(store, buildEntry());
    expect(readLedger(store, 2026)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../core/materials/index.ts';
import {
  describeTaken,
  fillFromLedger,
} from '../../../renderer/features/workspace/phrase-values.ts';

const figures = [
  { id: 'disputes', name: '调解纠纷件数', unit: '件' },
  { id: 'rate', name: '调解成功率', unit: '%' },
];
const entry = (figureId: string, department: string, value: number): LedgerEntry => ({
  year: 2025,
  figureId,
  department,
  value,
  note: '',
  materialId: null,
  recordedAt: '2026-01-05T01:00:00.000Z',
});
const phrase = '调解纠纷〔调解纠纷件数〕件，成功率〔调解成功率〕%，〔做法名称〕见效。';
const fill = (...ledger: LedgerEntry[]) => fillFromLedger(phrase, figures, ledger);

describe('a sentence with the ledger’s values', () => {
  test('takes the only value there is, and says whose it is', () => {
    const filled = fill(entry('disputes', '综治中心', 152), entry('rate', '', 98.5));
    expect(filled.text).toBe('调解纠纷152件，成功率98.5%，〔做法名称〕见效。');
    expect(describeTaken(filled)).toBe(
      '已从台账填入：调解纠纷件数 152件（综治中心）、调解成功率 98.5%',
    );
  });

  test('leaves the blank where several offices gave a value, and says so', () => {
    const filled = fill(entry('disputes', '综治中心', 152), entry('disputes', '司法所', 30));
    expect(filled.text).toBe(phrase);
    expect(describeTaken(filled)).toBe('调解纠纷件数有几家报了数，请自己填');
  });

  test('takes the value of the unit as a whole before those of its offices', () => {
    const filled = fill(entry('disputes', '综治中心', 152), entry('disputes', '', 182));
    expect(filled.text).toContain('调解纠纷182件');
  });

  test('changes nothing where the ledger knows nothing, and says nothing', () => {
    expect(fill().text).toBe(phrase);
    expect(describeTaken(fill())).toBe('');
  });
});

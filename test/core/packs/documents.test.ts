import { describe, expect, it } from 'vitest';
import {
  describeEnd,
  documentsPackSchema,
  findCitedTitles,
  isPastIn,
} from '../../../core/packs/index.ts';

const pack = documentsPackSchema.parse({
  kind: 'documents',
  id: 'some',
  title: '测试',
  format: 1,
  source: '测试',
  date: '2026-01-01',
  confidence: 'unconfirmed',
  documents: [
    {
      title: '河道管理规划（2021－2025年）',
      from: '2021-03-01',
      end: { how: 'expired', on: '2026-01-01', successor: null },
      confidence: 'verified',
    },
    {
      title: '河道条例',
      aliases: ['国务院河道条例'],
      from: null,
      end: { how: 'repealed', on: '2021-01-01', successor: '水法典' },
      confidence: 'unconfirmed',
    },
    {
      title: '堤防法',
      edition: 2017,
      from: null,
      end: { how: 'revised', on: '2024-05-06', successor: '堤防法（2024年修订）' },
      confidence: 'verified',
    },
  ],
});
const titlesIn = (text: string) =>
  findCitedTitles(text, [pack]).map(({ document }) => document.title);

describe('titles of documents', () => {
  it.each([
    '《河道管理规划（2021－2025年）》',
    '《河道管理规划（2021—2025年）》',
    '《河道管理规划(2021-2025)》',
    '《河道管理规划（2021年～2025年）》',
    '《关于印发〈河道管理规划（2021－2025年）〉的通知》',
  ])('are known however they are written: %s', (text) => {
    expect(titlesIn(`落实${text}要求`)).toEqual(['河道管理规划（2021－2025年）']);
  });

  it('are known with the name of the country and by their aliases', () => {
    expect(titlesIn('《中华人民共和国河道条例》《国务院河道条例》')).toHaveLength(2);
  });

  it('are not known where other words are in them', () => {
    expect(titlesIn('《云岭县河道条例》《河道条例实施办法》河道条例')).toEqual([]);
  });

  it.each([
    ['《堤防法》', 0],
    ['《堤防法》（2017年修正）', 1],
    ['《堤防法（2017年修正）》', 1],
    ['《堤防法（2024年修订）》', 0],
  ])('mean an edition only where its year is named: %s', (text, count) => {
    expect(titlesIn(text)).toHaveLength(count);
  });

  it('are past from the year in which they ended', () => {
    const [plan, rule] = pack.documents;
    if (!plan || !rule) throw new Error('no documents');
    expect([2025, 2026].map((year) => isPastIn(plan, year))).toEqual([false, true]);
    expect([2020, 2021].map((year) => isPastIn(rule, year))).toEqual([false, true]);
  });

  it('may be cited for a year of which they were in force for most', () => {
    const [plan] = pack.documents;
    if (!plan?.end) throw new Error('no document with an end');
    const { end } = plan;
    const endingOn = (on: string) => ({ ...plan, end: { ...end, on } });
    const days = ['2026-12-01', '2026-07-15', '2026-07-01', '2026-05-06', '2025-12-31'];
    expect(days.map((day) => isPastIn(endingOn(day), 2026))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(isPastIn(endingOn('2026-12-01'), 2027)).toBe(true);
  });

  it('tell what became of them, and ask to verify what is not sure', () => {
    expect(pack.documents.map(describeEnd)).toEqual([
      '到2025年为止',
      '2021年起废止，现为《水法典》，请核对',
      '2024年5月6日起施行新修订的版本，现为《堤防法（2024年修订）》',
    ]);
  });
});

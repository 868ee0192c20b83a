import { describe, expect, it } from 'vitest';
import { findCitedTitles, isPastIn, normaliseTitle } from '../../core/packs/index.ts';
import { outlines, shipped } from './shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'documents');
const documents = packs.flatMap((pack) => pack.documents);
const pastTitles = (text: string, year: number) =>
  findCitedTitles(text, packs).filter(({ document }) => isPastIn(document, year));

describe('the documents the app knows', () => {
  it('hold the outlines, with the years the outline packs give them', () => {
    for (const { citation, years } of outlines) {
      const [found] = findCitedTitles(`《${citation}》`, packs);
      expect(found?.document.end?.on).toBe(`${(years.to ?? 0) + 1}-01-01`);
    }
  });

  it.each([
    ['《民法通则》', 2021],
    ['《中华人民共和国合同法》', 2021],
    ['《信访条例》', 2022],
    ['《“七五”普法规划》', 2021],
    ['《提升行政执法质量三年行动计划（2023—2025年）》', 2026],
    ['《中华人民共和国行政复议法（2017年修正）》', 2024],
    ['《治安管理处罚法》（2012年修正）', 2026],
  ])('call %s past from %i', (text, year) => {
    expect(pastTitles(text, year - 1)).toEqual([]);
    expect(pastTitles(text, year)).toHaveLength(1);
  });

  it.each(['《行政复议法》', '《民法典》', '《宪法》', '《信访工作条例》', '《云岭县信访条例》'])(
    'do not object to %s',
    (text) => {
      expect(pastTitles(text, 2026)).toEqual([]);
    },
  );

  it('end after they began, and have no title twice in the same edition', () => {
    for (const { from, end } of documents) {
      if (from && end) expect(from < end.on).toBe(true);
    }
    const keys = documents.flatMap(({ title, aliases, edition }) =>
      [...new Set([title, ...aliases].map(normaliseTitle))].map((one) => `${one} ${edition}`),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('claim more than belief only of what was read', () => {
    const sure = documents.filter(({ confidence }) => confidence === 'verified');
    expect(sure.every(({ from, end }) => from !== null || end !== null)).toBe(true);
    expect(documents.some(({ confidence }) => confidence === 'unconfirmed')).toBe(true);
  });
});

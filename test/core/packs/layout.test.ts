import { describe, expect, it } from 'vitest';
import { describePackFault } from '../../../core/api/index.ts';
import { measureLayout, standardLayout } from '../../../core/layout/index.ts';
import { countPieces, parsePack, toProfile } from '../../../core/packs/index.ts';
import { readJsonWithLines } from '../../../electron/services/packs/read-json.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const habits = { ...standardLayout('plain'), id: 'yunling-layout', title: '云岭县版式' };
const layout = (change: object = {}) => ({
  kind: 'layout',
  format: 1,
  source: '云岭县通知',
  date: '2026-01-05',
  confidence: 'verified',
  ...habits,
  ...change,
});
const parse = (file: object) => {
  const exam = { readJson: readJsonWithLines, trusted: new Set<string>(), others: shipped.packs };
  return parsePack({ name: 'own.json', json: JSON.stringify(file, null, 2) }, exam);
};
const wordsOf = (file: object) => {
  const parsed = parse(file);
  return parsed.ok ? [] : parsed.faults.map(describePackFault);
};

describe('a pack of a layout', () => {
  it('gives back the very layout that was written into it', () => {
    const parsed = parse(layout());
    if (!parsed.ok || parsed.pack.kind !== 'layout') throw new Error('not taken up');
    expect(toProfile(parsed.pack)).toEqual(habits);
    expect(countPieces(parsed.pack)).toBe(1);
  });

  it('is refused with the line for a key there is none of', () => {
    expect(wordsOf(layout({ colour: 'red' }))).toEqual([
      expect.stringMatching(/^第 \d+ 行：文件里有不认识的键“colour”/u),
    ]);
  });

  it('is refused for margins between which its lines do not fit, and takes the widest that do', () => {
    const wide = layout({ marginsMm: { top: 37, bottom: 35, left: 40, right: 38 } });
    expect(wordsOf(wide)).toEqual([
      expect.stringMatching(
        /^第 \d+ 行：左边距（left）写的“40”不是允许的值.*每行 28 个字.*最多放/u,
      ),
    ]);
    const fewer = { ...wide, charactersPerLine: 24 };
    expect(wordsOf(fewer)).toEqual([]);
    expect(measureLayout({ ...habits, ...fewer }).cell).toBeGreaterThan(300);
  });

  it('is refused for lengths beyond what a page has', () => {
    const words = wordsOf(
      layout({ linePitchPt: 90, marginsMm: { ...habits.marginsMm, top: 300 } }),
    );
    expect(words).toEqual([
      expect.stringContaining('行距（磅）（linePitchPt）'),
      expect.stringContaining('上边距（top）'),
    ]);
  });

  it.each(['plain', 'official'])('cannot take the id %s of the standard', (id) => {
    expect(wordsOf(layout({ id }))).toEqual([expect.stringContaining('程序自带的版式')]);
  });
});

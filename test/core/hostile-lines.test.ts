import { describe, expect, test } from 'vitest';
import { findContradictions, findSums, listFigures } from '../../core/figures/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type PartKind,
  type Report,
} from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { findOwnPlaces, findPlaces } from '../../core/places/index.ts';
import { listPromises } from '../../core/promises/index.ts';
import { proofread } from '../../core/proofread/index.ts';
import { planRoll } from '../../core/roll-forward/index.ts';
import { plainParagraph, segment } from '../../core/segment/index.ts';
import { findStale } from '../../core/stale/index.ts';
import { shipped, template } from '../templates/shipped-packs.ts';
import { shippedPlaceWords, someIndex, somePlaces } from './places/some-places.ts';

/** A report of 2025 with one paragraph, which came from last year's. */
function reportOf(text: string, kind: PartKind): Report {
  const createId = createCountingIds();
  const block = buildParagraph(createId, text, { reportId: 'base', blockId: 'b1' });
  const sections = [buildSection(createId, '依法办事', [block])];
  const part = buildPart(createId, kind, '工作安排', { sections });
  return buildReport(2025, { issuers: ['云岭县青石镇人民政府'], parts: [part] });
}

const packs = choosePacks(shipped.packs, 2026);
const own = new Set(['青石镇']);

/** Whatever reads lines, each by its front door. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'promises of a plan': (text) => listPromises(reportOf(text, 'plan')),
  'promises beside faults': (text) => listPromises(reportOf(text, 'shortcomings')),
  'rolling forward': (text) => planRoll(reportOf(text, 'achievements'), 2026, packs),
  'names of places': (text) =>
    findPlaces(text, { index: someIndex, words: shippedPlaceWords, own }),
  'own places': (text) => findOwnPlaces(reportOf(text, 'achievements'), someIndex, { chain: [] }),
  figures: (text) => listFigures(reportOf(text, 'achievements')),
  sums: (text) => findSums(reportOf(text, 'achievements')),
  contradictions: (text) => findContradictions(reportOf(text, 'achievements')),
  proofreading: (text) => proofread(reportOf(text, 'achievements'), { packs, places: somePlaces }),
  'carried words': (text) => {
    const rolled = reportOf(text, 'achievements');
    const context = { base: { year: 2025, rolled }, packs, places: somePlaces, chain: [] };
    return findStale(rolled, context, new Set());
  },
  segmenting: (text) =>
    segment(
      ['青石镇2025年法治政府建设年度报告', '一、主要举措', text, '四、2026年安排', text].map(
        (line, index) => plainParagraph(index, line),
      ),
      { template, fallbackYear: 2025, createId: createCountingIds() },
    ),
};

const longest = 100_000;
const signs = [
  '，',
  '\u3000',
  '7',
  '一',
  '《',
  '（',
  '年',
  '，《',
  '， ',
  '（年',
  '年\u3000',
  '《年',
];

/** What took longer than a line of this length may. */
function findSlow(read: (text: string) => unknown, lines: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    const begun = process.threadCpuUsage().user / 1000;
    read(line);
    return process.threadCpuUsage().user / 1000 - begun > 1000;
  });
}

describe('a long line of the same few signs is read in the time its length asks for', () => {
  test.each(Object.entries(readers))('by %s', (_, read) => {
    const lines = signs.map((sign) => sign.repeat(longest / sign.length));
    // a run inside a sentence, where a pattern bound to the end begins at every sign
    // inside a sentence, where a pattern bound to the end begins at every sign, and behind half a date
    const within = ['2025', '2025年', '附件', '12'].flatMap((begun) =>
      signs.slice(0, 2).map((sign) => `${begun}${sign.repeat(longest)}办理案件2件。`),
    );
    const slow = findSlow(read, [...lines, ...within]);
    expect(slow.map((line) => line.slice(0, 12))).toEqual([]);
  });
});

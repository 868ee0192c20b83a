import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockText,
  buildParagraph,
  buildPart,
  buildReport,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { describeOutcome, listPromises, reviewPromises } from '../../../core/promises/index.ts';
import { buildLongReport } from '../../support/sample-reports.ts';

/** Promises and sentences in our own words, and which sentence tells of which promise. */
interface Labelled {
  readonly promises: readonly string[];
  readonly sentences: readonly string[];
  readonly pairs: readonly (readonly [promise: number, sentence: number])[];
}

const folder = join(import.meta.dirname, '../../fixtures/promises');
const towns = ['qingshi', 'fenglin', 'yunling'] as const;
const readTown = (town: string): Labelled =>
  JSON.parse(readFileSync(join(folder, `${town}.json`), 'utf8'));

function reportOf(kind: 'plan' | 'achievements', texts: readonly string[], year: number): Report {
  const createId = createCountingIds(kind);
  const blocks = texts.map((text) => buildParagraph(createId, text));
  return buildReport(year, { parts: [buildPart(createId, kind, '', { blocks })] });
}

/** Pairs suggested and pairs that are right, of these towns taken as one. */
function judge(labelled: readonly Labelled[]) {
  const promises = labelled.flatMap((town) => town.promises);
  const sentences = labelled.flatMap((town) => town.sentences);
  const wanted = labelled.flatMap((town, index) => {
    const before = labelled.slice(0, index);
    const promise = before.reduce((sum, { promises: { length } }) => sum + length, 0);
    const sentence = before.reduce((sum, { sentences: { length } }) => sum + length, 0);
    return town.pairs.map(([a, b]) => `${promises[promise + a]} ← ${sentences[sentence + b]}`);
  });
  const base = reportOf(
    'plan',
    promises.map((text, index) => `（${index + 1}）${text}。`),
    2024,
  );
  const reviews = reviewPromises(base, reportOf('achievements', sentences, 2025), {});
  const suggested = reviews.flatMap(({ promise, suggestions }) =>
    suggestions.map(({ quote }) => `${promise.text} ← ${quote}`),
  );
  const right = suggested.filter((pair) => wanted.includes(pair));
  return {
    reviewed: reviews.length,
    promises: promises.length,
    precision: right.length / suggested.length,
    recall: right.length / wanted.length,
  };
}

describe('where this year’s text may tell of a promise', () => {
  test.each(towns)('is mostly right and mostly found: %s', (town) => {
    const { reviewed, promises, precision, recall } = judge([readTown(town)]);
    expect(reviewed).toBe(promises);
    expect(precision).toBeGreaterThanOrEqual(0.8);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test('also among three times as many sentences, of which most tell of something else', () => {
    const { precision, recall } = judge(towns.map(readTown));
    expect(precision).toBeGreaterThanOrEqual(0.8);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test('is never this year’s own plan, where the same promise may stand again', () => {
    const base = reportOf('plan', ['拍摄方言普法短视频12期。'], 2024);
    const report = reportOf('plan', ['继续拍摄方言普法短视频12期。'], 2025);
    expect(reviewPromises(base, report, {})[0]?.suggestions).toEqual([]);
  });

  test('stands in the block it names, three at most, and the same each time', () => {
    const base = buildLongReport(6000, 3);
    const arbitraryReport = fc
      .integer({ min: 1, max: 400 })
      .map((seed) => buildLongReport(3000, seed));
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const texts = new Map(listBlocks(report).map(({ block }) => [block.id, blockText(block)]));
        const reviews = reviewPromises(base, report, {});
        for (const { suggestions } of reviews) {
          expect(suggestions.length).toBeLessThanOrEqual(3);
          for (const { blockId, quote } of suggestions) {
            expect(texts.get(blockId ?? '')).toContain(quote);
          }
        }
        expect(reviewPromises(base, structuredClone(report), {})).toEqual(reviews);
      }),
      { numRuns: 20 },
    );
  });

  test('what the writer said comes along, by promise id', () => {
    const base = reportOf('plan', ['拍摄方言普法短视频12期。', '办好宪法宣传周系列活动。'], 2024);
    const [first, second] = listPromises(base);
    const outcome = { state: 'partly', note: '只拍了8期', blockId: null } as const;
    const reviews = reviewPromises(base, reportOf('achievements', [], 2025), {
      [first?.id ?? '']: outcome,
    });
    expect(reviews.map(({ promise }) => promise)).toEqual([first, second]);
    expect(reviews.map((review) => review.outcome)).toEqual([outcome, null]);
  });
});

describe('a sentence for the shortcomings', () => {
  const promise = (text: string) => ({
    id: 'b1/1',
    text,
    heading: '',
    place: { partId: null, sectionId: null, blockId: 'b1', quote: text },
  });

  test('leaves the place of the reason open until there is one', () => {
    const one = promise('培育“法律明白人”54名');
    expect(describeOutcome(one, { state: 'not', note: ' ' })).toBe(
      '上年提出的“培育‘法律明白人’54名”尚未完成，主要原因是〔原因〕。',
    );
    expect(describeOutcome(one, { state: 'partly', note: '主要原因是经费未到位。' })).toBe(
      '上年提出的“培育‘法律明白人’54名”只完成了一部分，主要原因是经费未到位。',
    );
    expect(describeOutcome(one, { state: 'done', note: '' })).toBeNull();
  });

  test('names a long promise by its first clauses', () => {
    const long = promise(`建设公共法律服务站，${'组织律师到村坐班，'.repeat(9)}`);
    const sentence = describeOutcome(long, { state: 'not', note: '' }) ?? '';
    expect(sentence).toMatch(/^上年提出的“建设公共法律服务站，.*……”尚未完成/u);
    expect(sentence.length).toBeLessThan(90);
  });
});

describe('a fault', () => {
  const promised = '新增专职调解员4名，选聘法律顾问8名驻点社区服务。';
  const base = reportOf('plan', [promised], 2024);
  const createId = createCountingIds('f');
  const fault = '三是社区法律顾问驻点服务时间不足，专职调解员力量薄弱，选聘较慢。';
  const done = '新增专职调解员4名，选聘法律顾问8名到社区驻点服务。';
  const now = (...achievements: readonly string[]) =>
    buildReport(2025, {
      parts: [
        buildPart(createId, 'achievements', '', {
          blocks: achievements.map((text) => buildParagraph(createId, text)),
        }),
        buildPart(createId, 'shortcomings', '', { blocks: [buildParagraph(createId, fault)] }),
      ],
    });
  const quotes = (report: Report) =>
    reviewPromises(base, report, {}).flatMap(({ suggestions }) =>
      suggestions.map(({ quote }) => quote),
    );

  test('is no answer to a promise that an achievement tells of', () => {
    expect(quotes(now(done))).toEqual([done]);
  });

  test('is shown where it tells of something unfinished and nothing tells that it was done', () => {
    expect(quotes(now('全年学法6次。'))).toEqual([fault]);
  });

  test('that was there before the promise answers nothing', () => {
    const old = '三是社区法律顾问驻点服务时间不足，专职调解员力量薄弱。';
    const parts = [
      buildPart(createId, 'shortcomings', '', { blocks: [buildParagraph(createId, old)] }),
    ];
    expect(quotes(buildReport(2025, { parts }))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { findDisclosures, generaliseAll } from '../../../core/disclosure/index.ts';
import { readLabelledTexts, score } from '../../support/disclosure-labels.ts';
import { shipped, template } from '../../templates/shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'disclosure');
const texts = readLabelledTexts(template).map((text) => {
  const hits = findDisclosures(text.report, [], packs);
  return { ...text, hits, score: score(text, hits) };
});
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * When 11 to 15 were first measured: 14 of 14 hits that block right, 9 of 9 others, and four of the
 * marked words missed: names without a boundary behind them.
 */
describe('texts with what must not be published marked by hand', () => {
  test('nothing that blocks is found where nothing was marked', () => {
    expect(texts.length).toBeGreaterThanOrEqual(15);
    const wrong = texts.flatMap(({ name, score: { wrong: hits } }) =>
      hits.map(({ rule, text }) => `${name} ${rule} ${text}`),
    );
    expect(wrong).toEqual([]);
    expect(sum(texts.map(({ score: { block } }) => block.right))).toBeGreaterThan(30);
  });

  test('whatever was marked is found', () => {
    expect(texts.flatMap(({ score: { missed } }) => missed.map(({ words }) => words))).toEqual([]);
  });

  test.each(texts)(
    'nothing of $name blocks once the best proposals stand there',
    ({ report, hits }) => {
      const { report: general, generalised, left } = generaliseAll(report, hits);
      expect(generalised + left).toBe(hits.length);
      const again = findDisclosures(general, [], packs).filter(
        ({ severity }) => severity === 'block',
      );
      expect(again.map(({ text }) => text)).toEqual([]);
    },
  );

  test('a sentence gives no more than three things to decide', () => {
    for (const { hits } of texts) {
      const counts = Map.groupBy(hits, ({ target, context }) => `${target.id} ${context}`);
      for (const [context, found] of counts) expect(found.length, context).toBeLessThanOrEqual(3);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCard } from '../../../renderer/features/tour/place-card.ts';
import { tourSteps } from '../../../renderer/features/tour/steps.ts';

const card = { width: 340, height: 220 };
const office = { width: 1366, height: 768 };

describe('where the card of the tour is put', () => {
  test('at the right of the outline, at the left of the panel', () => {
    const outline = { left: 0, top: 90, width: 250, height: 640 };
    expect(placeCard(outline, card, office).left).toBe(264);
    const panel = { left: 1034, top: 90, width: 332, height: 640 };
    expect(placeCard(panel, card, office).left).toBe(1034 - 14 - 340);
  });

  test('is in the window, whatever it stands beside', () => {
    const size = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 0, max: 500 }),
      width: fc.integer({ min: 1, max: 900 }),
      height: fc.integer({ min: 1, max: 512 }),
    });
    fc.assert(
      fc.property(size, (box) => {
        const { left, top } = placeCard(box, card, { width: 911, height: 512 });
        expect(left).toBeGreaterThanOrEqual(10);
        expect(top).toBeGreaterThanOrEqual(10);
        expect(left + card.width).toBeLessThanOrEqual(901);
        expect(top + card.height).toBeLessThanOrEqual(502);
      }),
    );
  });
});

test('the tour has three steps, and speaks of amber words as the draft has them', () => {
  expect(tourSteps(true)).toHaveLength(3);
  const [told, untold] = [true, false].map((has) =>
    tourSteps(has)
      .flatMap(({ text }) => text)
      .join(''),
  );
  expect(told).toContain('黄色的字是从上年带过来的');
  expect(untold).toContain('沿用上年的报告时');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatWindowState,
  minimumSize,
  parseWindowState,
  placeWindow,
  type WindowState,
} from '../../../electron/main/window-state.ts';

const primary = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: -200, width: 2560, height: 1400 };

function state(x: number, y: number, width = 1200, height = 800, maximised = false): WindowState {
  return { bounds: { x, y, width, height }, maximised };
}

const anyState = fc.record({
  bounds: fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 0, max: 9000 }),
    height: fc.integer({ min: 0, max: 9000 }),
  }),
  maximised: fc.boolean(),
});

describe('where the window opens', () => {
  it('is the middle of the primary display the first time', () => {
    const { bounds, maximised } = placeWindow(null, [primary], primary);
    expect(bounds).toEqual({ x: 277, y: 90, width: 1366, height: 860 });
    expect(maximised).toBe(false);
  });

  it('is never larger than a small display at the first start', () => {
    const small = { x: 0, y: 0, width: 1366, height: 728 };
    expect(placeWindow(null, [small], small).bounds).toEqual({ ...small });
  });

  it('is where it was, also on another display and also maximised', () => {
    for (const saved of [state(100, 80), state(2000, -150), state(2000, -150, 1200, 800, true)]) {
      expect(placeWindow(saved, [primary, right], primary)).toEqual(saved);
    }
  });

  it('is back on the primary display when its own display was unplugged', () => {
    const placed = placeWindow(state(2000, 100, 1200, 800, true), [primary], primary);
    expect(placed).toEqual(state(360, 120, 1200, 800, true));
  });

  it.each([
    ['above', state(100, -900)],
    ['below', state(100, 1035)],
    ['left of', state(-1190, 100)],
    ['right of', state(1900, 100)],
  ])('is moved back when its title bar lies %s every display', (_where, saved) => {
    const { bounds } = placeWindow(saved, [primary], primary);
    expect(bounds).toEqual({ x: 360, y: 120, width: 1200, height: 800 });
  });

  it('always has the least size and a title bar that a hand can reach', () => {
    fc.assert(
      fc.property(fc.option(anyState), (saved) => {
        const { bounds } = placeWindow(saved, [primary, right], primary);
        expect(bounds.width).toBeGreaterThanOrEqual(minimumSize.width);
        expect(bounds.height).toBeGreaterThanOrEqual(minimumSize.height);
        const seen = [primary, right].some(
          (area) =>
            Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x) >=
              160 &&
            bounds.y + 32 > area.y &&
            bounds.y < area.y + area.height,
        );
        expect(seen).toBe(true);
      }),
    );
  });

  it('does not change when it is placed twice', () => {
    fc.assert(
      fc.property(anyState, (saved) => {
        const once = placeWindow(saved, [primary, right], primary);
        expect(placeWindow(once, [primary, right], primary)).toEqual(once);
      }),
    );
  });
});

describe('the file of the window state', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyState, (saved) => {
        expect(parseWindowState(formatWindowState(saved))).toEqual(saved);
      }),
    );
  });

  it.each(['', '{', 'null', '[]', '{"bounds":{}}', '{"bounds":{"x":1e99},"maximised":1}'])(
    'counts for nothing when it holds %j',
    (text) => expect(parseWindowState(text)).toBeNull(),
  );
});

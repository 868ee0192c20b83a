import { expect, test } from 'vitest';
import { darkPalette, lightPalette, type Palette, toVariableName } from '../../renderer/theme.ts';

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['desk', 'panel', 'paper'] as const;
const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...grounds.flatMap((ground) =>
    (['ink', 'soft', 'accent', 'stale', 'done', 'bad'] as const).map(
      (text) => [text, ground] as const,
    ),
  ),
  ['soft', 'hairline'],
  ['ink', 'accentWash'],
  ['soft', 'accentWash'],
  ['accent', 'accentWash'],
  ['stale', 'staleWash'],
  ['done', 'doneWash'],
  ['bad', 'badWash'],
  ['ink', 'badWash'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
];

test.each([
  ['by day', lightPalette],
  ['by night', darkPalette],
])('whatever must be read can be read %s', (_, palette) => {
  const weak = pairs
    .map(([text, ground]) => ({ text, ground, ratio: contrast(palette[text], palette[ground]) }))
    .filter(({ ratio }) => ratio < 4.5);
  expect(weak).toEqual([]);
});

test.each([
  ['by day', lightPalette],
  ['by night', darkPalette],
])('large digits stand out from their ground %s', (_, palette) => {
  const ratios = grounds.map((ground) => contrast(palette.faint, palette[ground]));
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
});

test('a token becomes the name of a CSS variable', () => {
  expect(toVariableName('accentWash')).toBe('--accent-wash');
});

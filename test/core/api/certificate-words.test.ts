import { expect, test } from 'vitest';
import { describePages } from '../../../core/api/index.ts';

test('pages are counted once, and apart where LibreOffice has another number of them', () => {
  const words = (word: number, libreOffice: number) =>
    describePages({ pagesByProgram: { word, libreOffice } });
  expect(words(7, 7)).toBe('共 7 页');
  expect(words(7, 8)).toBe('共 7 页（LibreOffice 里 8 页）');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findSameLetter,
  readLinePlace,
  wordsOfPages,
} from '../../../renderer/features/export/printed-words.ts';
import { buildPage } from './build-page.ts';

const pages = [
  buildPage(1, ['一、主要举措和成效', '（一）依法决策', '全年开展培训12次，参加', '320人次。']),
  buildPage(2, ['（二）规范执法', '全年开展培训8次，参加', '90人次。']),
];
const draft = [
  { text: '主要举措和成效', at: 10 },
  { text: '依法决策', at: 20 },
  { text: '全年开展培训12次，参加320人次。', at: 30 },
  { text: '规范执法', at: 60 },
  { text: '全年开展培训8次，参加90人次。', at: 70 },
];

describe('a printed line and its words in the draft', () => {
  test('a heading is found behind the number that the layout prints', () => {
    const found = findSameLetter(wordsOfPages(pages), { at: '0/1', offset: 0 }, draft);
    expect(found?.at).toBe(20);
  });

  test('a line in the middle of a paragraph is found within it', () => {
    const found = findSameLetter(wordsOfPages(pages), { at: '0/3', offset: 0 }, draft);
    expect(found).toEqual({ at: 30, offset: '全年开展培训12次，参加'.length });
  });

  test('of two lines that begin alike, each is found at its own place', () => {
    const place = (at: string) => findSameLetter(wordsOfPages(pages), { at, offset: 0 }, draft)?.at;
    expect(place('0/2')).toBe(30);
    expect(place('1/1')).toBe(70);
  });

  test('the caret is found on the page its words are printed on', () => {
    const found = findSameLetter(draft, { at: 70, offset: 3 }, wordsOfPages(pages));
    expect(found && readLinePlace(found.at)).toEqual({ page: 1, line: 1 });
  });

  test('words that are nowhere lead nowhere', () => {
    const other = [{ text: '附注：此件公开发布', at: 'x' }];
    expect(findSameLetter(other, { at: 'x', offset: 0 }, draft)).toBeNull();
  });

  test('every letter of a text that is only broken differently is found again', () => {
    const words = fc.array(fc.constantFrom('法', '治', '政', '府', '，', '1', '年'), {
      minLength: 30,
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 5, max: 20 }), (signs, seed, width) => {
        const text = signs.join('');
        const lines = Array.from({ length: Math.ceil(text.length / width) }, (_, index) => ({
          text: text.slice(index * width, (index + 1) * width),
          at: index,
        }));
        const letters = [...text].flatMap((sign, index) => (sign === '，' ? [] : [index]));
        const index = letters[seed % Math.max(1, letters.length)];
        fc.pre(index !== undefined && letters.length > 2);
        const found = findSameLetter([{ text, at: 'all' }], { at: 'all', offset: index }, lines);
        expect(found && found.at * width + found.offset).toBe(index);
      }),
    );
  });
});

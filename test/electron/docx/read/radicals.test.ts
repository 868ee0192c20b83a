import { expect, test } from 'vitest';
import { readPastedText } from '../../../../electron/docx/read/index.ts';
import { readRadicals } from '../../../../electron/docx/read/radicals.ts';
import { printed } from './reading.ts';

test('radicals of a printed page are the letters they look like', () => {
  expect(readRadicals('⻘⽯镇⼈⺠政府⼆〇⼆五年⼀⽉，⻓江⻅闻⻚')).toBe(
    '青石镇人民政府二〇二五年一月，长江见闻页',
  );
});

test('every radical of the Kangxi row becomes a letter of the usual block', () => {
  for (let code = 0x2f00; code <= 0x2fd5; code += 1) {
    expect(readRadicals(String.fromCodePoint(code))).toMatch(/^[\u4e00-\u9fff]$/u);
  }
});

test('usual letters stay as they are', () => {
  expect(readRadicals('青石镇，“一”—①Ａ')).toBe('青石镇，“一”—①Ａ');
});

test('words copied out of a PDF have usual letters', () => {
  expect(printed(readPastedText('⼀、主要举措'))).toEqual(['一、主要举措']);
});

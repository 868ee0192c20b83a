import { expect, test } from 'vitest';
import { compareFaces, kindOfFace } from '../../../core/conformity/face-kinds.ts';

test.each([
  ['方正小标宋_GBK', 'xiaobiaosong'],
  ['FZXiaoBiaoSong-B05S', 'xiaobiaosong'],
  ['方正小标宋简体', 'xiaobiaosong'],
  ['华文仿宋', 'fangsong'],
  ['FangSong_GB2312', 'fangsong'],
  ['方正仿宋_GBK', 'fangsong'],
  ['楷体', 'kaiti'],
  ['KaiTi_GB2312', 'kaiti'],
  ['SimHei', 'heiti'],
  ['方正黑体_GBK', 'heiti'],
  ['SimSun', 'songti'],
  ['Times New Roman', null],
  ['Calibri', null],
])('%s is of the kind %s', (name, kind) => {
  expect(kindOfFace(name)).toBe(kind);
});

test('a face of the kind is alike, and 微软雅黑 is no 黑体 of the standard', () => {
  expect(compareFaces('仿宋', '仿宋_GB2312')).toBe('alike');
  expect(compareFaces(' 黑体', '黑体')).toBe('same');
  expect(compareFaces('微软雅黑', '黑体')).toBe('other');
  expect(compareFaces('宋体', '方正小标宋简体')).toBe('other');
});

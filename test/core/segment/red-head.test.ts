import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { plainParagraph, segment } from '../../../core/segment/index.ts';
import { shippedTemplate } from '../../support/read-text.ts';
import { opening, type Shape, testShapes, text, title } from './shape.ts';

const below = [opening, '一、主要举措和成效', text];
const body = ['achievements 主要举措和成效', '¶'];
const five = [
  '中共青石镇委员会',
  '青石镇人民政府',
  '青石镇人民代表大会主席团',
  '青石镇综合行政执法队',
  '云岭县公安局青石派出所',
];

function headed(name: string, head: readonly string[]): Shape {
  return [name, [...head, title, ...below], { title, body, discarded: head }];
}

describe('a red head is left out', () => {
  testShapes([
    headed('in words of its own above the number', ['青石镇联合发文', '青政〔2026〕3号']),
    headed('broken over two lines', ['云岭彝族苗族自治县青石', '白族傈僳族乡人民政府文件']),
    headed(
      'with signers on lines of their own',
      [
        '青石镇人民政府文件',
        '签发人：李明  王强',
        '欧阳小川',
        '青政〔2026〕3号 阿依古丽·买买提',
      ].slice(0, 3),
    ),
    headed('with all marks above it', ['000123', '特急', '青石镇人民政府文件']),
  ]);

  test.each([
    ['with 文件 at the side', 3, true],
    ['of five names', 5, true],
    ['without 文件', 3, false],
    ['of five names without 文件', 5, false],
  ])('as a table %s', (_, count, isNamed) => {
    const names = five.slice(0, count);
    const rows = names.map((name, at) => (isNamed ? [name, at === 0 ? '文件' : ''] : [name]));
    const lines = [title, ...below, ...names, '2026年1月10日'];
    const { report } = segment(
      [{ kind: 'table', line: 0, rows }, ...lines.map((line, at) => plainParagraph(at + 1, line))],
      { createId: createCountingIds(), template: shippedTemplate(), fallbackYear: 1999 },
    );
    expect(report.title).toBe(title);
    expect(report.issuers).toEqual(names);
    expect(report.closing.signature).toEqual(names);
  });
});

describe('a title that is broken at its unit', () => {
  testShapes([
    [
      'behind the county',
      ['云岭彝族苗族自治县', '青石白族傈僳族乡人民政府', '2025年法治政府建设年度报告', ...below],
      {
        title: '云岭彝族苗族自治县\n青石白族傈僳族乡人民政府\n2025年法治政府建设年度报告',
      },
    ],
    [
      'behind the place, where two organs sign',
      ['青石镇', '2025年法治政府建设年度报告', ...below, ...five.slice(0, 2)],
      {
        title: '青石镇\n2025年法治政府建设年度报告',
        issuers: five.slice(0, 2),
      },
    ],
  ]);
});

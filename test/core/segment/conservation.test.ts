import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLostLines, lettersOf, textsOf } from '../../support/conservation.ts';
import { outlineOf, readLines } from '../../support/read-text.ts';
import { hanText } from '../../support/report-arbitraries.ts';
import { findSeed, findSeeds } from '../../support/seeds.ts';

const anyLine = fc.oneof(
  { weight: 4, arbitrary: hanText(20, 120).map((text) => `${text}。`) },
  hanText(2, 18),
  fc
    .tuple(
      fc.constantFrom(
        '一、',
        '二、',
        '三、',
        '（一）',
        '(二)',
        '（三）',
        '1.',
        '2、',
        '（1）',
        '一)',
        '（9）',
        '第一部分 ',
        '第二部分：',
        '1.1',
        '三、',
      ),
      hanText(2, 20),
    )
    .map((pair) => pair.join('')),
  fc
    .tuple(fc.constantFrom('一、', '（一）', '1.'), hanText(2, 20), hanText(10, 60))
    .map(([label, heading, text]) => `${label}${heading}。${text}。`),
  fc
    .tuple(
      fc.constantFrom('一、', '（二）', '1.', ''),
      hanText(2, 20),
      fc.constantFrom('：', '  ', '一是', '，'),
      hanText(30, 60),
    )
    .map(([label, heading, joint, text]) => `${label}${heading}${joint}${text}。`),
  fc
    .tuple(hanText(2, 8), fc.constantFrom('农场', '管委会', '镇人民政府（盖章）'))
    .map((pair) => pair.join('')),
  fc.constantFrom(
    '附件',
    '附件：',
    '相关信息',
    '政务公开',
    '青石镇人民政府文件',
    '2026年1月',
    '一、',
    '和成效',
    '职责情况',
    '存在的不足',
    '一、主要举措和成效',
    '二、第一责任人履职情况',
    '四、下一步打算',
    '来源：青石镇',
    '青石镇人民政府',
    '2026年1月10日',
    '（此件公开发布）',
    '引  言',
    '县委、县政府：',
    '附件：1.清单',
    '[bookmark: _x]接着说。',
    '青石镇2025年法治政府建设年度报告',
    '青政发〔2026〕3号',
    '　　',
    '',
  ),
);

describe('nothing of the source is lost', () => {
  test('each line is kept or discarded, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const read = readLines(lines);
        const sources = lines.flatMap((line) => line.split(/\[bookmark: _x\]|(?=（盖章）)/u));
        const dates = read.report.closing.signedDate ? ['2026年1月10日'] : [];
        const lost = findLostLines(sources, read).filter((line) => !dates.includes(line));
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('a report on one line keeps every letter but its numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hanText(4, 15), hanText(80, 160)), { minLength: 2, maxLength: 8 }),
        (sections) => {
          const numerals = '一二三四五六七八';
          const text = sections
            .map(([heading, body], index) => `（${numerals[index]}）${heading} ${body}。`)
            .join(' ');
          const read = readLines([`一、主要举措和成效 ${text}`]);
          expect(read.report.parts[0]?.sections.map(({ heading }) => heading)).toEqual(
            sections.map(([heading]) => heading),
          );
          expect(lettersOf(textsOf(read.report).join(''))).toContain(
            lettersOf(sections.flat().join('')),
          );
        },
      ),
    );
  });

  test.each(findSeeds())('of the published report %s', (path) => {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
    const read = readLines(lines);
    const pieces = lines.flatMap((line) =>
      line.length > 2000 ? line.split(/[\s\u3000]+/u) : line.split('[bookmark: _GoBack]'),
    );
    expect(findLostLines(pieces, read)).toEqual([]);
  });
});

describe('the published reports read as a careful colleague would', () => {
  const read = (prefix: string) => {
    const path = findSeed(prefix);
    return path ? readLines(readFileSync(path, 'utf8').split(/\r?\n/u)) : null;
  };
  const shapes: readonly (readonly [string, number, readonly (readonly [string, number])[]])[] = [
    [
      '000',
      2020,
      [
        ['achievements', 9],
        ['shortcomings', 0],
        ['leadership', 3],
        ['plan', 3],
      ],
    ],
    [
      '002',
      2021,
      [
        ['achievements', 4],
        ['leadership', 0],
        ['shortcomings', 0],
        ['plan', 0],
      ],
    ],
    [
      '003',
      2020,
      [
        ['achievements', 13],
        ['shortcomings', 3],
        ['leadership', 0],
        ['plan', 5],
      ],
    ],
  ];

  test.skipIf(findSeeds().length === 0).each(shapes)(
    '%s: parts, sections and year',
    (prefix, year, parts) => {
      const result = read(prefix);
      if (!result) throw new Error(`no seed ${prefix}`);
      expect(result.report.year).toBe(year);
      expect(outlineOf(result).map(({ kind, sections }) => [kind, sections.length])).toEqual(parts);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../../core/model/index.ts';
import { findUnaccounted, lettersOf, textsOf } from '../../support/conservation.ts';
import { outlineOf, readLines } from '../../support/read-text.ts';
import { hanText } from '../../support/report-arbitraries.ts';

const text =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
const report = [
  '青石镇2025年法治政府建设年度报告',
  '2025年，青石镇深入贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：',
  '一、2025年推进法治政府建设的主要举措和成效',
  '（一）强化组织领导',
  text,
  '（二）规范行政执法',
  text,
  '二、存在的不足和原因',
  text,
  '三、2026年工作安排',
  text,
];

/** Breaks each paragraph at `column` characters, the first line behind `indent`. */
function breakLines(lines: readonly string[], column: number, indent: string): readonly string[] {
  return lines.flatMap((line, index) => {
    const whole = (index === 0 ? '' : indent) + line;
    const count = Math.ceil(whole.length / column);
    return Array.from({ length: count }, (_, n) => whole.slice(n * column, (n + 1) * column));
  });
}

const bare = (lines: readonly string[]) => {
  const { report: read, notices } = readLines(lines);
  return { texts: textsOf(read), outline: outlineOf(readLines(lines)), notices };
};

describe('paragraphs broken at a column’s edge are put together', () => {
  test.each([
    ['28 characters, paragraphs indented', 28, '　　'],
    ['38 characters, paragraphs indented', 38, '　　'],
    ['36 characters, nothing indented', 36, ''],
  ])('%s', (_, column, indent) => {
    const read = bare(breakLines(report, column, indent));
    expect(read.texts).toEqual(bare(report).texts);
    expect(read.outline).toEqual(bare(report).outline);
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/lines-joined', count: expect.any(Number) }),
    );
  });

  test('a page number between two halves of a paragraph does not part them', () => {
    const lines = [...breakLines(report, 30, '　　')];
    const half =
      lines.findIndex((line) => line.endsWith('，') || /\p{Script=Han}$/u.test(line)) + 3;
    const read = bare([...lines.slice(0, half), '— 1 —', ...lines.slice(half)]);
    expect(read.texts).toEqual(bare(report).texts);
  });

  test('a page’s field as wide as the column takes no text away with it', () => {
    const field = '发布时间：2026-01-15 10:20 来源：青石镇人民政府党政办公室 浏览次数：1288';
    const lines = breakLines(report, 30, '');
    for (const at of [1, 4, 5, lines.length - 1]) {
      const source = lines.toSpliced(at, 0, field);
      const read = readLines(source);
      expect(read.discarded.map((line) => line.text)).toEqual([field]);
      expect(findUnaccounted(source, read)).toEqual([]);
    }
  });

  test('whatever the words and the column, the letters and the paragraphs stay', () => {
    const anyParagraphs = fc.array(hanText(60, 160), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(anyParagraphs, fc.integer({ min: 22, max: 50 }), (paragraphs, column) => {
        const lines = paragraphs.map((words) => `${words}。`);
        const read = readLines(breakLines(['青石镇2025年法治报告', ...lines], column, '　　'));
        expect(lettersOf(textsOf(read.report).join(''))).toContain(lettersOf(lines.join('')));
      }),
    );
  });

  test('a report with a paragraph a line is left as it is', () => {
    const { notices } = readLines(report);
    expect(notices.map(({ code }) => code)).not.toContain('segment/lines-joined');
  });

  test('short paragraphs of about the same length are no column', () => {
    const items = Array.from(
      { length: 12 },
      (_, n) => `${n}号村完成法律顾问签约和村规民约审查工作。`,
    );
    const read = readLines(['青石镇2025年法治政府建设年度报告', '一、主要举措和成效', ...items]);
    expect(read.report.parts[0]?.blocks).toHaveLength(12);
  });
});

describe('numbered headings that stand on two lines are put together', () => {
  test.each([
    ['after a comma', ['三、党政主要负责人履行第一责任人职责，', '加强法治政府建设的有关情况']],
    ['before 和', ['三、党政主要负责人履行第一责任人职责情况', '和加强法治政府建设的情况']],
    ['before 的', ['三、党政主要负责人履行推进法治建设', '的第一责任人职责情况']],
    ['before its last word', ['三、党政主要负责人履行推进法治建设第一责任人', '职责情况']],
    ['a number alone', ['三、', '党政主要负责人履行推进法治建设第一责任人职责情况']],
  ])('%s', (_, heading) => {
    const read = readLines([...report.slice(0, 9), ...heading, text]);
    expect(read.report.parts.at(-1)).toMatchObject({
      kind: 'leadership',
      heading: heading.join('').slice(2),
    });
    expect(read.report.parts.at(-1)?.blocks.map(blockText)).toEqual([text]);
  });

  test('an unnumbered heading below a part’s heading is no rest of it', () => {
    const read = readLines([...report.slice(0, 3), '组织领导', text, '执法监督', text]);
    expect(outlineOf(read)[0]?.sections).toEqual(['组织领导', '执法监督']);
  });
});

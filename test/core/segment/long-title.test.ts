import { describe, expect, test } from 'vitest';
import { readLines } from '../../support/read-text.ts';
import { opening, readShape, type Shape, testShapes, text } from './shape.ts';

const unit = '云岭彝族苗族自治县青石白族傈僳族乡人民政府';
const subject =
  '关于2026年度推进法治政府建设暨全面依法治乡工作主要举措成效和存在问题情况的年度报告';
const long = `${unit}${subject}`;
const below = ['县人民政府：', opening, '一、主要举措和成效', text];
const reads = { addressee: '县人民政府', preamble: [`¶ ${opening}`], year: 2026 };

function titled(name: string, lines: readonly string[]): Shape {
  return [name, [...lines, ...below], { ...reads, title: lines.join('\n') }];
}

describe('a title of more than sixty letters', () => {
  testShapes([
    titled('on one line', [long]),
    titled('with a bracket behind it', [`${long}（送审稿）`]),
    titled('longer than a line on two', [
      `${unit}中共云岭彝族苗族自治县青石白族傈僳族乡委员会${subject.slice(0, 24)}`,
      subject.slice(24),
    ]),
    titled('on two lines', [
      `${unit}关于2026年度推进法治政府建设暨全面`,
      '依法治乡工作主要举措成效和存在问题情况的年度报告',
    ]),
    titled('on three lines, the second of which could be an end', [
      `${unit}关于2026年度`,
      '推进法治政府建设暨全面依法治乡工作主要举措成效和存在问题情况',
      '的年度报告',
    ]),
    titled(
      'on four lines',
      [
        '云岭彝族苗族自治县青石白族傈僳族乡',
        '人民政府关于2026年度推进法治政府建设',
        '暨全面依法治乡工作主要举措成效和',
        '存在问题情况的年度报告',
      ].map((line, at) => (at === 0 ? `${line}党政` : line)),
    ),
  ]);

  test('below its issuer keeps the issuer apart', () => {
    const read = readShape([unit, subject.slice(0, 24), subject.slice(24), ...below]);
    expect(read).toMatchObject({
      issuers: [unit],
      title: `${subject.slice(0, 24)}\n${subject.slice(24)}`,
    });
  });
});

test.each([
  ['a sentence', long.replace('的年度报告', '，作如下报告')],
  ['one with a full stop', `${long}。`],
  ['a numbered heading', `一、${long}`],
  ['one of another subject', `${'根据上级安排部署和统一要求'.repeat(6)}作出报告`],
])('%s of that length is no title', (_, line) => {
  expect(readLines([line, ...below]).report.title).toBe('');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { segment } from '../../../core/segment/index.ts';
import { findUnaccounted } from '../../support/conservation.ts';
import { readLines, shippedTemplate } from '../../support/read-text.ts';
import { opening, text, title } from './shape.ts';

const papers: Readonly<Record<string, readonly string[]>> = {
  'a notice': [
    '青石镇人民政府',
    '关于做好2025年法治政府建设工作的通知',
    '各村民委员会、镇属各单位：',
    '一、工作目标',
    text,
    '二、主要任务',
    text,
    '青石镇人民政府',
    '2025年3月1日',
  ],
  'a year’s key tasks': [
    '青石镇2025年法治政府建设工作要点',
    '一、总体要求',
    text,
    '二、重点任务',
    text,
  ],
  'a plan of action': [
    '青石镇法治政府建设示范创建实施方案',
    '一、指导思想',
    text,
    '二、工作安排',
    text,
  ],
  'a record of a meeting': [
    '青石镇党委会议记录',
    '时间：2025年3月6日上午9时',
    '地点：镇三楼会议室',
    '主持人：某某',
    '议题：研究法治政府建设工作',
    '一、听取司法所汇报',
    '某某：今年以来开展学法6次。',
  ],
  'a summary of everything': ['青石镇2025年工作总结', '一、经济发展', text, '二、存在问题', text],
  'a yearly report on openness': [
    '青石镇2025年政府信息公开工作年度报告',
    '一、总体情况',
    text,
    '二、存在的主要问题及改进情况',
    text,
  ],
  'a request': ['青石镇人民政府关于解决经费的请示', '县人民政府：', text, '妥否，请批示。'],
  'a novel': ['第一章 雨夜', '雨下了一整夜。', '他站在窗前。', '第二章 清晨', '雨停了。'],
  'one word': ['报告'],
  'only a title': [title],
  'title and text without any heading': [title, opening, text, text],
  nothing: [''],
};
const unsure = new Set([
  'segment/no-parts',
  'segment/other-paper',
  'segment/title-missing',
  'segment/part-implied',
]);

describe('a paper that is no report is doubted and kept', () => {
  test.each(Object.entries(papers))('%s', (_, lines) => {
    const read = readLines(lines);
    const codes = read.notices.map(({ code }) => code);
    expect(codes.some((code) => unsure.has(code))).toBe(true);
    expect(codes).toContain('segment/part-missing');
    expect(findUnaccounted(lines, read)).toEqual([]);
    expect(read.discarded).toEqual([]);
  });

  test('a table only', () => {
    const rows = [
      ['指标', '件数'],
      ['案件', '62'],
    ];
    const read = segment([{ kind: 'table', line: 0, rows }], {
      createId: createCountingIds(),
      template: shippedTemplate(),
      fallbackYear: 2025,
    });
    expect(read.notices.map(({ code }) => code)).toContain('segment/no-parts');
    expect(read.report.preamble).toMatchObject([{ type: 'table', rows }]);
  });

  test('any text at all is read without a fault, and no words without headings are certain', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 12 }),
        (lines) => {
          const read = readLines(lines);
          const hasParts = !read.notices.some(({ code }) => code === 'segment/no-parts');
          const ids = new Set(read.report.preamble.map(({ id }) => id));
          const sure = read.decisions.filter(
            ({ target, confidence }) => target && ids.has(target) && confidence === 'certain',
          );
          expect(hasParts || sure.length === 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('hostile texts', () => {
  const signs = [
    '一',
    '（',
    ' ',
    '　',
    '。',
    '年',
    '2025年',
    '《',
    '〈甲〉',
    '镇',
    '打印   ',
    '|',
    '委员会',
    '第',
    '第一',
    '一、',
    '（一）学法',
    '来源： ',
    '[bookmark:',
    '[大',
    '...',
    '……',
    '…',
    '·',
    '**',
    '首页>',
    '和',
    '关于报送',
    '情况',
    '情况和',
    '人民政府 ',
    '中共青石镇委员会',
    '、',
    '1.',
    '#',
  ];
  test.each(signs)('300 000 characters of “%s” on one line', (sign) => {
    const long = sign.repeat(Math.ceil(300_000 / sign.length));
    const read = readLines([
      title,
      '一、主要举措和成效',
      long,
      `（一）${long}。`,
      '二、存在的不足',
    ]);
    expect(read.report.title).toBe(title);
    expect(read.report.parts.length).toBeGreaterThanOrEqual(1);
  });

  test.each([title, '青石镇人民政府', '2026年1月', '一、学法', '附件', text])(
    '20 000 lines of “%s”',
    (line) => {
      const lines = [title, '一、主要举措和成效', ...Array.from({ length: 20_000 }, () => line)];
      expect(readLines(lines).decisions.length).toBeGreaterThan(0);
    },
  );
});

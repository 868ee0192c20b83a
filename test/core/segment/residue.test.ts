import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { plainParagraph, type SourceBlock, segment } from '../../../core/segment/index.ts';
import { readLines, shippedTemplate } from '../../support/read-text.ts';
import { digest, opening, text, title } from './shape.ts';

/** What web pages print around a report, by what it is. */
const leavings: Readonly<Record<string, readonly string[]>> = {
  来源: ['来源：青石镇人民政府', '文章来源:青石镇', '信息来源： 青石镇党政办', '稿源：青石镇'],
  发布时间: [
    '发布时间：2026-01-15 10:20',
    '更新时间：2026年1月15日',
    '发布日期：2026/01/15',
    '2026-01-15 10:20:33',
    '2026-01-15 10:20 来源：青石镇人民政府',
  ],
  浏览次数: [
    '浏览次数：88',
    '浏览次数： 次',
    '累计次数：12次',
    '点击率：33',
    '点击数:1,024',
    '阅读：123次',
    '浏览量 123',
    '123次浏览',
  ],
  字体: [
    '字体:[大 中 小]',
    '字体:[ ]',
    '字号：大 中 小',
    '字体大小【大】【中】【小】',
    '【字体：大 中 小】',
    '【大】【中】【小】',
    '[大 中 小]',
    '字体：大 中 小 打印 关闭',
  ],
  视力保护色: ['视力保护色：', '视力保护色', '背景色：'],
  索引号: ['索 引 号：11330000/2026-00012', '索引号 11330000/2026-00012', '索引号：'],
  主题分类: ['主题分类：司法行政', '组配分类：法治政府建设年度报告'],
  体裁分类: ['体裁分类：报告', '信息类别：年报'],
  发布机构: ['发布机构：青石镇人民政府', '发文机关：青石镇', '责任部门：党政办'],
  文号: ['文号:无', '文  号：', '发文字号：青政发〔2026〕3号'],
  有效性: ['有效性：有效', '效力状态：现行有效', '时效性：是'],
  成文日期: ['成文日期：2026-01-10', '生成日期：2026年1月10日', '废止日期：'],
  公开方式: ['公开方式：主动公开', '公开时限：长期公开', '公开范围：面向社会'],
  所在位置: [
    '您当前所在位置：首页>政务公开>法治政府建设',
    '当前位置： 首页 > 政务公开',
    '首页 > 政务公开 > 年度报告',
    '网站首页',
  ],
  今天是: ['今天是2026年1月20日 星期二', '今天是：2026年1月20日'],
  无障碍: ['无障碍 简体|繁体', '无障碍阅读', '简体 繁体', '登录 | 注册'],
  分享到: ['分享到：', '分享到：微信 微博 QQ空间', '打印 分享：'],
  打印: ['打印', '【打印】', '打印本页 | 关闭窗口', '【打印本页】【关闭窗口】'],
  关闭窗口: ['关闭窗口', '[关闭]', '返回顶部'],
  上一篇: ['上一篇：青石镇2024年法治政府建设年度报告', '下一篇：没有了'],
  署名: ['责任编辑：某某', '作者：党政办', '撰稿人：某某 审核：某某'],
  几项连在一起: [
    '来源：青石镇 发布时间：2026-02-26 浏览次数：88',
    '信息来源:枫林街道　　发布日期:2026-01-12',
  ],
  版权: ['版权所有：青石镇人民政府', '主办单位：青石镇人民政府', '某ICP备12345678号'],
};
const rows = Object.entries(leavings).flatMap(([what, lines]) =>
  lines.map((line) => [what, line] as const),
);
const body = ['achievements 主要举措和成效', '¶', 'shortcomings 存在的不足', '¶'];
const report = [title, opening, '一、主要举措和成效', text, '二、存在的不足', text];

describe('what a web page leaves goes to the discarded lines, for certain', () => {
  test.each(rows)('%s: “%s”', (_, line) => {
    for (const at of [0, 1, report.length]) {
      const read = readLines(report.toSpliced(at, 0, line));
      expect(read.discarded).toEqual([{ line: at, text: line }]);
      expect(read.report.title).toBe(title);
      expect(digest(read)).toEqual(body);
      expect(read.decisions).toContainEqual(expect.objectContaining({ target: null, line: at }));
    }
  });

  test.each(rows)('%s, between two paragraphs: “%s”', (_, line) => {
    const read = readLines(report.toSpliced(4, 0, line));
    expect(read.discarded).toEqual([{ line: 4, text: line }]);
    expect(digest(read)).toEqual(body);
  });

  test('trailing “|” and [bookmark: _GoBack] inside a line', () => {
    const read = readLines([
      ...report.slice(0, 3),
      `[bookmark: _GoBack]${text} |`,
      '[bookmark: _GoBack]',
    ]);
    expect(read.discarded.map((line) => line.text)).toEqual([
      '[bookmark: _GoBack]',
      '|',
      '[bookmark: _GoBack]',
    ]);
    expect(digest(read)).toEqual(body.slice(0, 2));
  });

  test('a title printed again', () => {
    const read = readLines([title, ...report]);
    expect(read.discarded).toEqual([{ line: 1, text: title }]);
  });

  test('a field whose value stands on the next line, above the title', () => {
    const above = ['索引号：', '11330000/2026-00012', '发布机构：', '青石镇人民政府'];
    const read = readLines([...above, ...report]);
    expect(read.discarded.map((line) => line.text)).toEqual(above);
    expect(read.report.title).toBe(title);
  });

  test('the table of 索引号, 发布机构 and so on, and no table of figures', () => {
    const read = (rowsOfTable: readonly (readonly string[])[]) => {
      const source: readonly SourceBlock[] = [
        { kind: 'table', line: 0, rows: rowsOfTable },
        ...report.map((line, index) => plainParagraph(index + 1, line)),
      ];
      const options = { createId: createCountingIds(), template: shippedTemplate() };
      return segment(source, { ...options, fallbackYear: 2025 });
    };
    const page = read([
      ['索 引 号', '1133/2026-12', '主题分类', '司法'],
      ['发布机构：', '青石镇人民政府', '有效性', '有效'],
    ]);
    expect(page.discarded).toHaveLength(1);
    expect(page.report.title).toBe(title);
    const figures = read([
      ['指标', '件数'],
      ['来源', '2'],
    ]);
    expect(figures.discarded).toEqual([]);
  });
});

describe('words that only look like a page’s leavings stay', () => {
  test.each([
    '来源于群众的意见建议得到及时办理。',
    '来源：群众反映、部门移交和巡查发现的问题线索，全部逐条办理。',
    '“打印”设备采购经过合法性审查。',
    '打印设备采购经过合法性审查',
    '打印社会稳定风险评估材料36份。',
    '发布时间表和路线图，明确任务书。',
    '分享到群众身边的法治故事36个，受众2000人次。',
    '转发至各村微信群36条。',
    '关闭窗口期内未验收的违规企业3家。',
    '返回资金12万元，打印宣传资料3000份。',
    '索引号管理更加规范。',
    '今天是国家宪法日，全镇开展集中宣讲。',
    '下一条工作线索由司法所跟进。',
    '有效性审查12件。',
    '字体规范的执法文书占比达到100%。',
    '首页公示执法主体、依据和程序。',
    '无障碍环境建设执法检查6次。',
    '视力保护色彩宣传进校园。',
    '浏览次数：全年政务公开专栏浏览次数达到12万次，同比增长15%。',
    '主题词：“法治护航”。',
    '名称：法治公园，位置：集镇中心区。',
    '公开方式：以政府网站为主渠道，以公告栏为补充。',
    '登录一体化平台办件1200件。',
    '日期：2025年3月、6月、9月三个批次完成培训。',
    '责任编辑制度更加完善。',
    '阅读：组织机关干部读法律原著12部。',
  ])('“%s”', (line) => {
    const read = readLines([...report.slice(0, 4), line, text]);
    expect(read.discarded).toEqual([]);
    expect(digest(read).join('\n')).toContain(line);
  });
});

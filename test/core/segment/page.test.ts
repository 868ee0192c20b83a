import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { noHints, type SourceHints, segment } from '../../../core/segment/index.ts';
import { outlineOf, readLines, shippedTemplate } from '../../support/read-text.ts';

const text =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
const title = '青石镇2025年法治政府建设年度报告';

function readHinted(lines: readonly (readonly [string, Partial<SourceHints>])[]) {
  const source = lines.map(([words, hints], line) => ({
    kind: 'paragraph' as const,
    line,
    text: words,
    label: '',
    hints: { ...noHints, ...hints },
  }));
  return segment(source, {
    createId: createCountingIds(),
    template: shippedTemplate(),
    fallbackYear: 2025,
  });
}

describe('what stands above and below a report on a web page', () => {
  test('menus, red head and document number are no title', () => {
    const above = [
      '首页政务公开政务服务互动交流',
      '走进青石',
      '政务公开',
      '青石镇人民政府文件',
      '青政发〔2026〕5号          签发人：某某',
    ];
    const read = readLines([...above, title, '一、主要举措和成效', text]);
    expect(read.report.title).toBe(title);
    expect(read.discarded.map((line) => line.text)).toEqual(above);
  });

  test('a part heading in the title’s own words is no repetition of it', () => {
    const read = readLines([
      '青石镇2025年法治政府建设情况',
      '法治政府建设情况',
      text,
      '党政主要负责人履行第一责任人职责，加强法治政府建设的有关情况',
      text,
    ]);
    expect(read.report.parts.map(({ kind }) => kind)).toEqual(['achievements', 'leadership']);
    expect(read.discarded).toEqual([]);
  });

  test('a title printed again over two lines counts once', () => {
    const read = readLines([
      title,
      '青石镇2025年',
      '法治政府建设年度报告',
      '一、主要举措和成效',
      text,
    ]);
    expect(read.report.title).toBe(title);
    expect(read.discarded).toHaveLength(2);
  });

  test('a menu’s word inside the report is a heading', () => {
    const read = readLines([title, '一、主要举措和成效', '政务公开', text]);
    expect(outlineOf(read)[0]?.sections).toEqual(['政务公开']);
  });

  test('the list of other papers at the end is listed as discarded', () => {
    const below = ['相关信息', '青石镇2024年法治政府建设年度报告', '关于召开会议的通知'];
    const read = readLines([title, '一、主要举措和成效', text, '青石镇人民政府', ...below]);
    expect(read.report.closing.signature).toEqual(['青石镇人民政府']);
    expect(read.discarded.map((line) => line.text)).toEqual(below);
  });

  test('another paper keeps its own title', () => {
    const notice = '青石镇人民政府关于做好2025年防汛工作的通知';
    expect(readLines([notice, '各村：', '现就有关事项通知如下：']).report.title).toBe(notice);
  });
});

describe('tables of contents and page numbers', () => {
  test('目录 and its entries are listed as discarded', () => {
    const contents = ['目  录', '一、主要举措和成效……1', '二、存在的不足\t5'];
    const read = readLines([
      title,
      ...contents,
      '一、主要举措和成效',
      text,
      '二、存在的不足',
      text,
    ]);
    expect(outlineOf(read).map(({ heading }) => heading)).toEqual(['主要举措和成效', '存在的不足']);
    expect(read.discarded.map((line) => line.text)).toEqual(contents);
  });

  test('page numbers between dashes are no headings', () => {
    const read = readLines([
      title,
      '一、主要举措和成效',
      text,
      '— 1 —',
      text,
      '- 2 -',
      '第 3 页 共 9 页',
    ]);
    expect(read.report.parts[0]?.blocks).toHaveLength(2);
    expect(read.discarded).toHaveLength(3);
  });

  test('a notice that sends a report on keeps its signature and date as text', () => {
    const cover = ['关于印发年度报告的通知', '各村：', '青石镇人民政府', '2026年1月10日'];
    const read = readLines([...cover, '2025年，青石镇依法行政。', '一、主要举措和成效', text]);
    expect(outlineOf(read).map(({ heading }) => heading)).toEqual(['主要举措和成效']);
  });
});

describe('headings known by their look', () => {
  test('levels of styles count from the highest below the title', () => {
    const read = readHinted([
      [title, { outlineLevel: 1 }],
      ['主要举措和成效', { outlineLevel: 2 }],
      ['强化组织领导', { outlineLevel: 3 }],
      [text, {}],
      ['存在的不足', { outlineLevel: 2 }],
      [text, {}],
    ]);
    expect(outlineOf(read)).toEqual([
      { kind: 'achievements', heading: '主要举措和成效', sections: ['强化组织领导'] },
      { kind: 'shortcomings', heading: '存在的不足', sections: [] },
    ]);
  });

  test('a bold 一是 at the head of a paragraph is no heading', () => {
    const read = readHinted([
      [title, {}],
      ['一、主要举措和成效', {}],
      [`一是强化学习。${text}`, { boldLead: 7 }],
    ]);
    expect(read.report.parts[0]).toMatchObject({
      sections: [],
      blocks: [{ text: `一是强化学习。${text}` }],
    });
  });
});

describe('a report on one line without blanks', () => {
  test('is parted where its run-in headings begin', () => {
    const read = readLines([
      `${title}2025年，青石镇扎实推进法治政府建设，现将情况报告如下：一、主要举措和成效。（一）学法用法。${text}（二）行政执法。${text}二、存在的不足。${text}青石镇人民政府2026年1月15日`,
    ]);
    expect(read.report).toMatchObject({
      title,
      closing: { signature: ['青石镇人民政府'], signedDate: '2026-01-15' },
    });
    expect(outlineOf(read)).toEqual([
      { kind: 'achievements', heading: '主要举措和成效', sections: ['学法用法', '行政执法'] },
      { kind: 'shortcomings', heading: '存在的不足', sections: [] },
    ]);
  });
});

describe('the ends of a report on one line', () => {
  const words = [
    '青石镇党委、政府扎实推进法治政府建设，现将有关情况报告如下：',
    '一、主要举措和成效',
    text,
    '二、存在的不足和原因',
    text,
    '三、2026年工作安排',
    text,
  ];
  const ownTitle = '关于2025年度法治政府建设情况的报告';
  const organs = ['中共云岭县青石镇委员会', '云岭县青石镇人民政府'];

  test('are title, addressee, signature, note and copies', () => {
    const front = [...organs, ownTitle, '县委、县政府：'];
    const back = [...organs, '2025年12月26日', '(此件公开发布)', '抄送：县司法局。'];
    const read = readLines([[...front, ...words, ...back].join(' ')]);
    expect(read.report).toMatchObject({
      addressee: '县委、县政府',
      issuers: organs,
      closing: { signature: organs, signedDate: '2025-12-26' },
    });
    expect(read.report.title).toContain(ownTitle);
    expect(read.discarded.map((line) => line.text)).toEqual(['抄送：县司法局。']);
  });

  test('stay with the text where no title stands in front', () => {
    const read = readLines([words.join(' ')]);
    expect(read.report.title).toBe('');
    expect(read.report.preamble).toHaveLength(1);
  });
});

test('a report on one line whose sections are numbered 1. 2. is parted there too', () => {
  const read = readLines([
    `${title} 一、主要举措和成效 1.学法用法 ${text} 2.行政执法 ${text} 二、存在的不足 1.2万元经费不足。${text}`,
  ]);
  expect(outlineOf(read)).toEqual([
    { kind: 'achievements', heading: '主要举措和成效', sections: ['学法用法', '行政执法'] },
    { kind: 'shortcomings', heading: '存在的不足', sections: [] },
  ]);
});

test('a clean report gives no notice', () => {
  const read = readLines([
    title,
    '县人民政府：',
    '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
    '一、2025年度推进法治政府建设的主要举措和成效',
    '（一）强化组织领导',
    text,
    '（二）规范行政执法',
    '1.落实三项制度',
    text,
    '2.加强执法监督',
    text,
    '二、存在的不足和原因',
    text,
    '三、党政主要负责人履行推进法治建设第一责任人职责情况',
    text,
    '四、2026年工作安排',
    text,
    '青石镇人民政府',
    '2026年1月15日',
  ]);
  expect([...read.notices, ...read.discarded]).toEqual([]);
});

test('no long line of one sign takes longer than it is', () => {
  const signs = ['一', '（', ' ', '。', '年', '2025年', '《', '镇', '打印   ', '|', '委员会'];
  for (const sign of signs) {
    const long = sign.repeat(20_000);
    expect(readLines([title, `一、${long}。`, `（一）${long} ${long}`, long]).report.year).toBe(
      2025,
    );
  }
});

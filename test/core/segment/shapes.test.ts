import { describe, expect, test } from 'vitest';
import { blockText } from '../../../core/model/index.ts';
import { outlineOf, readLines } from '../../support/read-text.ts';

const long =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
const frame = (first: string, ...rest: readonly string[]) => [
  '青石镇2025年法治政府建设年度报告',
  '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
  first,
  long,
  ...rest,
];

describe('parts are found by meaning', () => {
  test('in the order in which the file has them', () => {
    const read = readLines(
      frame(
        '一、第一责任人履职情况',
        '二、主要工作举措及成效',
        long,
        '三、问题与不足',
        long,
        '四、努力方向',
        long,
      ),
    );
    expect(read.report.parts.map((part) => part.kind)).toEqual([
      'leadership',
      'achievements',
      'shortcomings',
      'plan',
    ]);
    expect(read.notices.filter(({ code }) => code === 'segment/part-missing')).toEqual([]);
  });

  test('a leaders’ heading that contains the achievements’ words is the leaders’', () => {
    const read = readLines(
      frame('一、主要举措和成效', '二、党政主要负责人履行第一责任人职责的主要举措和成效', long),
    );
    expect(read.report.parts.map((part) => part.kind)).toEqual(['achievements', 'leadership']);
  });

  test('the year after the report’s in a heading means the plan', () => {
    const read = readLines(
      frame('一、2025年主要做法和成效', '二、存在不足', long, '三、2026年法治政府建设', long),
    );
    expect(read.report.parts.at(-1)).toMatchObject({ kind: 'plan', heading: '2026年法治政府建设' });
  });

  test('a first part that lost its number is still the first part', () => {
    const read = readLines(frame('推进法治政府建设的主要举措和成效', '二、存在的主要问题', long));
    expect(outlineOf(read).map(({ heading }) => heading)).toEqual([
      '推进法治政府建设的主要举措和成效',
      '存在的主要问题',
    ]);
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/heading-without-label' }),
    );
  });

  test('a slogan at the head of the first part is taken for the achievements, with a doubt', () => {
    const read = readLines(
      frame('一、统筹推进，扎实开创新局面', '二、存在的不足', long, '三、下一步打算', long),
    );
    expect(read.report.parts[0]).toMatchObject({
      kind: 'achievements',
      heading: '统筹推进，扎实开创新局面',
    });
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/part-by-meaning' }),
    );
  });

  test('themes at level 1 become sections of the achievements', () => {
    const read = readLines(
      frame(
        '一、强化组织领导',
        '二、规范行政决策',
        long,
        '三、严格行政执法',
        long,
        '四、下一步工作安排',
        long,
      ),
    );
    expect(outlineOf(read)).toEqual([
      {
        kind: 'achievements',
        heading: expect.any(String),
        sections: ['强化组织领导', '规范行政决策', '严格行政执法'],
      },
      { kind: 'plan', heading: '下一步工作安排', sections: [] },
    ]);
  });

  test('two levels that both carry 一、 are told apart', () => {
    const read = readLines(
      frame(
        '一、主要举措和成效',
        '一、强化组织领导',
        long,
        '二、规范行政决策',
        long,
        '二、存在的不足',
        long,
        '三、下一步打算',
        long,
      ),
    );
    expect(outlineOf(read)[0]?.sections).toEqual(['强化组织领导', '规范行政决策']);
    expect(read.report.parts.map((part) => part.kind)).toEqual([
      'achievements',
      'shortcomings',
      'plan',
    ]);
  });

  test('a part heading printed twice counts once, and the second is listed', () => {
    const read = readLines([
      '青石镇2025年法治政府建设年度报告',
      '一、主要举措和成效',
      '一、主要举措和成效',
      long,
      '二、存在的不足',
      long,
    ]);
    expect(read.report.parts).toHaveLength(2);
    expect(read.discarded).toEqual([{ line: 2, text: '一、主要举措和成效' }]);
  });

  test('a report without numbers at all is read by its headings', () => {
    const read = readLines(
      frame('主要举措和成效', '强化组织保障', long, '存在的不足', long, '下一步工作安排', long),
    );
    expect(read.report.parts.map((part) => part.kind)).toEqual([
      'achievements',
      'shortcomings',
      'plan',
    ]);
    expect(outlineOf(read)[0]?.sections).toEqual(['强化组织保障']);
  });
});

describe('sections and headings inside them', () => {
  test.each([
    ['full-width', '（一）强化组织保障', '（二）提升执法水平'],
    ['half-width', '(一)强化组织保障', '(二)提升执法水平'],
    ['mixed width with a blank', '(一） 强化组织保障', '（二) 提升执法水平'],
    ['a lost bracket', '一)强化组织保障', '二)提升执法水平'],
    ['Arabic directly under 一、', '1.强化组织保障', '2.提升执法水平'],
    ['1、', '1、强化组织保障', '2、提升执法水平'],
  ])('%s numbers open sections', (_, first, second) => {
    const read = readLines(frame('一、主要举措和成效', first, long, second, long));
    expect(outlineOf(read)[0]?.sections).toEqual(['强化组织保障', '提升执法水平']);
  });

  test('（9） among Chinese numbers is the ninth section, with a doubt', () => {
    const eight = [...'一二三四五六七八'].flatMap((n) => [`（${n}）加强第${n}项工作`, long]);
    const read = readLines(frame('一、主要举措和成效', ...eight, '（9）落实普法责任制', long));
    expect(read.report.parts[0]?.sections).toHaveLength(9);
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/label-irregular' }),
    );
  });

  test('a run-in heading gives heading and first paragraph', () => {
    const read = readLines(frame('一、主要举措和成效', `（一）强化组织保障。${long}`));
    expect(read.report.parts[0]?.sections[0]).toMatchObject({
      heading: '强化组织保障',
      runIn: true,
      blocks: [{ text: long }],
    });
  });

  test('a heading alone on its line loses its closing full stop', () => {
    const read = readLines(
      frame('一、主要举措和成效。', '（一）强化组织保障，规范权力运行。', long),
    );
    expect(outlineOf(read)).toEqual([
      { kind: 'achievements', heading: '主要举措和成效', sections: ['强化组织保障，规范权力运行'] },
    ]);
  });

  test('a third and a fourth level become headings inside the section', () => {
    const read = readLines(
      frame(
        '一、主要举措和成效',
        '（一）严格规范执法',
        '1.落实三项制度',
        long,
        '（1）行政执法公示',
        long,
        '（2）全过程记录',
        long,
        '2.加强执法监督',
        long,
      ),
    );
    const [section] = read.report.parts[0]?.sections ?? [];
    const headings = section?.blocks.flatMap((block) =>
      block.type === 'subheading' ? [[block.level, block.text]] : [],
    );
    expect(headings).toEqual([
      [3, '落实三项制度'],
      [4, '行政执法公示'],
      [4, '全过程记录'],
      [3, '加强执法监督'],
    ]);
  });

  test('一是 二是 stay text, in one paragraph or in several', () => {
    const read = readLines(
      frame(
        '一、主要举措和成效',
        '一是强化组织保障。',
        '二是提升执法水平。',
        '一是学法。二是用法。三是守法。',
      ),
    );
    expect(read.report.parts[0]?.sections).toEqual([]);
    expect(read.report.parts[0]?.blocks.map(blockText)).toEqual([
      long,
      '一是强化组织保障。',
      '二是提升执法水平。',
      '一是学法。二是用法。三是守法。',
    ]);
  });

  test('a numbered sentence is text and keeps its number', () => {
    const read = readLines(
      frame('一、主要举措和成效', '（一）严格规范执法', '1.全年办结案件62件。', '2.罚款18270元。'),
    );
    expect(read.report.parts[0]?.sections[0]?.blocks.map(blockText)).toEqual([
      '1.全年办结案件62件。',
      '2.罚款18270元。',
    ]);
  });

  test('an unnumbered short line between long ones is a section, with a doubt', () => {
    const read = readLines(frame('一、主要举措和成效', '推进政务公开', long));
    expect(outlineOf(read)[0]?.sections).toEqual(['推进政务公开']);
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/heading-without-label', text: '推进政务公开' }),
    );
  });
});

describe('headings without numbers below numbered ones, and lists', () => {
  test('unnumbered headings under a numbered section are its third level', () => {
    const read = readLines(
      frame(
        '一、主要举措和成效',
        '一)健全机构职能',
        '加强党的领导',
        long,
        '优化营商环境',
        long,
        '二)健全制度体系',
        long,
      ),
    );
    expect(outlineOf(read)[0]?.sections).toEqual(['健全机构职能', '健全制度体系']);
    const kinds = read.report.parts[0]?.sections[0]?.blocks.map(({ type }) => type);
    expect(kinds).toEqual(['subheading', 'paragraph', 'subheading', 'paragraph']);
  });

  test('a numbered line with a full stop before a paragraph is a heading, in a list it is an item', () => {
    const read = readLines(
      frame(
        '一、主要举措和成效',
        '（一）加强普法',
        '1、突出关键少数。',
        long,
        '2、抓好重点人群。',
        long,
      ),
    );
    expect(read.report.parts[0]?.sections[0]?.blocks.map(({ type }) => type)).toEqual([
      'subheading',
      'paragraph',
      'subheading',
      'paragraph',
    ]);
    const list = readLines(
      frame('一、主要举措和成效', '（一）加强普法', '1、突出关键少数。', '2、抓好重点人群。'),
    );
    expect(list.report.parts[0]?.sections[0]?.blocks.map(blockText)).toEqual([
      '1、突出关键少数。',
      '2、抓好重点人群。',
    ]);
  });
});

describe('what stands around the parts', () => {
  test('a title in front of a report on one line', () => {
    const read = readLines([
      `青石镇2025年法治政府建设年度报告 2025年，青石镇报告如下: 一、主要举措和成效 (一)强化保障。${long} (二)提升水平。${long}`,
    ]);
    expect(read.report.title).toBe('青石镇2025年法治政府建设年度报告');
  });

  test('a bracketed unit above the title and the imprint below the signature are listed', () => {
    const read = readLines([
      '（枫林街道）',
      '2025年枫林街道法治政府建设工作报告',
      ...frame('一、主要举措和成效').slice(1),
      '枫林街道办事处',
      '2026年1月10日',
      '抄送：区司法局。',
    ]);
    expect(read.report).toMatchObject({
      title: '2025年枫林街道法治政府建设工作报告',
      closing: { signature: ['枫林街道办事处'], signedDate: '2026-01-10' },
    });
    expect(read.discarded.map(({ text }) => text)).toEqual(['（枫林街道）', '抄送：区司法局。']);
  });

  test('joint issuers, a title over two lines and the addressee', () => {
    const { report } = readLines([
      '中共青石镇委员会',
      '青石镇人民政府',
      '关于2025年法治政府建设',
      '情况的报告',
      '县委、县政府：',
      '2025年，我镇扎实推进法治政府建设，现将有关情况报告如下：',
      '一、主要举措和成效',
      long,
    ]);
    expect(report).toMatchObject({
      title: '关于2025年法治政府建设\n情况的报告',
      issuers: ['中共青石镇委员会', '青石镇人民政府'],
      addressee: '县委、县政府',
      year: 2025,
    });
  });

  test('a short opening sentence that ends with a colon is the preamble, not an addressee', () => {
    const { report } = readLines(frame('一、主要举措和成效'));
    expect(report.addressee).toBe('');
    expect(report.preamble.map(blockText)).toEqual([
      '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
    ]);
  });

  test('a doubled title counts once', () => {
    const read = readLines([
      '青石镇2025年法治政府建设年度报告',
      '青石镇2025年法治政府建设年度报告',
      long,
      '一、主要举措和成效',
      long,
    ]);
    expect(read.report.title).toBe('青石镇2025年法治政府建设年度报告');
    expect(read.discarded).toEqual([{ line: 1, text: '青石镇2025年法治政府建设年度报告' }]);
  });

  test.each([
    ['two lines', ['青石镇人民政府', '2026年1月10日']],
    ['one line with a run of blanks', ['青石镇人民政府        2026年1月10日']],
    ['Chinese numerals', ['青石镇人民政府', '二〇二六年一月十日']],
    ['blanks inside the date', ['青石镇人民政府', '2026 年 1 月 10 日']],
  ])('signature and date on %s', (_, lines) => {
    const { report } = readLines(frame('一、主要举措和成效', ...lines));
    expect(report.closing).toMatchObject({
      signature: ['青石镇人民政府'],
      signedDate: '2026-01-10',
    });
    expect(report.parts[0]?.blocks.map(blockText)).toEqual([long]);
  });

  test('attachments and a closing note', () => {
    const { report } = readLines(
      frame(
        '一、主要举措和成效',
        '附件：1.青石镇普法清单',
        '2.青石镇执法事项清单',
        '青石镇人民政府',
        '2026年1月10日',
        '（此件公开发布）',
      ),
    );
    expect(report.closing).toMatchObject({
      attachments: ['青石镇普法清单', '青石镇执法事项清单'],
      note: '（此件公开发布）',
    });
  });

  test('page furniture is listed as discarded and not in the text', () => {
    const junk = [
      '您当前所在位置：首页 > 政务公开',
      '来源：青石镇 发布时间：2026-02-26 浏览次数：88',
      '字体：【大】【中】【小】',
    ];
    const read = readLines([
      ...junk,
      ...frame(
        '一、主要举措和成效',
        '[bookmark: _GoBack]二是加强监督。 |',
        '【打印本页】【关闭窗口】',
      ),
    ]);
    expect(read.discarded.map(({ text }) => text)).toEqual([
      ...junk,
      '[bookmark: _GoBack]',
      '|',
      '【打印本页】【关闭窗口】',
    ]);
    expect(read.report.title).toBe('青石镇2025年法治政府建设年度报告');
  });

  test('a report without a title says so and finds its unit and year in the text', () => {
    const read = readLines([
      '2025年，枫林街道深入推进法治政府建设。枫林街道现将2025年度工作总结如下：',
      '一、主要举措和成效',
      long,
    ]);
    expect(read.report).toMatchObject({ title: '', year: 2025, issuers: ['枫林街道'] });
    expect(read.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'segment/title-missing',
        'segment/issuer-inferred',
        'segment/year-inferred',
      ]),
    );
  });

  test('another kind of text is read with doubts and keeps every line', () => {
    const read = readLines([
      '关于召开会议的通知',
      '各村：',
      '请于明日上午到镇政府三楼会议室开会。',
    ]);
    expect(read.notices.map(({ code }) => code)).toContain('segment/no-parts');
    expect(read.report.preamble.map(blockText).join('')).toContain(
      '请于明日上午到镇政府三楼会议室开会。',
    );
  });
});

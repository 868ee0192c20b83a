import { describe, expect, test } from 'vitest';
import { outlineOf, readLines } from '../../support/read-text.ts';

const text =
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，把学法用法纳入年度考核，推动各村各单位把依法办事落到实处，群众满意度稳步提升。';
const withHeadings = (...headings: readonly string[]) =>
  readLines([
    '青石镇2025年法治政府建设年度报告',
    '2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：',
    ...headings.flatMap((heading) => [heading, text]),
  ]);
const kindsOf = (read: ReturnType<typeof readLines>) => read.report.parts.map(({ kind }) => kind);
const codesOf = (read: ReturnType<typeof readLines>) => read.notices.map(({ code }) => code);

describe('themes in place of the first part', () => {
  test('a theme that happens to use the achievements’ words stays a theme', () => {
    const read = withHeadings(
      '一、强化组织领导',
      '二、加强队伍建设，执法成效显著',
      '三、深化普法宣传',
      '四、存在的问题',
      '五、下一步打算',
    );
    expect(kindsOf(read)).toEqual(['achievements', 'shortcomings', 'plan']);
    expect(outlineOf(read)[0]?.sections).toEqual([
      '强化组织领导',
      '加强队伍建设，执法成效显著',
      '深化普法宣传',
    ]);
    expect(codesOf(read)).not.toContain('segment/label-out-of-order');
  });

  test('several themes with the achievements’ words, the first one too, stay themes', () => {
    const read = withHeadings(
      '一、加强法治宣传教育，普法工作成效显著',
      '二、提升行政执法水平',
      '三、健全工作机制，提升依法行政工作成效',
      '四、存在的不足',
    );
    expect(kindsOf(read)).toEqual(['achievements', 'shortcomings']);
    expect(outlineOf(read)[0]?.sections).toHaveLength(3);
  });

  test('a slogan that ends with 举措和成效 is the part’s heading', () => {
    const read = withHeadings(
      '一、压实责任，全面推进依法治镇的主要举措和成效',
      '二、特色亮点',
      '三、存在的不足',
    );
    expect(kindsOf(read)).toEqual(['achievements', 'other', 'shortcomings']);
  });

  test('behind the leaders’ part they begin the achievements', () => {
    const read = withHeadings(
      '一、压实第一责任人职责，强化组织领导',
      '二、规范行政决策',
      '三、严格行政执法',
      '四、存在的问题',
    );
    expect(kindsOf(read)).toEqual(['leadership', 'achievements', 'shortcomings']);
    expect(outlineOf(read)[1]?.sections).toEqual(['规范行政决策', '严格行政执法']);
    expect(codesOf(read)).toContain('segment/part-implied');
    expect(codesOf(read)).not.toContain('segment/label-out-of-order');
  });

  test('where no part is named at all, that is said once', () => {
    const read = withHeadings('一、提高站位', '二、夯实基础', '三、加强调解');
    expect(kindsOf(read)).toEqual(['achievements']);
    expect(codesOf(read)).toContain('segment/no-parts');
    expect(codesOf(read)).not.toContain('segment/part-by-meaning');
  });
});

describe('a heading of the parts’ level that names none', () => {
  test('between named parts is a part of its own, with a doubt', () => {
    const read = withHeadings(
      '一、主要举措和成效',
      '（一）学法用法',
      '二、党建引领法治',
      '三、存在的问题',
      '四、2026年打算',
    );
    expect(kindsOf(read)).toEqual(['achievements', 'other', 'shortcomings', 'plan']);
    expect(read.notices).toContainEqual(
      expect.objectContaining({ code: 'segment/part-by-meaning', text: '党建引领法治' }),
    );
  });

  test('that begins again at 一、 stands inside the part above it', () => {
    const read = withHeadings(
      '一、主要工作和成效',
      '一、强化领导',
      '二、规范决策',
      '三、严格执法',
      '二、存在的主要问题',
      '一、力量不足',
      '二、意识不强',
      '三、下一步工作计划',
    );
    expect(outlineOf(read).map(({ kind, sections }) => [kind, sections.length])).toEqual([
      ['achievements', 3],
      ['shortcomings', 2],
      ['plan', 0],
    ]);
  });
});

describe('other ways to number', () => {
  test('第一部分 with 一、 below it', () => {
    const read = withHeadings(
      '第一部分 主要举措和成效',
      '一、学法用法',
      '二、行政执法',
      '第二部分：存在的不足和原因',
      '第三部分 第一责任人履职情况',
      '第四部分 2026年工作安排',
    );
    expect(outlineOf(read).map(({ heading, sections }) => [heading, sections])).toEqual([
      ['主要举措和成效', ['学法用法', '行政执法']],
      ['存在的不足和原因', []],
      ['第一责任人履职情况', []],
      ['2026年工作安排', []],
    ]);
  });

  test('1. with 1.1 below it, while a sum is no number', () => {
    const read = withHeadings('1.主要举措和成效', '1.1学法用法', '1.2行政执法', '2.存在的不足');
    expect(outlineOf(read)[0]?.sections).toEqual(['学法用法', '行政执法']);
    const sum = readLines(['1.5万元用于购置执法装备，其余用于普法宣传。']);
    expect(sum.report.preamble[0]).toMatchObject({
      text: '1.5万元用于购置执法装备，其余用于普法宣传。',
    });
  });

  test('a section that lost its number between two others is a section', () => {
    const read = withHeadings(
      '一、主要举措和成效',
      '（一）学法用法',
      '规范行政决策',
      '（三）行政执法',
    );
    expect(outlineOf(read)[0]?.sections).toEqual(['学法用法', '规范行政决策', '行政执法']);
    expect(codesOf(read)).not.toContain('segment/label-out-of-order');
  });

  test('a first part that lost its number and closes with a full stop', () => {
    const read = withHeadings('主要举措和成效。', '（一）学法用法。', '二、存在的不足。');
    expect(outlineOf(read)).toEqual([
      { kind: 'achievements', heading: '主要举措和成效', sections: ['学法用法'] },
      { kind: 'shortcomings', heading: '存在的不足', sections: [] },
    ]);
  });

  test('an unnumbered part heading printed twice counts once', () => {
    const read = readLines([
      '青石镇2025年法治政府建设年度报告',
      '法治政府建设的主要举措和成效',
      '法治政府建设的主要举措和成效',
      text,
      '二、存在不足',
      text,
    ]);
    expect(kindsOf(read)).toEqual(['achievements', 'shortcomings']);
    expect(read.discarded).toEqual([{ line: 2, text: '法治政府建设的主要举措和成效' }]);
  });

  test('a part heading far below that says the same again is no repetition', () => {
    const read = withHeadings('一、主要举措和成效', '二、存在的不足', '三、存在的不足');
    expect(read.discarded).toEqual([]);
  });
});

describe('a heading and its text on one line', () => {
  test.each([
    ['a blank', `（一）学法用法  ${text}`, false],
    ['an ideographic blank', `（一）学法用法　${text}`, false],
    ['a colon', `（一）学法用法：${text}`, true],
    ['a full stop', `（一）学法用法。${text}`, true],
    ['一是', `（一）学法用法一是${text}`, false],
  ])('parted by %s', (_, line, runIn) => {
    const read = readLines(['青石镇2025年法治政府建设年度报告', '一、主要举措和成效', line]);
    expect(read.report.parts[0]?.sections[0]).toMatchObject({ heading: '学法用法', runIn });
  });

  test('a part’s too, with 一是 in its text', () => {
    const read = readLines([
      '青石镇2025年法治政府建设年度报告',
      `一、主要举措和成效 ${text}`,
      `二、存在的不足和原因 一是力量不足。二是${text}`,
    ]);
    expect(outlineOf(read).map(({ heading }) => heading)).toEqual([
      '主要举措和成效',
      '存在的不足和原因',
    ]);
  });

  test('several numbered items on one line are text', () => {
    const read = withHeadings(
      '一、存在的不足',
      '1.力量不足。2.意识不强。',
      '（一）学习。（二）执法。',
    );
    expect(outlineOf(read)[0]?.sections).toEqual([]);
  });

  test('figures in quotes make no sentence of a heading', () => {
    const read = withHeadings('一、主要举措和成效', '1.打造“15分钟”法律服务圈', '2.办好12345热线');
    expect(outlineOf(read)[0]?.sections).toEqual(['打造“15分钟”法律服务圈', '办好12345热线']);
  });

  test('a numbered heading with its full stop may stand before a short paragraph', () => {
    const short = '排查化解矛盾纠纷188件，调解成功率99%，未发生群体性事件和越级上访。';
    const read = readLines(['青石镇2025年法治报告', '一、主要举措和成效', '1、多元化解。', short]);
    expect(outlineOf(read)[0]?.sections).toEqual(['多元化解']);
  });

  test('a year behind a number is no part of it', () => {
    const read = withHeadings('一、主要举措和成效', '1.2025年普法', '2.2025年执法');
    expect(outlineOf(read)[0]?.sections).toEqual(['2025年普法', '2025年执法']);
  });

  test('a blank between number and mark', () => {
    const read = withHeadings('一 、主要举措和成效', '（ 一 ）学法用法', '二 、存在的不足');
    expect(outlineOf(read)).toEqual([
      { kind: 'achievements', heading: '主要举措和成效', sections: ['学法用法'] },
      { kind: 'shortcomings', heading: '存在的不足', sections: [] },
    ]);
  });

  test('unnumbered part headings with a colon', () => {
    const read = withHeadings('主要举措和成效：', '存在的不足：', '下一步打算：');
    expect(outlineOf(read).map(({ heading }) => heading)).toEqual([
      '主要举措和成效',
      '存在的不足',
      '下一步打算',
    ]);
  });

  test('a closing colon does not hide what a heading names', () => {
    expect(kindsOf(withHeadings('一、工作开展情况：', '二、存在的不足：'))).toEqual([
      'achievements',
      'shortcomings',
    ]);
  });
});

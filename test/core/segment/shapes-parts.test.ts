import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartKind } from '../../../core/model/index.ts';
import { readLines, shippedTemplate } from '../../support/read-text.ts';
import { digest, partsOf, testShapes, text, title, underHeadings } from './shape.ts';

const numerals = '一二三四五六';
const number = (headings: readonly string[]) =>
  headings.map((heading, index) => `${numerals[index]}、${heading}`);

describe('every order of the four parts', () => {
  const { parts } = shippedTemplate();
  const required = parts.filter((part) => part.required);
  const fill = (wording: string) => wording.replace('{year}', '2025').replace('{nextYear}', '2026');

  test('all 24 orders, in any wording of each part, with or without sections', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const choice = fc.array(fc.nat(60), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(orders, choice, fc.boolean(), (order, picks, hasSections) => {
        const chosen = order.map((at, place) => {
          const part = required[at];
          const wordings = part ? [part.heading, ...part.variants] : [];
          const wording = wordings[(picks[place] ?? 0) % wordings.length] ?? '';
          return { kind: part?.kind, heading: fill(wording) };
        });
        const sections = hasSections ? ['（一）强化组织保障', '（二）提升执法水平'] : [];
        const lines = chosen.flatMap(({ heading }, at) => [
          `${numerals[at]}、${heading}`,
          ...(hasSections ? sections.flatMap((section) => [section, text]) : [text]),
        ]);
        const read = readLines([title, ...lines]);
        expect(partsOf(read)).toEqual(chosen.map(({ kind, heading }) => `${kind} ${heading}`));
        expect(read.notices).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('each of the 24 orders', () => {
    const kinds = required.map(({ kind }) => kind);
    const permute = (left: readonly PartKind[]): readonly (readonly PartKind[])[] =>
      left.length === 0
        ? [[]]
        : left.flatMap((kind) =>
            permute(left.filter((other) => other !== kind)).map((rest) => [kind, ...rest]),
          );
    const orders = permute(kinds);
    expect(orders).toHaveLength(24);
    for (const order of orders) {
      const headings = order.map((kind) =>
        fill(required.find((part) => part.kind === kind)?.heading ?? ''),
      );
      const read = readLines(underHeadings(...number(headings)));
      expect(read.report.parts.map(({ kind }) => kind)).toEqual(order);
    }
  });
});

/** Wordings from public reports and their like, with the part each one names. */
const wordings: Readonly<Record<Exclude<PartKind, 'other'>, readonly string[]>> = {
  achievements: [
    '2025年度推进法治政府建设的主要举措和成效',
    '推进法治政府建设的主要举措和成效',
    '法治政府建设的主要举措和成效',
    '主要举措和成效',
    '主要举措及成效',
    '主要工作举措及成效',
    '工作举措和成效',
    '2025年推进法治政府建设的工作举措和成效',
    '主要举措和突出成效',
    '主要措施和成效',
    '法治政府建设主要措施',
    '法治政府建设主要情况',
    '法治政府建设情况',
    '推进法治政府建设情况',
    '法治政府建设总体情况',
    '法治政府建设基本情况',
    '法治建设工作情况',
    '工作开展情况',
    '主要做法和成效',
    '工作总结',
    '主要工作及成效',
    '取得的成效',
    '2025年法治政府建设工作回顾',
    '基本做法',
  ],
  shortcomings: [
    '存在的不足和原因',
    '法治政府建设存在的不足和原因',
    '存在的主要问题',
    '存在不足',
    '存在的不足',
    '存在的不足及原因',
    '法治政府建设工作存在的问题及原因',
    '存在的问题和不足',
    '存在的短板和弱项',
    '面临的困难和问题',
    '主要问题及原因分析',
    '问题与不足',
    '差距和不足',
    '薄弱环节',
  ],
  leadership: [
    '上一年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况',
    '党政主要负责人履行推进法治建设第一责任人职责情况',
    '主要负责人履行法治政府建设第一责任人职责情况',
    '主要负责人推进法治政府建设第一责任人职责情况',
    '推进法治政府建设第一责任人履职情况',
    '镇政府主要负责同志履行法治建设职责情况',
    '第一责任人履职情况',
    '主要领导履职情况',
    '履职情况',
    '2025年履职尽责情况',
    '强化学习教育，党政主要负责人履行推进法治建设第一责任人职责',
    '党政主要负责人履行推进法治建设第一责任人职责的主要举措和成效',
    '第一责任人职责落实的主要举措和成效',
  ],
  plan: [
    '2026年度工作计划',
    '2026年工作安排',
    '2026年法治政府建设工作思路',
    '下一步工作措施',
    '下一步工作',
    '法治政府建设2026年主要安排',
    '下一年度推进法治政府建设的主要安排',
    '下一步工作打算',
    '下步打算',
    '下一步工作重点',
    '2026年重点工作',
    '2026年法治政府建设',
    '二〇二六年法治政府建设',
    '2026 年法治政府建设',
    '下一年度工作安排',
    '努力方向',
    '今后打算',
    '工作谋划',
    '2026年工作谋划',
    '下一步工作展望',
    '整改措施',
  ],
};

describe('every wording of a part’s heading', () => {
  const rows = Object.entries(wordings).flatMap(([kind, headings]) =>
    headings.map((heading) => [heading, kind] as const),
  );
  test.each(rows)('“%s” is the %s', (heading, kind) => {
    const others = Object.entries(wordings)
      .filter(([other]) => other !== kind)
      .map(([, [first = '']]) => first);
    const read = readLines(underHeadings(...number([...others, heading])));
    expect(partsOf(read).at(-1)).toBe(`${kind} ${heading}`);
    expect(read.notices).toEqual([]);
  });
});

describe('parts that are not plainly there', () => {
  testShapes([
    [
      'a slogan that names no part is the achievements, with a doubt',
      underHeadings('一、统筹推进，扎实开创新局面', '二、存在的不足', '三、下一步打算'),
      {
        body: [
          'achievements 统筹推进，扎实开创新局面',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'plan 下一步打算',
          '¶',
        ],
        doubts: ['part-by-meaning'],
      },
    ],
    [
      'themes at level 1 and nothing else become sections of the achievements',
      underHeadings('一、加强党的领导', '二、规范行政执法', '三、深化普法宣传'),
      {
        body: [
          'achievements 2025年度推进法治政府建设的主要举措和成效',
          '· 加强党的领导',
          '¶',
          '· 规范行政执法',
          '¶',
          '· 深化普法宣传',
          '¶',
        ],
        doubts: ['part-implied', 'no-parts'],
      },
    ],
    [
      'themes at level 1 with shortcomings and plan after them',
      underHeadings('一、加强党的领导', '二、规范行政执法', '三、存在问题', '四、下步打算'),
      {
        body: [
          'achievements 2025年度推进法治政府建设的主要举措和成效',
          '· 加强党的领导',
          '¶',
          '· 规范行政执法',
          '¶',
          'shortcomings 存在问题',
          '¶',
          'plan 下步打算',
          '¶',
        ],
        doubts: ['part-implied'],
      },
    ],
    [
      'themes whose sections are named as parts are named',
      underHeadings(
        '一、加强学习',
        '（一）主要举措',
        '（二）下一步工作',
        '二、规范执法',
        '（一）主要举措',
        '（二）下一步工作',
      ),
      {
        body: [
          'achievements 2025年度推进法治政府建设的主要举措和成效',
          '· 加强学习',
          '¶',
          '3 主要举措',
          '¶',
          '3 下一步工作',
          '¶',
          '· 规范执法',
          '¶',
          '3 主要举措',
          '¶',
          '3 下一步工作',
          '¶',
        ],
        doubts: ['part-implied', 'no-parts'],
      },
    ],
    [
      'the leaders’ part inside part one stays its section',
      underHeadings(
        '一、主要举措和成效',
        '（一）加强党的领导',
        '（二）党政主要负责人履行推进法治建设第一责任人职责情况',
        '（三）规范行政执法',
        '二、存在的不足',
      ),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          '· 加强党的领导',
          '¶',
          '· 党政主要负责人履行推进法治建设第一责任人职责情况',
          '¶',
          '· 规范行政执法',
          '¶',
          'shortcomings 存在的不足',
          '¶',
        ],
      },
    ],
    [
      'one heading for shortcomings and plan is the first, with a doubt',
      underHeadings('一、主要举措和成效', '二、第一责任人履职情况', '三、问题及下一步打算'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'leadership 第一责任人履职情况',
          '¶',
          'shortcomings 问题及下一步打算',
          '¶',
        ],
        doubts: ['part-merged'],
      },
    ],
    [
      'one heading for achievements and shortcomings is the first, with a doubt',
      underHeadings('一、工作开展情况及存在的问题', '二、下一步打算'),
      {
        body: ['achievements 工作开展情况及存在的问题', '¶', 'plan 下一步打算', '¶'],
        doubts: ['part-merged'],
      },
    ],
    [
      'a part that comes twice is two parts, with a doubt',
      underHeadings('一、主要举措和成效', '二、存在的不足', '三、存在的不足'),
      {
        body: [
          'achievements 主要举措和成效',
          '¶',
          'shortcomings 存在的不足',
          '¶',
          'shortcomings 存在的不足',
          '¶',
        ],
        doubts: ['part-repeated'],
      },
    ],
    [
      'a half-year report',
      [
        '青石镇2025年上半年法治政府建设工作报告',
        '2025年上半年，青石镇依法行政，现将有关情况报告如下：',
        '一、上半年工作开展情况',
        text,
        '二、法治政府建设工作存在的问题及原因',
        text,
        '三、下半年工作打算',
        text,
      ],
      {
        title: '青石镇2025年上半年法治政府建设工作报告',
        year: 2025,
        body: [
          'achievements 上半年工作开展情况',
          '¶',
          'shortcomings 法治政府建设工作存在的问题及原因',
          '¶',
          'plan 下半年工作打算',
          '¶',
        ],
      },
    ],
    [
      'other things to report have a part of their own',
      underHeadings('一、主要举措和成效', '二、其他需要报告的情况'),
      { body: ['achievements 主要举措和成效', '¶', 'other 其他需要报告的情况', '¶'] },
    ],
  ]);
});

test('a heading with a colon and its text behind it', () => {
  const read = readLines([title, `一、主要举措和成效：${text}`, `二、存在的不足：${text}`]);
  expect(digest(read)).toEqual([
    'achievements 主要举措和成效',
    '¶',
    'shortcomings 存在的不足',
    '¶',
  ]);
});

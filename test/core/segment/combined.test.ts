import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartKind } from '../../../core/model/index.ts';
import { readLines } from '../../support/read-text.ts';
import { text } from './shape.ts';

const numerals = '一二三四五六七八九';
const han = (ordinal: number) => numerals[ordinal - 1] ?? '';
type Number = (ordinal: number) => string;

/** Part numbers, and the section numbers that may stand below them. */
const partStyles: Readonly<Record<string, Number>> = {
  '一、': (n) => `${han(n)}、`,
  '一 、': (n) => `${han(n)} 、`,
  '一．': (n) => `${han(n)}．`,
  第一部分: (n) => `第${han(n)}部分 `,
  '第一、': (n) => `第${han(n)}、`,
  第一章: (n) => `第${han(n)}章 `,
  'first lost': (n) => (n === 1 ? '' : `${han(n)}、`),
  'all lost': () => '',
};
const sectionStyles: Readonly<Record<string, Number>> = {
  '（一）': (n) => `（${han(n)}）`,
  '(一)': (n) => `(${han(n)})`,
  '(一）': (n) => `(${han(n)}） `,
  '一)': (n) => `${han(n)})`,
  '1.': (n) => `${n}.`,
  '1、': (n) => `${n}、`,
  '（1）': (n) => `（${n}）`,
  '①': (n) => '①②③④'[n - 1] ?? '',
};
const joints: Readonly<Record<string, (heading: string) => readonly string[]>> = {
  'on its own line': (heading) => [heading, text],
  'with 。 on its own line': (heading) => [`${heading}。`, text],
  'run in': (heading) => [`${heading}。${text}`],
  'with 一是 below': (heading) => [heading, `一是抓部署。${text}`, `二是抓落实。${text}`],
};
const headings: Readonly<Record<Exclude<PartKind, 'other'>, readonly string[]>> = {
  achievements: ['主要举措和成效', '2025年推进法治政府建设情况', '工作开展情况'],
  shortcomings: ['存在的不足和原因', '存在的主要问题', '短板弱项'],
  leadership: ['党政主要负责人履行推进法治建设第一责任人职责情况', '履职情况'],
  plan: ['2026年工作安排', '下一步工作打算', '工作谋划'],
};
const themes = [
  '加强党的领导',
  '优化政务服务，提升办事效率',
  '规范行政执法',
  '推进“一村一法律顾问”',
];
const fronts = [
  { title: '青石镇2025年法治政府建设年度报告', lines: ['青石镇2025年法治政府建设年度报告'] },
  {
    title: '关于2025年度法治政府建设\n情况的报告',
    lines: ['青石镇人民政府', '关于2025年度法治政府建设', '情况的报告', '县委、县政府：'],
  },
  {
    title: '青石镇2025年度法治政府建设工作报告',
    lines: [
      '索引号：1133/2026-1 发布机构：青石镇',
      '青石镇2025年度法治政府建设工作报告',
      '来源：青石镇  发布时间：2026-01-15 09:30  浏览次数：120  字体：[大 中 小]',
    ],
  },
  {
    title: '青石镇2025年法治政府建设年度报告',
    lines: ['关于报送年度报告的函', '县司法局：', '附件', '青石镇2025年法治政府建设年度报告'],
  },
] as const;
const tails = [
  { lines: ['青石镇人民政府', '2026年1月10日'], date: '2026-01-10' },
  { lines: ['青石镇人民政府    二〇二六年一月十日'], date: '2026-01-10' },
  {
    lines: ['附件：1.清单', '青石镇人民政府（盖章）', '2026.1.10', '打印 关闭'],
    date: '2026-01-10',
  },
  { lines: [], date: null },
] as const;

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const kinds = ['achievements', 'shortcomings', 'leadership', 'plan'] as const;
const plan = fc.record({
  order: fc.shuffledSubarray([...kinds], { minLength: 2 }),
  picks: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  partStyle: pick(Object.keys(partStyles)),
  sectionStyle: pick(Object.keys(sectionStyles)),
  joint: pick(Object.keys(joints)),
  counts: fc.array(pick([0, 2, 3, 4]), { minLength: 4, maxLength: 4 }),
  front: pick(fronts),
  tail: pick(tails),
  opening: pick([[], ['2025年，青石镇扎实推进法治政府建设，现将有关情况报告如下：']]),
});

test('any shape of front, parts, sections, text and closing with any other reads right', () => {
  fc.assert(
    fc.property(plan, (shape) => {
      const parts = shape.order.map((kind, at) => {
        const wordings = headings[kind];
        const heading = wordings[(shape.picks[at] ?? 0) % wordings.length] ?? '';
        return { kind, heading, sections: themes.slice(0, shape.counts[at] ?? 0) };
      });
      const join = joints[shape.joint] ?? (() => []);
      const body = parts.flatMap(({ heading, sections }, at) => [
        `${partStyles[shape.partStyle]?.(at + 1)}${heading}`,
        ...(sections.length === 0 ? [text] : []),
        ...sections.flatMap((theme, index) =>
          join(`${sectionStyles[shape.sectionStyle]?.(index + 1)}${theme}`),
        ),
      ]);
      const read = readLines([
        ...shape.front.lines,
        ...shape.opening,
        ...body,
        ...shape.tail.lines,
      ]);
      expect(
        read.report.parts.map(({ kind, heading, sections }) => ({
          kind,
          heading,
          sections: sections.map((section) => section.heading),
        })),
      ).toEqual(parts);
      expect(read.report.title).toBe(shape.front.title);
      expect(read.report.closing.signedDate).toBe(shape.tail.date);
      expect(read.report.closing.signature).toEqual(shape.tail.date ? ['青石镇人民政府'] : []);
    }),
    { numRuns: 400 },
  );
});

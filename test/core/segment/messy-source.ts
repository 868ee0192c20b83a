import fc from 'fast-check';
import { hanText } from '../../support/report-arbitraries.ts';

const numerals = '一二三四五六七八九';
type Number = (ordinal: number) => string;
const han: Number = (ordinal) => numerals[ordinal - 1] ?? '';
const partNumbers: readonly Number[] = [
  (n) => `${han(n)}、`,
  (n) => `${han(n)} 、`,
  (n) => `第${han(n)}部分 `,
  (n) => `第${han(n)}，`,
  (n) => `${n}.`,
  (n) => (n === 1 ? '' : `${han(n)}、`),
  () => '',
];
const sectionNumbers: readonly Number[] = [
  (n) => `（${han(n)}）`,
  (n) => `(${han(n)})`,
  (n) => `(${han(n)}） `,
  (n) => `${han(n)})`,
  (n) => `（${n}）`,
  (n) => `${n}、`,
  (n) => `${han(n)}、`,
  (n) => (n % 2 === 0 ? '' : `（${han(n)}）`),
];
const partHeadings = [
  '主要举措和成效',
  '存在的不足和原因',
  '第一责任人履职情况',
  '2026年工作安排',
  '存在的问题及下一步打算',
  '统筹推进开新局',
  '特色工作',
];
const leavings = [
  '来源：青石镇',
  '发布时间：2026-01-15 浏览次数：88',
  '字体：【大】【中】【小】',
  '您当前所在位置：首页>政务公开',
  '打印 关闭窗口',
  '— 3 —',
  '政务公开',
  '责任编辑：某某',
  '　　',
  '',
];
const fronts = [
  [],
  ['青石镇2025年法治政府建设年度报告'],
  ['青石镇人民政府', '关于2025年法治政府建设', '情况的报告'],
  ['中共青石镇委员会', '青石镇人民政府', '关于2025年法治政府建设情况的报告', '县委、县政府：'],
  ['青石镇2025年法治政府建设年度报告', '青石镇2025年法治政府建设年度报告', '引 言'],
  ['关于报送年度报告的函', '县司法局：', '附件', '青石镇2025年法治政府建设年度报告'],
  ['青石镇人民政府文件', '青政发〔2026〕3号', '青石镇2025年度法治政府建设工作报告'],
];
const tails = [
  [],
  ['青石镇人民政府', '2026年1月10日'],
  ['中共青石镇委员会 青石镇人民政府   二〇二六年一月十日'],
  ['附件：1.执法清单', '2.普法清单', '青石镇人民政府（盖章）', '2026年1月10日', '（此件公开发布）'],
  ['青石镇人民政府', '2026年1月10日', '附件', '执法统计表', '共办理案件'],
  ['青石镇人民政府', '2026年1月'],
];

const sentence = fc
  .tuple(fc.constantFrom('', '一是', '今年', '其中，', '第一，', '2025年'), hanText(12, 90))
  .map((pair) => `${pair.join('')}。`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const section = fc.record({
  heading: hanText(3, 16),
  joint: fc.constantFrom('', '', '。', '：', ' ', '一是'),
  text: paragraph,
  more: fc.array(paragraph, { maxLength: 2 }),
});
const part = fc.record({
  heading: fc.constantFrom(...partHeadings),
  stop: fc.constantFrom('', '', '。', '：'),
  text: fc.array(paragraph, { maxLength: 2 }),
  sections: fc.array(section, { maxLength: 4 }),
  number: fc.constantFrom(...sectionNumbers),
});

/** Lines of a report as real files have them: mixed numbers, page leavings, letters, signatures. */
export const messyLines: fc.Arbitrary<readonly string[]> = fc
  .record({
    front: fc.constantFrom(...fronts),
    tail: fc.constantFrom(...tails),
    opening: fc.array(paragraph, { maxLength: 2 }),
    parts: fc.array(part, { minLength: 1, maxLength: 5 }),
    number: fc.constantFrom(...partNumbers),
    junk: fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...leavings)), { maxLength: 5 }),
  })
  .map(({ front, tail, opening, parts, number, junk }) => {
    const body = parts.flatMap((own, at) => [
      `${number(at + 1)}${own.heading}${own.stop}`,
      ...own.text,
      ...own.sections.flatMap(({ heading, joint, text, more }, index) => {
        const label = own.number(index + 1);
        const first =
          joint === '' ? [`${label}${heading}`, text] : [`${label}${heading}${joint}${text}`];
        return [...first, ...more];
      }),
    ]);
    const lines = [...front, ...opening, ...body, ...tail];
    return junk.reduce<readonly string[]>(
      (all, [at, words]) => all.toSpliced(at % (all.length + 1), 0, words),
      lines,
    );
  });

/** What may have become of lines on their way: nothing, a column's breaks, or no breaks at all. */
export const messySource: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    messyLines,
    fc.constantFrom('lines', 'lines', 'column', 'blanks', 'tight'),
    fc.integer({ min: 22, max: 44 }),
  )
  .map(([lines, fate, width]) => {
    if (fate === 'blanks') return [lines.join(' ')];
    if (fate === 'tight') return [lines.join('')];
    if (fate === 'lines') return lines;
    return lines.flatMap((line) => {
      const count = Math.max(1, Math.ceil(line.length / width));
      return Array.from({ length: count }, (_, n) => line.slice(n * width, (n + 1) * width));
    });
  });

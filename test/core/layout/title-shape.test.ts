import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCells, layoutTitle } from '../../../core/layout/index.ts';

const RUNS = Number(process.env['TITLE_RUNS'] ?? 300);
const unit = '云岭县青石镇人民政府';

/** What titles are made of, each a word, a number with its unit, a name or a document. */
const pieces = [
  unit,
  '青石镇',
  '关于',
  '2025年度',
  '2025年',
  '二〇二六年度',
  '2021—2025年',
  '上半年',
  '第一责任人',
  '推进',
  '法治政府建设',
  '落实',
  '贯彻',
  '《法治政府建设实施纲要》',
  '工作',
  '情况',
  '总结',
  '安排',
  '和',
  '与',
  '的',
  '3项',
  '重点任务',
] as const;
const pieceOf = fc.constantFrom(...pieces);
const titleOf = (least: number, most: number) =>
  fc
    .tuple(
      fc.array(pieceOf, { minLength: least, maxLength: most }),
      fc.constantFrom('报告', '的报告', '情况报告', '情况的报告', '年度报告'),
    )
    .map(([words, end]) => words.join('') + end);

/** Words that are no line of their own, unless they are many. */
const aloneAtEnd = /^(?:的|工作|情况|年度)*报告$/u;

/** Where lines end, counted in the letters of the title. */
function listEnds(lines: readonly string[]): readonly number[] {
  let end = 0;
  return lines.slice(0, -1).map((line) => {
    end += line.length;
    return end;
  });
}

/** Whether a break lies within a number and its 年, or within a year in Chinese. */
function tearsNumber(title: string, ends: readonly number[]): boolean {
  const numbers = title.matchAll(
    /\d+(?:—\d+)?(?:年度|年|项)?|[二一][〇一二三四五六七八九]{3}年度?/gu,
  );
  return [...numbers].some(({ index, 0: found }) =>
    ends.some((end) => end > index && end < index + found.length),
  );
}

test('no title ends in 报告 alone or a lone letter, tears a number or begins a line with 的', () => {
  fc.assert(
    fc.property(titleOf(1, 14), fc.constantFrom([], [unit]), (title, issuers) => {
      const lines = layoutTitle(title, issuers);
      const own = lines.join('').startsWith(title) ? lines : lines.slice(1);
      expect(own.join('')).toBe(title);
      for (const line of lines) expect(countCells(line)).toBeLessThanOrEqual(20);
      if (own.length < 2) return;
      const last = own.at(-1) ?? '';
      expect(aloneAtEnd.test(last) && countCells(last) <= 7).toBe(false);
      for (const line of own) expect([...line].length).toBeGreaterThan(1);
      expect(tearsNumber(title, listEnds(own))).toBe(false);
      for (const line of own.slice(1)) expect(line).not.toMatch(/^(?:的|度|[》〉）、，。])/u);
    }),
    { numRuns: RUNS },
  );
});

test('a year is never parted from its 年度, wherever it stands', () => {
  for (let length = 0; length <= 40; length += 1) {
    const title = `${'推进法治政府建设'.repeat(5).slice(0, length)}2025年度法治政府建设工作情况的报告`;
    const lines = layoutTitle(title, []);
    expect(lines.join('')).toBe(title);
    expect(lines.some((line) => line.includes('2025年度'))).toBe(true);
  }
});

test('a unit and a document that fit on a line are not torn', () => {
  for (const title of [
    `${unit}关于2025年度法治政府建设情况的报告`,
    `关于报送${unit}2025年度推进法治政府建设工作情况的报告`,
    '青石镇关于学习贯彻《法治政府建设实施纲要》2025年度工作情况的报告',
  ]) {
    const lines = layoutTitle(title, [unit]);
    for (const whole of [unit, '《法治政府建设实施纲要》', '2025年度']) {
      if (!title.includes(whole)) continue;
      expect(lines.some((line) => line.includes(whole))).toBe(true);
    }
  }
});

test('no line is narrower than both its neighbours in titles as offices write them', () => {
  for (const title of [
    '关于2025年度推进法治政府建设重点任务的落实情况和2026年工作安排的报告',
    '云岭县青石镇关于深入学习贯彻习近平法治思想扎实推进2025年度法治政府建设各项重点工作情况的报告',
    '中共云岭县枫林街道工作委员会 云岭县枫林街道办事处关于2025年度推进法治政府建设工作情况的报告',
  ]) {
    const widths = layoutTitle(title, []).map(countCells);
    const waists = widths.filter(
      (width, at) => width < (widths[at - 1] ?? 0) && width < (widths[at + 1] ?? 0),
    );
    expect(waists).toEqual([]);
  }
});

test('a bracket behind 报告 does not make it a line', () => {
  const lines = layoutTitle('青石镇2025年度法治政府建设情况的报告（送审稿）', []);
  expect(lines).toEqual(['青石镇2025年度', '法治政府建设情况的报告（送审稿）']);
});

test('a line break of the writer holds where both lines fit', () => {
  const title = '青石镇人民政府关于2025年度\n推进法治政府建设情况的报告';
  expect(layoutTitle(title, [])).toEqual(title.split('\n'));
});

test('a line of the writer that does not fit is broken, and the others hold', () => {
  const long = '关于2025年度推进法治政府建设重点任务落实情况的报告';
  const lines = layoutTitle(`${unit}\n${long}`, []);
  expect(lines[0]).toBe(unit);
  expect(lines.slice(1).join('')).toBe(long);
  expect(lines.length).toBe(3);
});

test('narrower paper makes more lines, and none too wide', () => {
  const title = '青石镇关于2025年度推进法治政府建设重点任务落实情况的报告';
  const narrow = layoutTitle(title, [], 6600 as Parameters<typeof layoutTitle>[2]);
  expect(narrow.join('')).toBe(title);
  for (const line of narrow) expect(countCells(line)).toBeLessThanOrEqual(15);
});

test('any text is broken in no time, losing nothing', () => {
  const hostile = [
    '的'.repeat(300),
    'a'.repeat(300),
    '报',
    '2'.repeat(120),
    '《'.repeat(90),
    '𠮷'.repeat(60),
  ];
  for (const title of hostile) {
    const lines = layoutTitle(title, [unit]).slice(title === '报' ? 0 : 1);
    expect(lines.join('')).toContain(title);
    for (const line of lines) expect(countCells(line)).toBeLessThanOrEqual(20);
  }
});

const phrases = ['法治政府建设', '年度报告', '情况报告'] as const;

test('no line ends within 法治政府建设, 年度报告 or 情况报告 where another break is left', () => {
  fc.assert(
    fc.property(titleOf(2, 12), fc.constantFrom([], [unit]), (title, issuers) => {
      const lines = layoutTitle(title, issuers);
      const own = lines.join('').startsWith(title) ? lines : lines.slice(1);
      const ends = listEnds(own);
      const torn = phrases.filter((phrase) =>
        [...title.matchAll(new RegExp(phrase, 'gu'))].some(({ index }) =>
          ends.some((end) => end > index && end < index + phrase.length),
        ),
      );
      expect(torn).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('a name wider than the line is broken between its places or before its organ, and 关于 begins a line', () => {
  const own = '青石白族傈僳族乡人民政府';
  const wide = `云岭彝族苗族自治县${own}`;
  for (const issuers of [[wide], [own], []]) {
    expect(layoutTitle(`${wide}关于2026年度法治政府建设工作情况的报告`, issuers)).toEqual([
      '云岭彝族苗族自治县',
      own,
      '关于2026年度法治政府建设工作情况的报告',
    ]);
  }
  const township = '澜沧江源彝族苗族哈尼族拉祜族布朗族佤族白族乡';
  expect(
    layoutTitle(`${township}人民政府关于2026年度法治政府建设工作情况的报告`, [
      `${township}人民政府`,
    ]).at(-1),
  ).toBe('关于2026年度法治政府建设工作情况的报告');
});

test('joint issuers that a title names stand one on a line, or all of them on one', () => {
  const matter = '关于2025年度法治政府建设情况的报告';
  const long = ['青石镇人民政府', '枫林街道办事处', '白沙镇人民政府'];
  expect(layoutTitle(`${long.join(' ')}${matter}`, long)).toEqual([...long, matter]);
  expect(layoutTitle(`${long.join('')}${matter}`, long)).toEqual([...long, matter]);
  const short = ['青石镇政府', '枫林镇政府', '白沙镇政府'];
  expect(layoutTitle(`${short.join(' ')}${matter}`, short)).toEqual([short.join(' '), matter]);
  const [first = '', second = ''] = long;
  expect(layoutTitle(`${first}、${second}${matter}`, [first, second])).toEqual([
    `${first}、${second}`,
    matter,
  ]);
  // a title may name them by their places alone
  expect(
    layoutTitle('青石镇 枫林街道 白沙镇 石桥镇 柳溪镇关于2025年度法治政府建设情况的报告', [
      '青石镇人民政府',
      '枫林街道办事处',
      '白沙镇人民政府',
      '石桥镇人民政府',
      '柳溪镇人民政府',
    ]),
  ).toEqual(['青石镇 枫林街道 白沙镇 石桥镇 柳溪镇', matter]);
});

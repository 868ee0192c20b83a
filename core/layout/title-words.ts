import { countCells } from './width.ts';

/** A break that tears a word, a number or a mark from its own: only where a line fits no other way. */
export const TORN = 1_000_000;
/** A break within a name or a title in 《》. */
const NAME = 20_000;
/** A break within a phrase that every such title has: a fault of shape is the lesser one, and within a name too. */
const PHRASE = 30_000;
/** A break between two letters that the dictionary knows no word of: a name, as a rule. */
const UNKNOWN = 10_000;

/** Spans that belong together, and what a break within one costs. */
const spans: readonly (readonly [RegExp, number])[] = [
  // 2025年度, 2021—2025年, 12.5%
  [
    /\d[\d.,]*(?:\s*[—–－~～-]+\s*\d[\d.,]*)*\s*(?:年度|年|个月|月份?|日|号|届|次|个|项|件|条|期|章|[%％‰])?/gu,
    TORN,
  ],
  [/[二一][〇○零Ｏ一二三四五六七八九]{3}年度?/gu, TORN],
  [/第[〇零一二三四五六七八九十百千\d]+(?:届|次|个|批|季度|期|号|轮|责任人)?/gu, TORN],
  [/[A-Za-z][\w.-]*/gu, TORN],
  [/(?:上|下|本|全|半|每|前|近)[一二三两]?(?:年度|半年|年)/gu, TORN],
  [/《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|“[^“”]{1,12}”/gu, NAME],
  [/法治政府建设?|法治建设/gu, PHRASE],
  [/(?:情况|工作|年度|专项|自查)的?(?:报告|总结|汇报)/gu, PHRASE],
  [/依法行政|行政执法|(?:党政)?主要负责人|重点(?:任务|工作)/gu, 45],
];

/** A line begins with none of these, and ends with none of those. */
const noStart = /^[，。、；：？！…—》〉）〕】”’%％‰·,.;:!?)\]的之们]|^等(?![级次候])|^了(?!解)/u;
const noEnd = /[《〈（〔【“‘([第]$/u;
/** Words that a line rather begins with than ends with. */
const joining = /^(?:和|与|及|以及|暨|并)/u;
const joined = /(?:和|与|及|以及|暨|并|对|在|为|向|将|把|从|以)$/u;
/** What a unit's name goes on with. */
const organ = /^(?:人民政府|办事处|委员会|党工委|工作委员会|管理委员会)/u;
/** Words after which a title is commonly broken. */
const goodEnd = /(?:人民政府|办事处|委员会|党委|党工委|关于)$/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

type Prices = number[];

/** Adds `price` to what is cheaper: within a name too, a break between two words is the better one. */
function raise(prices: Prices, from: number, to: number, price: number): void {
  for (let at = from; at < to; at += 1) {
    const old = prices[at] ?? 0;
    if (old < price) prices[at] = price + Math.max(0, old);
  }
}

/** Prices of breaks between words by the dictionary; between other letters the price of a torn word. */
function priceWords(text: string): Prices {
  const prices: Prices = Array<number>(text.length + 1).fill(TORN);
  const isLoose = (word: string) =>
    word.length === 1 && /\p{Script=Han}/u.test(word) && !joining.test(word) && !joined.test(word);
  let before = '';
  for (const { index, segment } of segmenter.segment(text)) {
    const unknown = isLoose(before) && isLoose(segment);
    const half = isLoose(before) || isLoose(segment);
    const tight = before.endsWith('的') ? 0 : 25;
    prices[index] = unknown ? UNKNOWN : half ? tight : 0;
    before = segment;
  }
  return prices;
}

function raiseSpans(prices: Prices, text: string): void {
  for (const [pattern, price] of spans) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      raise(prices, index + 1, index + found.length, price);
    }
  }
}

const place = /.+?(?:自治[县州旗]|街道|苏木|[省州盟市县区旗镇乡])(?=.{2})/uy;

/** The places that a name goes through, and its organ: each is one word of it. */
function partName(name: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < name.length) {
    place.lastIndex = at;
    const part = organ.test(name.slice(at)) ? name.slice(at) : (place.exec(name)?.[0] ?? '');
    parts.push(part === '' ? name.slice(at) : part);
    at += parts.at(-1)?.length ?? 1;
  }
  return parts;
}

/**
 * Units' names as words that fit on a line: a name that is wider is several words, and what is a part of
 * it is none.
 */
function listWords(names: readonly string[], cells: number): readonly string[] {
  const wide = names.filter((name) => countCells(name) > cells);
  const whole = names.filter((name) => !wide.some((other) => other.includes(name)));
  return [...whole, ...wide.flatMap(partName)].filter((name) => name.length > 1);
}

/** A unit's name is a word of its own, whatever the dictionary says of its letters. */
function priceNames(prices: Prices, text: string, names: readonly string[]): void {
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      raise(prices, at + 1, at + name.length, NAME);
      for (const edge of [at, at + name.length]) prices[edge] = Math.min(prices[edge] ?? 0, 0);
    }
  }
}

function priceMarks(prices: Prices, text: string): void {
  for (let at = 1; at < text.length; at += 1) {
    const [line, rest] = [text.slice(Math.max(0, at - 6), at), text.slice(at, at + 6)];
    const low = text.charCodeAt(at);
    if (low >= 0xdc00 && low <= 0xdfff) prices[at] = Number.POSITIVE_INFINITY;
    else if (noStart.test(rest) || noEnd.test(line)) raise(prices, at, at + 1, TORN);
    else if (organ.test(rest) && /\p{Script=Han}$/u.test(line)) raise(prices, at, at + 1, 60);
    else if (joined.test(line)) raise(prices, at, at + 1, 30);
    else if ((prices[at] ?? 0) === 0) prices[at] = priceGoodBreak(line, rest);
  }
}

function priceGoodBreak(line: string, rest: string): number {
  if (/\s$/u.test(line)) return -8;
  return (goodEnd.test(line) ? -4 : 0) + (joining.test(rest) ? -4 : 0);
}

/**
 * What it costs to break a title before each of its letters: nothing between two words, less than
 * nothing where the meaning parts (after a unit, after 关于, before 和), {@link TORN} within a word,
 * a number with its 年 or a mark and its own; infinite within a letter.
 * @param names units' names, which are one word each where they fit on a line of `cells`
 * @source GB/T 9704-2012 7.3.1 (词意完整)
 */
export function priceBreaks(
  text: string,
  names: readonly string[],
  cells: number,
): readonly number[] {
  const prices = priceWords(text);
  const known = [...new Set(listWords(names, cells))];
  priceNames(
    prices,
    text,
    [...known].sort((one, other) => other.length - one.length),
  );
  raiseSpans(prices, text);
  priceMarks(prices, text);
  for (const name of names) {
    const end = text.startsWith(name) ? name.length : -1;
    if (end > 0 && end < text.length && (prices[end] ?? 0) <= 0)
      prices[end] = -Math.min(12, 2 * end);
  }
  return prices;
}

const LONGEST_TAIL_CELLS = 7;
const tail =
  /^(?:的|和|与|及|工作|情况|有关|年度|进展|专项|自查|落实|推进|建设)*(?:报告|总结|汇报|情况|工作|方案)$/u;

/**
 * What it costs to have `line` as the last of several: a lone letter is as bad as a torn word, 报告
 * with nothing but 的, 情况 and the like before it nearly so, a bracket behind it or not.
 * @source GB/T 9704-2012 7.3.1
 */
export function priceLastLine(line: string): number {
  const words = line.trim().replace(/[（(][^（()）]*[）)]$/u, '');
  if (words === '') return 0;
  const bare = words.replaceAll(/[\s，。、；：？！》〉）〕”’]/gu, '');
  if ([...bare].length <= 1) return TORN;
  const cells = countCells(bare);
  if (cells <= LONGEST_TAIL_CELLS && tail.test(bare)) return TORN / 10;
  return cells < 3 ? TORN / 20 : 0;
}

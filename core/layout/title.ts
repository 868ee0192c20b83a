import { pageTwip, sizes } from './page.ts';
import { ptToTwip } from './units.ts';
import { countCells } from './width.ts';

const CELLS_PER_LINE = Math.floor(pageTwip.textWidth / ptToTwip(sizes.title));

/** Words after which a title is commonly broken. */
const goodEnds = /(?:人民政府|办事处|委员会|党委|党工委|关于|的|年度?)$/u;
/** A line neither begins with these nor ends with those. */
const badStart = /^(?:的|等|了|年|[》〉）、，。])/u;
const badEnd = /(?:[《〈（]|和|与|及|\d)$/u;

/** What a break between `line` and `rest` costs, in characters of raggedness. */
function priceBreak(line: string, rest: string, issuers: readonly string[]): number {
  if (badStart.test(rest) || badEnd.test(line)) return 20;
  if (issuers.some((issuer) => line.endsWith(issuer))) return -12;
  const joins = /^(?:和|与|及)/u.test(rest) ? -4 : 0;
  const open = line.lastIndexOf('《') > line.lastIndexOf('》');
  return (goodEnds.test(line) ? -3 : 0) + joins + (open ? 10 : 0);
}

/** Places at which a word ends, as far as a line can reach. */
function findWordEnds(text: string): readonly number[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const near = text.slice(0, 4 * CELLS_PER_LINE);
  return [...segmenter.segment(near)].map(({ index, segment }) => index + segment.length);
}

/** Breaks one over-long line in as few lines as it needs, as even as its words allow. */
function breakLine(text: string, issuers: readonly string[]): readonly string[] {
  const cells = countCells(text);
  if (cells <= CELLS_PER_LINE) return [text];
  const target = cells / Math.ceil(cells / CELLS_PER_LINE);
  const ends = issuers.flatMap((issuer) => {
    const at = text.indexOf(issuer);
    return issuer === '' || at < 0 ? [] : [at + issuer.length];
  });
  const best = [...findWordEnds(text), ...ends]
    .filter((end) => end < text.length)
    .map((end) => ({ line: text.slice(0, end), rest: text.slice(end) }))
    .filter(({ line }) => countCells(line) <= CELLS_PER_LINE)
    .map((cut) => ({
      ...cut,
      price: Math.abs(countCells(cut.line) - target) + priceBreak(cut.line, cut.rest, issuers),
    }))
    .reduce<{ line: string; rest: string; price: number } | null>(
      (least, cut) => (least === null || cut.price < least.price ? cut : least),
      null,
    );
  return best === null ? [text] : [best.line, ...breakLine(best.rest, issuers)];
}

/** What a title says before its year, its matter or 关于: a unit, or nothing. */
const openingUnit =
  /^([^\d〇○零]*?(?:[镇乡区县市州省旗场园局委院]|街道|苏木|政府|办事处|委员会|党工委|办公室|领导小组))(?=关于|\d|[二一][〇○零]|法治|法制|依法|上半年|下半年|推进|落实|贯彻|年度)/u;

/** A place without the organ that stands for it: 中共青石镇委员会 → 青石镇. */
function placeOf(issuer: string): string {
  return issuer
    .replace(/^(?:中共|中国共产党)/u, '')
    .replace(/(?:人民政府|办事处|工作委员会|管理委员会|委员会|党工委|党委|管委会)$/u, '');
}

/**
 * The issuers that stand on lines of their own above a title, in their order. None where the title
 * opens with a unit, be it under another name; elsewhere those that it names neither in full nor by
 * their place.
 */
export function listIssuersAbove(title: string, issuers: readonly string[]): readonly string[] {
  const joined = title.replace(/\s+/gu, '');
  if (openingUnit.test(joined)) return [];
  return issuers
    .map((issuer) => issuer.trim())
    .filter((issuer) => issuer !== '' && !joined.includes(issuer))
    .filter((issuer) => placeOf(issuer).length < 2 || !joined.includes(placeOf(issuer)));
}

/**
 * The lines of a report's title. A unit that the title does not name has a line of its own above
 * it; a title's own `\n` holds; a line of more than 20 characters is broken between words.
 * Empty when the report has no title.
 * @source GB/T 9704-2012 7.3.1 (broken by meaning, the lines of fitting length)
 */
export function layoutTitle(title: string, issuers: readonly string[]): readonly string[] {
  const lines = title.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
  if (lines.length === 0) return [];
  const named = issuers.map((issuer) => issuer.trim()).filter((issuer) => issuer !== '');
  const above = listIssuersAbove(lines.join(''), issuers);
  return [...above, ...lines].flatMap((line) => breakLine(line, named));
}

import { pageTwip, sizes } from './page.ts';
import { breakTitleLine } from './title-lines.ts';
import { ptToTwip, type Twip } from './units.ts';
import { countCells } from './width.ts';

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

/** Letters of 2号 on a line. */
function countTitleCells(textWidth: Twip): number {
  return Math.max(1, Math.floor(textWidth / ptToTwip(sizes.title)));
}

/** A unit's own name, without the county before it, and its place: each is one word of a title. */
function listNames(title: string, issuers: readonly string[]): readonly string[] {
  const opening = openingUnit.exec(title)?.[1] ?? '';
  const organs = issuers.flatMap((issuer) => [issuer, placeOf(issuer)]);
  return [...organs, opening].map((name) => name.trim()).filter((name) => name !== '');
}

/** What parts joint issuers in a title. */
const between = /^(?:[\s、，]*(?:和|与|及|暨)?\s*)/u;

/** The issuers that a line begins with, each with the mark behind it, and what follows them. */
function readJoint(line: string, issuers: readonly string[]): readonly [readonly string[], string] {
  const names = issuers
    .flatMap((issuer) => [issuer.trim(), placeOf(issuer.trim())])
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length);
  const units: string[] = [];
  let rest = line;
  for (;;) {
    const gap = units.length === 0 ? '' : (between.exec(rest)?.[0] ?? '');
    const name = names.find((one) => rest.startsWith(one, gap.length));
    if (name === undefined) return [units, rest.trimStart()];
    units.push(gap + name);
    rest = rest.slice(gap.length + name.length);
  }
}

/** A line that names joint issuers first as those on one line, or one on each, and what follows them. */
function partJoint(line: string, issuers: readonly string[], cells: number): readonly string[] {
  const [units, rest] = readJoint(line, issuers);
  if (units.length < 2 || rest === '' || countCells(line) <= cells) return [line];
  const together = units.join('');
  if (countCells(together) <= cells) return [together, rest];
  return [...units.map((unit) => unit.trim()), rest];
}

/** Breaks lines that belong under one another; each sees how wide the one above it is. */
function breakLines(
  lines: readonly string[],
  cells: number,
  names: readonly string[],
): readonly string[] {
  const done: string[] = [];
  for (const line of lines) {
    const last = done.at(-1);
    const above = last === undefined ? null : countCells(last);
    done.push(...breakTitleLine(line, { cells, names, above }));
  }
  return done;
}

/**
 * The lines of a report's title. A unit that the title does not name has a line of its own above
 * it, and joint issuers that it names stand one on a line or all on one; a title's own `\n` holds; a line that is too long for the page is broken by its meaning.
 * Empty when the report has no title.
 * @param textWidth width of the text block
 * @source GB/T 9704-2012 7.3.1 (broken by meaning, the lines of fitting length)
 */
export function layoutTitle(
  title: string,
  issuers: readonly string[],
  textWidth: Twip = pageTwip.textWidth,
): readonly string[] {
  const lines = title.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
  if (lines.length === 0) return [];
  const above = listIssuersAbove(lines.join(''), issuers);
  const names = listNames(lines.join(''), issuers);
  const cells = countTitleCells(textWidth);
  const parted = lines.flatMap((line) => partJoint(line, issuers, cells));
  return breakLines([...above, ...parted], cells, names);
}

import { formatChineseNumber, parseChineseNumber } from '../numbering/index.ts';
import type { Congress } from '../packs/index.ts';
import { findMatches } from '../patterns/index.ts';
import { laterPlenum } from '../roll-forward/meetings.ts';
import { buildToken, type Token } from './token.ts';

/** What the packs know of party congresses. */
export interface Congresses {
  /** In the order of their years. */
  readonly congresses: readonly Congress[];
  /** Matches a congress behind 党的, its ordinal in the first group. */
  readonly congressName: RegExp;
}

const why = '届次沿用上年，今年是不是这一次？';
const ordinals =
  /第[一二三四五六七八九十百零\d]{1,4}(?:届|次|期|批|轮|季度|场)(?:\p{Script=Han}{0,2}(?:会议|全会|大会))?|第[一二三四五六七八九十百零\d]{1,4}个(?=\p{Script=Han}{0,9}?(?:日|周|月|年))|第[一二三四五六七八九十百零\d]{1,4}名|(?<=[列排居名](?:[全在]\p{Script=Han}{1,4})?)第[一二三四五六七八九十百零\d]{1,4}位?|(?<=[列排居名](?:[全在]\p{Script=Han}{1,4})?)前[一二三四五六七八九十\d]{1,2}[名位]?(?=[，。；]|$)|第[一二三四五六七八九十百零\d]{1,4}[起例家](?!\p{Script=Han}*第)|连续(?:保持|实现)?第?[一二两三四五六七八九十\d]{1,3}个?年(?!度|级)|首(?:家|个|例|起|创|次(?!违法|轻微|被?处罚))(?=\p{Script=Han}|“)|第[一二三四五六七八九十]年(?!度|级|代|龄)|[一二三四五六七八九十百]{1,5}周年|党的[十二一三四五六七八九]{1,4}大期间|(?<![第换新上本每历各任一二三四五六七八九十])[一二三四五六七八九十]{1,3}届(?!\p{Script=Han}{0,3}中全会|历次)|(?<=\p{Script=Han})[一二三四五六七八九十]{1,2}次(?:会议|全会)/gu;
const plenums =
  /(?:党的)?([二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十)届(?:(?:[一二三四五六七八]中(?:全会)?\s?[、和及]\s?)*[一二三四五六七八]中全会|历次全会)/gu;
const sessions =
  /第?[一二三四五六七八九十]{1,3}届(?:[^，。；届]{0,12}?(?:人民代表大会|人大|政协|委员会))?(?:常务委员会|常委会)?第?[一二三四五六七八九十]{1,3}次(?:会议|全体会议|全会)/gu;
const counter = /[一二三四五六七八九十百零]{1,4}|\d{1,4}/u;

/** The same words one further: 第三次会议 → 第四次会议. */
function nextOf(words: string): readonly string[] {
  const digits = counter.exec(words)?.[0];
  if (digits === undefined || words.endsWith('季度')) return [];
  const isArabic = /^\d/u.test(digits);
  const value = isArabic ? Number(digits) : parseChineseNumber(digits);
  if (value === null || value < 1) return [];
  const next = isArabic ? String(value + 1) : formatChineseNumber(value + 1);
  return [words.replace(digits, next)];
}

/** The next session of the same term: 十二届三次全会 → 十二届四次全会. */
function nextSession(words: string): readonly string[] {
  const at = words.lastIndexOf('届') + 1;
  return nextOf(words.slice(at)).map((next) => words.slice(0, at) + next);
}

function scanPlenums(
  text: string,
  congresses: readonly Congress[],
  year: number,
): readonly Token[] {
  return findMatches(text, plenums).map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const name = match[0].replace(/^党的/u, '');
    const prefix = match[0].slice(0, match[0].length - name.length);
    const latest = laterPlenum(name, congresses, year);
    const proposals = latest === null ? [] : [`${prefix}${latest}`];
    // all that were held so far stays true until a new congress
    const silent = latest === null && name.endsWith('历次全会');
    return buildToken('ordinal', span, why, { proposals, silent });
  });
}

/** A congress that another one has followed by the report's year. */
function scanCongresses(
  text: string,
  { congresses, congressName }: Congresses,
  year: number,
): readonly Token[] {
  const inForce = congresses.findLast((one) => one.year <= year);
  return findMatches(text, congressName).flatMap((match) => {
    const ordinal = parseChineseNumber(match[1] ?? '') ?? 0;
    if (!inForce || ordinal >= inForce.ordinal) return [];
    const span = { start: match.index - '党的'.length, end: match.index + match[0].length };
    const instead = `党的${formatChineseNumber(inForce.ordinal)}大`;
    return [buildToken('ordinal', span, why, { proposals: [instead] })];
  });
}

/** Ordinals of meetings, terms and rounds. */
export function scanOrdinals(text: string, known: Congresses, year: number): readonly Token[] {
  if (!/[第届次大首连前周]/u.test(text)) return [];
  return [
    ...scanPlenums(text, known.congresses, year),
    ...scanCongresses(text, known, year),
    ...findMatches(text, sessions).map((match) =>
      buildToken('ordinal', { start: match.index, end: match.index + match[0].length }, why, {
        proposals: nextSession(match[0]),
      }),
    ),
    ...findMatches(text, ordinals).map((match) =>
      buildToken('ordinal', { start: match.index, end: match.index + match[0].length }, why, {
        proposals: nextOf(match[0]),
      }),
    ),
  ];
}

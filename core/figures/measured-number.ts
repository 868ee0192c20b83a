import { remember } from '../memory/index.ts';
import { findMatches } from '../patterns/index.ts';
import { parseChineseMeasure } from './chinese-measure.ts';

/** A number with its unit as it stands in a text. Offsets are UTF-16, end exclusive. */
export interface MeasuredNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  /** Written with 余, 多, 约 or the like. */
  readonly approximate: boolean;
}

/** Units of count and measure, longer ones first. Years, months, days and document numbers are none. */
const units =
  '个百分点|百分点|平方公里|平方米|人次|场次|件次|户次|家次|批次|车次|学时|课时|公里|万元|亿元|元|件|起|次|场|份|名|' +
  '人|条|项|个|户|家|处|本|册|篇|期|批|宗|例|支|辆|台|套|幅|张|块|面|座|间|所|部|位|亩|吨|米';
const unitPattern = `(?:${units}|[%％])`;
/** Words that make a number a norm, a bound or part of another word when they follow its unit. */
const notAfter =
  '(?!以上|以下|以内|以外|及以上|大代表|民|月|小时|工作日|季度|例|款|单|录|序|庭|间|门|所有|籍|坚持|维护|意识|亲自|公开|严禁|不得|确立|自信|及时|更加|三同步)';
// Lengths are bounded so that a damaged file full of digits costs no more than its length.
const arabic =
  '(?<![0-9０-９])(?:[0-9０-９]{1,3}(?:(?:,|[ \u00a0\u2009\u202f](?=[0-9]))[0-9０-９]{3}){1,4}(?![0-9０-９])|[0-9０-９]{1,12})(?:[.．][0-9０-９]{1,6})?';
const chinese =
  '(?<![一二两三四五六七八九十百千万亿])[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零]{0,14}';
const measured = new RegExp(
  `(?:(${arabic})\\s?(百万|千万|[百千万亿])?|(${chinese}))([余多])?([万亿](?!元))?\\s?(${unitPattern})${notAfter}`,
  'gu',
);
const factors = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['百万', 1_000_000],
  ['千万', 10_000_000],
  ['亿', 100_000_000],
]);

function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９．]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[,\s]/gu, '');
}

/** Binary fractions of 3.2 × 10000 are cut at six places. */
function multiply(value: number, factor: number): number {
  return Math.round(value * factor * 1e6) / 1e6;
}

const boundary = /^(?:[，。；、）,;)！\s]|$)/u;
const countedUnits = new Set('次场件起份名人期户家'.split('').concat('场次', '人次', '批次'));

/** Small Chinese numbers mostly belong to set words (三个公开, 一次办): only a plain count is taken. */
function isChineseCount(digits: string, value: number, unit: string, after: string): boolean {
  if (/[百千万亿]/u.test(digits)) return true;
  return value >= 2 && countedUnits.has(unit) && boundary.test(after);
}

const notBefore = /[第A-Za-z+.．“‘"/0-9０-９每]$/u;
const normBefore = /(?:不少于|至少|不低于|不超过|不得超过|不高于|最多|最少)$/u;
const rangeBefore = /[0-9０-９%％万千百余](?:[~～—–\-－]|至|到)$/u;
const rangeAfter = /^(?:[~～—–\-－]|至|到)[0-9０-９]/u;

/** True when its neighbours make the number an ordinal, a norm, half of a range or vague (数十件). */
function isNoMeasure(before: string, after: string, isChinese: boolean): boolean {
  if (notBefore.test(before) || normBefore.test(before) || rangeBefore.test(before)) return true;
  return rangeAfter.test(after) || (isChinese && /[数几上]$/u.test(before));
}

/** Value and unit of a match; 万元 and 亿元 stay units, other 万 and 亿 go into the value. */
function evaluate(match: RegExpExecArray): { value: number; unit: string } | null {
  const [, digits, factor, chineseDigits, , lateFactor, rawUnit = ''] = match;
  const unit = rawUnit === '％' ? '%' : rawUnit;
  let value =
    digits === undefined ? parseChineseMeasure(chineseDigits ?? '') : Number(toHalfWidth(digits));
  if (value === null || !Number.isFinite(value)) return null;
  value = multiply(value, factors.get(lateFactor ?? '') ?? 1);
  const ending = /[万亿]$/u.exec(chineseDigits ?? '')?.[0];
  if (unit === '元' && ending !== undefined) {
    return { value: value / (factors.get(ending) ?? 1), unit: `${ending}元` };
  }
  const scale = factor ?? '';
  if (unit === '元' && /[万亿]$/u.test(scale)) {
    return {
      value: multiply(value, factors.get(scale.slice(0, -1)) ?? 1),
      unit: `${scale.at(-1)}元`,
    };
  }
  return { value: multiply(value, factors.get(scale) ?? 1), unit };
}

function scan(text: string): readonly MeasuredNumber[] {
  const found: MeasuredNumber[] = [];
  for (const match of findMatches(text, measured)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 8), start);
    const after = text.slice(end, end + 2);
    const result = isNoMeasure(before, after, match[3] !== undefined) ? null : evaluate(match);
    if (!result) continue;
    const digits = match[3];
    if (digits !== undefined && match[4] === undefined) {
      if (!isChineseCount(digits, result.value, result.unit, after)) continue;
    }
    const approximate = match[4] !== undefined || /(?:约|近|逾|超|超过|大概)$/u.test(before);
    found.push({ start, end, ...result, approximate });
  }
  return found;
}

/**
 * Every number with a unit in `text`, in order. Left out: years and dates, document numbers,
 * ordinals (第3次), norms (不少于2次, 3名以上), ranges (3—5次, 三四次) and set words (四个亲自).
 * What was scanned lately is remembered: chips, figures, rules and promises all ask for the same texts.
 * @source regulations.md 7.2 (GB/T 15835-2011), 9.7
 */
export const scanMeasuredNumbers: (text: string) => readonly MeasuredNumber[] = remember(scan);

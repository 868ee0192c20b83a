import { findSpans, type Span, scanMeasuredNumbers } from '../figures/index.ts';
import { rangeJoiner } from '../roll-forward/index.ts';
import { buildToken, type Token } from './token.ts';

const figureWhy = '沿用上年的数字，今年是不是这个数？';
const percentWhy = '沿用上年的比例，今年是不是这个数？';

const number =
  '(?:[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9０-９]{1,9}(?:,[0-9]{3})*)(?:[.．][0-9０-９]{1,6})?';
/** Behind these a number is a time, a house, a document, or a norm. */
const notAfter =
  '(?!\\s*[年月日号时点路弄楼室岁℃级届]|\\p{Script=Han}{0,2}(?:以上|以下|以内|以外|及以上))';
/** Signs that are no unit: a number before them stands by itself. */
const unit =
  '(?:[余多])?[百千万亿]{0,2}(?![的和与及是为在由被共并或、到至])(?:周年|大类|㎡|㎞|个月|个?小时|个工作日|分钟|公顷|\\p{Script=Han})';
const ranged = new RegExp(
  `(?<![0-9０-９.．A-Za-z第])(${number})\\s{0,9}[%％]?\\p{Script=Han}{0,2}?${rangeJoiner}${number}(?:\\s*[%％]|${notAfter}${unit})`,
  'gu',
);
const counted = new RegExp(
  `(?<![0-9０-９.．·A-Za-z第〔+＋/“"—–－~～:：时点-])${number}(?![0-9０-９])${notAfter}${unit}`,
  'gu',
);
/** 窗口九个，十八个村: small ones before a noun are mostly set words. */
const chineseCount =
  /(?<=\p{Script=Han})(?<![第每一二两三四五六七八九十百千数几])(?:[二两三四五六七八九]个(?=[，。；、）]|$)|(?:[二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十|[一二三四五六七八九]百[零一二三四五六七八九十]{0,4})[余多]?个)/gu;
/** No number alone in a cell is longer. */
const longestCell = 24;
/** A cell of a table that is a number and nothing else. */
const lone = new RegExp(`^\\s*${number}\\s*$`, 'gu');
const age = new RegExp(`(?<=平均年龄[^，。；\\d]{0,3})${number}岁`, 'gu');
const summed = new RegExp(`(?<=[共计达为至到超近约])${number}(?=[，。；、）)\\s]|$)`, 'gu');
/** A share with a bound is a claim all the same: 98%以上. */
const bounded = new RegExp(`(?<![0-9０-９.．A-Za-z])${number}\\s*[%％](?:以上|以下|左右)`, 'gu');
const shares =
  /百分之[一二三四五六七八九十百零点两]{1,8}|[二三四五六七八九两][成](?:以上|多|左右)?(?=[，。；、）的人户群村]|$)|[1-9]成(?:以上|多|左右)?/gu;

function kindOf(text: string, { start, end }: Span): 'percent' | 'figure' {
  return /[%％]$|百分点$/u.test(text.slice(start, end)) ? 'percent' : 'figure';
}

const hasNumber = /[0-9０-９]/u;

/** Figures and shares: what the ledger's scanner measures, ranges, and numbers with other units. */
export function scanNumbers(text: string): readonly Token[] {
  const digits = hasNumber.test(text);
  const spans = [
    ...scanMeasuredNumbers(text),
    ...(text.includes('个') ? findSpans(text, chineseCount) : []),
    ...(digits && text.length <= longestCell ? findSpans(text, lone) : []),
    ...(digits && text.includes('平均年龄') ? findSpans(text, age) : []),
    ...(digits ? [ranged, counted, summed].flatMap((one) => findSpans(text, one)) : []),
  ];
  return [
    ...spans.map((span) => {
      const kind = kindOf(text, span);
      return buildToken(kind, span, kind === 'percent' ? percentWhy : figureWhy);
    }),
    ...[...findSpans(text, shares), ...(digits ? findSpans(text, bounded) : [])].map((span) =>
      buildToken('percent', span, percentWhy),
    ),
  ];
}

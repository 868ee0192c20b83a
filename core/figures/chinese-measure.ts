import { parseChineseNumber } from '../numbering/index.ts';

/** Reads a part below 万; a leading 零 fills a gap. */
function parseBelowMyriad(text: string): number | null {
  // 三四次 is an approximation, not thirty-four.
  if (text.length > 1 && !/[十百千]/u.test(text)) return null;
  return text === '' ? 0 : parseChineseNumber(text);
}

/**
 * Reads a Chinese number that measures: 十二, 两百三十, 两万, 三万零五十, 一亿.
 * Null for a row of digits (二〇二五, 三四) and for anything that is no number.
 */
export function parseChineseMeasure(text: string): number | null {
  let rest = text;
  let value = 0;
  for (const [sign, factor] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = rest.indexOf(sign);
    if (at === 0) return null;
    if (at < 0) continue;
    const part = parseBelowMyriad(rest.slice(0, at));
    if (part === null) return null;
    value += part * factor;
    rest = rest.slice(at + 1).replace(/^零/u, '');
  }
  const last = parseBelowMyriad(rest);
  return last === null || text === '' ? null : value + last;
}

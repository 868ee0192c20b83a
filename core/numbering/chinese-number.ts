const digits = '〇一二三四五六七八九';
const places = ['', '十', '百', '千'] as const;
/** Other signs that real papers use for the ten digits: 零 for 〇, ○ and Ｏ by mistake, capitals. */
const digitValues = new Map<string, number>([
  ...[...digits].map((digit, value): [string, number] => [digit, value]),
  ['零', 0],
  ['○', 0],
  ['Ｏ', 0],
  ['O', 0],
  ['两', 2],
]);
const placeValues = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * Writes 1–9999 as a Chinese number: 12 → 十二, 110 → 一百一十, 1005 → 一千零五.
 * Throws a RangeError outside that range or for a fraction.
 */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) {
    throw new RangeError(`no Chinese number for ${value}: 1 to 9999`);
  }
  let text = '';
  let gap = false;
  const shown = String(value);
  for (const [index, character] of [...shown].entries()) {
    const digit = Number(character);
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap && text) text += '零';
    gap = false;
    text += `${digits[digit]}${places[shown.length - 1 - index]}`;
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

/** Reads a number written digit by digit: 二〇二五 → 2025. Null when `text` is anything else. */
function parseDigitRow(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digitValues.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads a number written with 十, 百 and 千. Places must fall; 零 may stand in a gap. */
function parsePlaced(text: string): number | null {
  let value = 0;
  let pending: number | null = null;
  let lastPlace = 10_000;
  for (const character of text) {
    const place = placeValues.get(character);
    if (place !== undefined) {
      if (place >= lastPlace || (pending === null && !(place === 10 && value === 0))) return null;
      value += (pending || 1) * place;
      lastPlace = place;
      pending = null;
      continue;
    }
    const digit = digitValues.get(character);
    if (digit === undefined || (pending !== null && pending !== 0)) return null;
    pending = digit;
  }
  return value + (pending ?? 0);
}

/**
 * Reads a Chinese number from 1 to 9999, in either style: 二十五, 一百零三, 二〇二五, 二○二五.
 * Null when `text` is no such number.
 */
export function parseChineseNumber(text: string): number | null {
  if (text === '') return null;
  const value = /[十百千]/u.test(text) ? parsePlaced(text) : parseDigitRow(text);
  return value !== null && value >= 1 && value <= 9999 ? value : null;
}

/** Writes a year digit by digit: 2025 → 二〇二五. */
export function formatChineseYear(year: number): string {
  return [...String(year)].map((digit) => digits[Number(digit)] ?? digit).join('');
}

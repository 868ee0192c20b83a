import { findMatches } from '../patterns/index.ts';
import type { Span } from './clauses.ts';
import type { DisclosureStructure } from './hit.ts';

/** Those that are told by the letters of a text. */
export type TextStructure = Exclude<DisclosureStructure, 'annex' | 'listed-annex'>;

/** Full-width digits, letters and signs as the usual ones, letter for letter, so that offsets hold. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => {
    const folded = String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    return /[0-9A-Za-z@.\-_*]/u.test(folded) ? folded : sign;
  });
}

const cardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const cardChecks = '10X98765432';

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(
    Number,
  );
  const isMonth = month !== undefined && month >= 1 && month <= 12;
  const isDate = day !== undefined && day >= 1 && day <= 31;
  return year !== undefined && year >= 1880 && year <= 2100 && isMonth && isDate;
}

/**
 * True for the number of a resident's identity card: a day of birth, and in that of eighteen signs
 * the check sign over the other seventeen.
 * @source GB 11643-1999
 */
export function isIdCard(number: string): boolean {
  const signs = number.toUpperCase();
  if (/^[1-9]\d{14}$/u.test(signs)) return isDay(`19${signs.slice(6, 12)}`);
  if (!/^[1-9]\d{16}[\dX]$/u.test(signs) || !isDay(signs.slice(6, 14))) return false;
  const sum = cardWeights.reduce((all, weight, at) => all + weight * Number(signs[at]), 0);
  return cardChecks[sum % 11] === signs[17];
}

/** True where the last digit is the check digit over the others. @source ISO/IEC 7812-1 */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const bare = (number: string) => number.replace(/[\s-]/gu, '');

/** True for the number of a bank card: of a card organisation, of the right length, with its check digit. */
export function isBankCard(number: string): boolean {
  const digits = bare(number);
  return /^(?:62|4|5[1-5]|9|35)\d+$/u.test(digits) && /^\d{16,19}$/u.test(digits)
    ? passesLuhn(digits) && !isIdCard(digits)
    : false;
}

function isAddress(parts: string): boolean {
  return parts.split('.').every((part) => Number(part) <= 255);
}

/** A host of the inside: without a dot, or of a name that stands for the inside. */
function isInner(address: string): boolean {
  const host = /^(?:https?|ftp):\/\/([^/:]*)/iu.exec(address)?.[1] ?? '';
  return !host.includes('.') || /\.(?:local|lan|intranet|internal|corp)$/iu.test(host);
}

interface Shape {
  readonly shape: RegExp;
  readonly holds?: (found: string) => boolean;
}

const shapes: Readonly<Record<TextStructure, readonly Shape[]>> = {
  'id-card': [
    { shape: /(?<![\dA-Za-z])[1-9]\d{16}(?:\d(?!\d)|[Xx])(?![A-Za-z])/gu, holds: isIdCard },
    { shape: /(?<![\dA-Za-z])[1-9]\d{14}(?![\dA-Za-z])/gu, holds: isIdCard },
    {
      shape: /(?<![\dA-Za-z])[1-9]\d{5}[ -]\d{4}[ -]?\d{4}[ -]\d{3}[\dXx](?![\dA-Za-z])/gu,
      holds: (found) => isIdCard(bare(found)),
    },
  ],
  phone: [
    { shape: /(?<![\dA-Za-z.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d{9}(?![\d.]?\d|[A-Za-z])/gu },
    { shape: /(?<![\dA-Za-z.])1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)/gu },
  ],
  landline: [
    {
      shape: /(?<![\dA-Za-z.])(?:[（(]0\d{2,3}[）)]|0\d{2,3}[ \-—－])\s?[2-9]\d{6,7}(?![\d.]?\d)/gu,
    },
    { shape: /(?<=(?:电话|传真|座机|热线)(?:号码|号)?[：:为是]?\s?)[2-9]\d{6,7}(?![\d.]?\d)/gu },
  ],
  'bank-card': [
    {
      shape: /(?<![\dA-Za-z.])\d(?:[ -]?\d){15,18}(?![\d.]?\d|[A-Za-z])/gu,
      holds: isBankCard,
    },
  ],
  plate: [
    {
      shape:
        /(?<![\p{Script=Han}][京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\s]?(?=[A-Z]{0,5}\d)[A-HJ-NP-Z\d]{4,6}[挂学警港澳]?(?![A-Za-z\d])/gu,
    },
  ],
  email: [{ shape: /[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/gu }],
  'network-address': [
    {
      shape:
        /(?:(?:https?|ftp):\/\/)?(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])(?::\d{2,5})?(?:\/[\w./?=&%-]{0,200})?/gu,
      holds: (found) => isAddress(/(?:\d{1,3}\.){3}\d{1,3}/u.exec(found)?.[0] ?? ''),
    },
    {
      shape: /(?:https?|ftp):\/\/[\w.-]{1,200}(?::\d{2,5})?(?:\/[\w./?=&%-]{0,200})?/giu,
      holds: isInner,
    },
  ],
};

/** True for one that is told by letters, and not by what is published with them. */
export const isTextStructure = (structure: DisclosureStructure): structure is TextStructure =>
  Object.hasOwn(shapes, structure);

const telling = /\d{3}|@|:\/\/|\d\.\d{1,3}\.\d|[A-Z][A-Z\d·•.]\w/u;

/** False for a text that can hold nothing of any structure. */
export const hasStructure = (text: string): boolean => telling.test(text);

/** Places of one structure in a text whose width was folded. */
export function findStructure(text: string, structure: TextStructure): readonly Span[] {
  return shapes[structure].flatMap(({ shape, holds = () => true }) =>
    findMatches(text, shape)
      .filter(([found]) => holds(found))
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}

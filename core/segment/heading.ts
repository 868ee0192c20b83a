import { findDate } from './dates.ts';
import { readLabel } from './label.ts';
import { type TextLine, toTextLine } from './line.ts';
import { isOrganName } from './organ.ts';

/** A line read as a heading: its words, and the text that follows on the same line. */
export interface HeadingReading {
  readonly heading: string;
  readonly runIn: boolean;
  readonly rest: string;
  /** True when a blank, a colon or 一是 parts the heading from its text, not a full stop. */
  readonly isLed?: boolean;
}

const longestHeading = 60;
const longestRunIn = 40;
const longestArabicRunIn = 30;
const enders = /[。！？；]/u;

const marks = /[。！？；：:]/u;
const textEnd = /[。！？；：]$/u;
const shortestText = 30;
const withColon = /^([^。！？；，,、：:]{2,20})[：:](\S.{11,}[。！？；])$/su;
/** 存在问题：一是…: the list is no part of the heading, however short it is. */
const colonBeforeList = /^([^。！？；：:，,]{2,40})[：:]\s{0,4}(一是.{2,})$/su;

const beforeList = /^([^。！？；：:，,]{2,40}?)(一是.{19,}。)$/su;

function readSpacedHeading(body: string): HeadingReading | null {
  const at = body.search(/\s/u);
  if (at < 2 || at > longestHeading) return null;
  const [heading, rest] = [body.slice(0, at), body.slice(at).trim()];
  const isText = rest.length >= shortestText && textEnd.test(rest);
  return isText && !marks.test(heading) ? { heading, runIn: false, rest, isLed: true } : null;
}

/**
 * A heading parted from the text on its line by a blank or a colon (“（一）学法：全年…”), or with
 * 一是 right behind it.
 */
function readLedHeading(body: string): HeadingReading | null {
  const spaced = readSpacedHeading(body);
  if (spaced) return spaced;
  const alone = beforeList.exec(body);
  const [, heading, rest] = alone ?? colonBeforeList.exec(body) ?? withColon.exec(body) ?? [];
  return heading && rest ? { heading, runIn: alone === null, rest, isLed: true } : null;
}

/** A figure makes a numbered line a sentence; a year or a name in quotes does not. */
const hasFigure = (text: string) =>
  /\d/u.test(text.replace(/(?:19|20)\d{2}\s*年|“[^”]{1,20}”/gu, ''));

/**
 * Reads a numbered line as a heading: alone on its line, with or without its closing 。, or run in
 * (“（一）标题。正文”). Null for a numbered sentence, which is text.
 * @param isBeforeText whether an unnumbered paragraph follows: “1、抓好重点人群。” is then no item of a list
 */
export function readHeading(line: TextLine, isBeforeText = false): HeadingReading | null {
  const { label, body } = line;
  if (!label || body === '') return null;
  const isArabic = !/^(?:chinese|part)/u.test(label.style);
  const led = isArabic ? null : readLedHeading(body);
  if (led) return led;
  const whole = body.replace(/。$/u, '');
  if (!enders.test(whole) && whole.length <= longestHeading) {
    const isOpen = whole === body;
    const isSentence =
      /[，,；]$/u.test(whole) ||
      (isArabic && ((!isOpen && !isBeforeText) || (hasFigure(whole) && !(isOpen && isBeforeText))));
    return isSentence ? null : { heading: whole, runIn: false, rest: '' };
  }
  const end = body.indexOf('。');
  const first = end < 0 ? '' : body.slice(0, end);
  const limit = isArabic ? longestArabicRunIn : longestRunIn;
  if (!first || first.length > limit || enders.test(first) || (isArabic && hasFigure(first))) {
    return null;
  }
  const rest = body.slice(end + 1).trim();
  const isRow = readLabel(rest)?.style === label.style;
  return isRow ? null : { heading: first, runIn: true, rest };
}

const longestBareHeading = 45;

/** Reads an unnumbered line as a heading: short, without a mark at its end. Null for a sentence. */
export function readBareHeading(line: TextLine): HeadingReading | null {
  const { text, label, hints } = line;
  const isShort = text.length <= longestBareHeading && text.length >= 2;
  const isMarked = hints.outlineLevel !== null || hints.bold;
  if (label || !isShort || /[。；;，,：:！？、]$/u.test(text) || enders.test(text)) {
    return hints.boldLead > 0 && !label ? readBoldLead(line) : null;
  }
  if (isOrganName(text) || isDateLine(text)) return null;
  return isMarked || !/[，,]/u.test(text) ? { heading: text, runIn: false, rest: '' } : null;
}

const isDateLine = (text: string) => findDate(text)?.raw.length === text.length;

const partEnd = /(?:情况|成效|成果|原因|安排|打算|计划|思路)$/u;
const leadsToList = /如下|以下|下列|下面/u;

/**
 * Reads an unnumbered part heading, with or without a closing colon: “存在的不足：”.
 * @param mayStop whether it may close with 。, as the first part's does where 二、 is the first number
 */
export function readBarePartHeading(line: TextLine, mayStop: boolean): HeadingReading | null {
  const isOpen = /[：:]$/u.test(line.text) && !leadsToList.test(line.text);
  const isClosed = mayStop && line.text.endsWith('。');
  const text = isOpen || isClosed ? line.text.slice(0, -1) : line.text;
  const isNamed = !isClosed && partEnd.test(text);
  const bold = line.hints.bold || isNamed;
  return readBareHeading(toTextLine(line.line, text, { ...line.hints, bold }, line.origin));
}

/** 一是, 其次: an item of a list inside the text, though its first words are bold. */
const listItem = /^(?:[一二三四五六七八九十]+是|首先|其次|再次|最后|同时)/u;

function readBoldLead({ text, hints }: TextLine): HeadingReading | null {
  const lead = text.slice(0, hints.boldLead);
  if (
    listItem.test(lead) ||
    !lead.endsWith('。') ||
    lead.length > longestRunIn ||
    lead.length === text.length
  )
    return null;
  return { heading: lead.slice(0, -1), runIn: true, rest: text.slice(lead.length).trim() };
}

import type { Span } from '../figures/index.ts';
import { parseChineseNumber } from '../numbering/index.ts';

/** A mark that counts off measures inside a text (一是, （1）, ①): where it stands and its number. */
interface ItemMark extends Span {
  readonly ordinal: number;
}

const border = '(?<=^|[。；：，！？:;,\\s])';
const chinese = '[一二三四五六七八九十]{1,3}';
/** Each way of counting off, with its number in the first group. */
const styles: readonly RegExp[] = [
  new RegExp(`${border}(${chinese})(?:是(?!否)|要|则是?)[，：:]?`, 'gu'),
  new RegExp(`${border}第(${chinese})(?:是)?[，、,：:]`, 'gu'),
  new RegExp(`${border}[（(]\\s*(\\d{1,2}|${chinese})\\s*[)）][、.．]?\\s*`, 'gu'),
  new RegExp(`${border}(\\d{1,2})(?:[.．、](?!\\d)|[)）])\\s*`, 'gu'),
  /([①-⑳])\s*/gu,
  new RegExp(`${border}(首先|其次|再次|最后)(?:是|要)?[，：:]?`, 'gu'),
];
const words = ['首先', '其次', '再次', '最后'];

function readOrdinal(label: string): number {
  const word = words.indexOf(label);
  if (word >= 0) return word + 1;
  if (/^\d+$/u.test(label)) return Number(label);
  const circled = (label.codePointAt(0) ?? 0) - 0x245f;
  return circled > 0 && circled <= 20 ? circled : (parseChineseNumber(label) ?? 0);
}

function findMarks(text: string, span: Span, style: RegExp): readonly ItemMark[] {
  const marks: ItemMark[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(style)) {
    const start = span.start + match.index;
    const ordinal = readOrdinal(match[1] ?? '');
    const previous = marks.at(-1);
    // A paragraph may count on from the one before: it then begins with its mark.
    const isFirst = !previous && (ordinal === 1 || start === span.start);
    if (!isFirst && ordinal !== (previous?.ordinal ?? 0) + 1) continue;
    marks.push({ start, end: start + match[0].length, ordinal });
  }
  const isAlone = marks.length === 1 && marks[0]?.start !== span.start;
  return isAlone ? [] : marks;
}

/** A text taken apart at its marks: what stands before the first, and what each marks, without it. */
export interface Itemised {
  readonly before: Span;
  readonly items: readonly Span[];
}

/** Takes a text apart at the outermost marks that count off its measures; null when there are none. */
export function itemise(text: string, span: Span): Itemised | null {
  let outermost: readonly ItemMark[] = [];
  for (const style of styles) {
    const marks = findMarks(text, span, style);
    const isOuter = (marks[0]?.start ?? span.end) < (outermost[0]?.start ?? span.end);
    if (isOuter) outermost = marks;
  }
  const [first] = outermost;
  if (!first) return null;
  const items = outermost.map((mark, index) => ({
    start: mark.end,
    end: outermost[index + 1]?.start ?? span.end,
  }));
  return { before: { start: span.start, end: first.start }, items };
}

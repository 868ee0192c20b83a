import type { KindOf } from '../packs/index.ts';
import { type LineLabel, type LineStyle, readLabel } from './label.ts';
import { trimBlanks } from './line.ts';
import { cutFront, cutSignature } from './one-line-ends.ts';
import { findTightHeading } from './tight-heading.ts';

/** A paragraph this long may be several that lost their line breaks. */
const suspiciousLength = 120;
/** A heading in such a line ends at the first blank within this many characters. */
const headingLength = 60;
/** A heading this short before its full stop is run in. */
const longestRunIn = 25;
const frameStyles: readonly LineStyle[] = [
  'part-word',
  'chinese-comma',
  'chinese-bracket',
  'arabic-point',
];

interface Cut {
  readonly at: number;
  readonly isArabic: boolean;
  /** Whether the words behind the number name a part. */
  readonly isPart: boolean;
}

function frameLabel(text: string) {
  const label = readLabel(text);
  return label && frameStyles.includes(label.style) ? label : null;
}

/** Behind these a number is one of a row or a reference: 第二、三季度, 第（一）项. */
const inText = /[（(第条款项件、一二三四五六七八九十百]$/u;
/** A glance at what may be a number, since a line may have as many places for one as letters. */
const starts =
  /(?=第\s?[一二三四五六七八九十]{1,3}\s?(?:部|章)|[（(]\s{0,2}[一二三四五六七八九十]{1,3}\s{0,2}[）)]|[一二三四五六七八九十]{1,3}\s{0,4}[、．.，,]|[一二三四五六七八九十]{1,3}[)）]|[1-9]\d?[.．、])/gu;

/** Whether the number at `at` begins a paragraph, by what stands before it and by its row. */
function opensParagraph(
  text: string,
  at: number,
  { style, ordinal, raw }: LineLabel,
  row: { readonly isNext: boolean; readonly isInPart: boolean },
  kindOf: KindOf,
): boolean {
  const { isNext, isInPart } = row;
  const before = text[at - 1] ?? '';
  const afterBlank = /\s/u.test(before);
  if (style === 'arabic-point') return afterBlank && isNext;
  if (afterBlank) return true;
  if (/[。：:]/u.test(before)) return isNext || ordinal === 1;
  if (!isNext || inText.test(before) || style === 'part-word') return false;
  const rest = text.slice(at + raw.length, at + raw.length + headingLength);
  // in a paragraph of its own “包括（一）…（二）…” is a list
  return style === 'chinese-bracket' ? isInPart : findTightHeading(rest, true, kindOf) > 0;
}

/**
 * Where a number begins: after a blank, or after a full stop or a word when it is the next in its row.
 * 1. only after a blank, in its row, and where Chinese numbers are about it.
 */
function findLabelCuts(text: string, kindOf: KindOf): readonly Cut[] {
  const cuts: Cut[] = [];
  const first = frameLabel(text.slice(0, 14));
  const last = new Map<LineStyle, number>(first ? [[first.style, first.ordinal]] : []);
  let from = first?.raw.length ?? 1;
  for (const match of text.matchAll(starts)) {
    const label = match.index < from ? null : frameLabel(text.slice(match.index, match.index + 14));
    if (!label) continue;
    const isNext = label.ordinal === (last.get(label.style) ?? 0) + 1;
    const isInPart = last.has('chinese-comma') || last.has('part-word');
    const row = { isNext, isInPart };
    if (!opensParagraph(text, match.index, label, row, kindOf)) continue;
    from = match.index + label.raw.length;
    const isArabic = label.style === 'arabic-point';
    for (const inner of frameStyles.slice(frameStyles.indexOf(label.style) + 1)) last.delete(inner);
    last.set(label.style, label.ordinal);
    const [heading = ''] = text.slice(from, from + headingLength).split(/[\s。：:]/u, 1);
    cuts.push({ at: match.index, isArabic, isPart: kindOf(heading) !== null });
  }
  const isFramed = cuts.some(({ isArabic }) => !isArabic);
  // 1. 2. alone may be any list; the names of parts behind them tell
  return isFramed || cuts.filter(({ isPart }) => isPart).length > 1 ? cuts : [];
}

const betweenParagraphs = /(?<=[。！？!?：:])[\s\u3000]+(?=\S)|(?<!\s)\s+(?=[|｜]$)/u;

/** A title in front of the text, parted from it by a blank. */
const title =
  /^[^\s。，,；;]{6,50}(?:报告|情况|总结)(?=\s|(?:19|20)\d{2}年|今年|近年|一年来)|^[^\s。，,；;：《》]{4,40}法治政府建设[^\s。，,；;：《》]{0,12}报告(?!如下|[的中显])/u;

/** Where the heading of a numbered stretch ends without a blank or a full stop; 0 when it has one. */
function endOfTightHeading(text: string, { raw, style }: LineLabel, kindOf: KindOf): number {
  const body = text.slice(raw.length);
  const stop = body.search(/[。：:]/u);
  const isAlone = stop < 0 && body.length <= headingLength;
  if (isAlone || (stop >= 0 && stop <= longestRunIn)) return 0;
  const end = findTightHeading(body, style === 'chinese-comma', kindOf);
  return end > 0 ? raw.length + end : 0;
}

/** Cuts a stretch behind the heading it begins with, and at each blank after a full stop. */
function cutStretch(stretch: string, kindOf: KindOf): readonly string[] {
  const text = trimBlanks(stretch);
  const label = frameLabel(text);
  const blank = label ? text.slice(label.raw.length).search(/[\s\u3000]/u) : -1;
  const end = label && blank > 0 ? label.raw.length + blank : 0;
  const numbered = text.slice(0, end);
  const cutsHeading = end > 0 && end <= headingLength && !/[。；;]/u.test(numbered);
  const tight = label && !cutsHeading ? endOfTightHeading(text, label, kindOf) : 0;
  const heading = cutsHeading
    ? numbered
    : text.slice(0, tight) || (label ? '' : (title.exec(text)?.[0] ?? ''));
  const pieces = [heading, ...text.slice(heading.length).split(betweenParagraphs)];
  return pieces.map(trimBlanks).filter(Boolean);
}

/**
 * Parts a report that stands on one line, as a page copied without its breaks does: before each
 * 一、 and （一）, behind a heading's blank, and at a blank after a full stop. A line that is short or
 * has fewer than two such numbers comes back whole. Only blanks are lost.
 */
export function splitOneLine(text: string, kindOf: KindOf): readonly string[] {
  if (text.length < suspiciousLength) return [text];
  const cuts = findLabelCuts(text, kindOf);
  // a number at the beginning is one more, where a part's own line holds its sections
  if (cuts.length < (frameLabel(text) ? 1 : 2)) return [text];
  const edges = [0, ...cuts.map(({ at }) => at), text.length];
  const stretches = edges.slice(1).map((end, index) => text.slice(edges[index], end));
  const last = stretches.pop() ?? '';
  const [first = '', ...more] = stretches;
  return [...cutFront(first), ...more, ...cutSignature(last)].flatMap((part) =>
    cutStretch(part, kindOf),
  );
}

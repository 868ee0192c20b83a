import { type LabelStyle, parseHeadingLabel } from '../numbering/index.ts';
import { findDate } from './dates.ts';
import { trimBlanks } from './line.ts';
import { isOrganName } from './organ.ts';

/** A paragraph this long may be several that lost their line breaks. */
const suspiciousLength = 120;
/** A heading in such a line ends at the first blank within this many characters. */
const headingLength = 60;
const longestSignature = 80;
const frameStyles: readonly LabelStyle[] = ['chinese-comma', 'chinese-bracket', 'arabic-point'];

interface Cut {
  readonly at: number;
  readonly isArabic: boolean;
}

function frameLabel(text: string) {
  const label = parseHeadingLabel(text);
  return label && frameStyles.includes(label.style) ? label : null;
}

/**
 * Where a number begins: after a blank, or after a full stop when it is the next in its row. 1. only
 * after a blank, in its row, and where Chinese numbers are about it.
 */
function findLabelCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  const last = new Map<LabelStyle, number>();
  const starts = /(?<=[\s\u3000。：:])(?=[（(一二三四五六七八九十1-9])/gu;
  for (const match of text.matchAll(starts)) {
    const label = frameLabel(text.slice(match.index, match.index + 14));
    if (!label) continue;
    const expected = (last.get(label.style) ?? 0) + 1;
    const afterBlank = /[\s\u3000]/u.test(text[match.index - 1] ?? '');
    const isNext = label.ordinal === expected;
    const isArabic = label.style === 'arabic-point';
    if (isArabic ? !afterBlank || !isNext : !afterBlank && !isNext && label.ordinal !== 1) continue;
    for (const inner of frameStyles.slice(frameStyles.indexOf(label.style) + 1)) last.delete(inner);
    last.set(label.style, label.ordinal);
    cuts.push({ at: match.index, isArabic });
  }
  return cuts.every(({ isArabic }) => isArabic) ? [] : cuts;
}

const betweenParagraphs = /(?<=[。！？!?：:])[\s\u3000]+(?=\S)|(?<!\s)\s+(?=[|｜]$)/u;

/** A title in front of the text, parted from it by a blank. */
const title =
  /^[^\s。，,；;]{6,50}(?:报告|情况|总结)(?=[\s\u3000]|(?:19|20)\d{2}年|今年|近年|一年来)/u;

/** Cuts a stretch behind the heading it begins with, and at each blank after a full stop. */
function cutStretch(stretch: string): readonly string[] {
  const text = trimBlanks(stretch);
  const label = frameLabel(text);
  const blank = label ? text.slice(label.raw.length).search(/[\s\u3000]/u) : -1;
  const end = label && blank > 0 ? label.raw.length + blank : 0;
  const numbered = text.slice(0, end);
  const cutsHeading = end > 0 && end <= headingLength && !/[。；;]/u.test(numbered);
  const heading = cutsHeading ? numbered : (title.exec(text)?.[0] ?? '');
  const pieces = [heading, ...text.slice(heading.length).split(betweenParagraphs)];
  return pieces.map(trimBlanks).filter(Boolean);
}

/** A signature behind the last full stop: 青石镇人民政府2026年1月10日. */
function cutSignature(stretch: string): readonly string[] {
  const stop = stretch.lastIndexOf('。') + 1;
  const tail = stretch.slice(stop);
  const date = stop > 0 && tail.length <= longestSignature ? findDate(tail) : null;
  const ends = date && trimBlanks(tail.slice(date.index + date.raw.length)) === '';
  if (!ends || !isOrganName(tail.slice(0, date.index))) return [stretch];
  return [stretch.slice(0, stop), tail];
}

/**
 * Parts a report that stands on one line, as a page copied without its breaks does: before each
 * 一、 and （一）, behind a heading's blank, and at a blank after a full stop. A line that is short or
 * has fewer than two such numbers comes back whole. Only blanks are lost.
 */
export function splitOneLine(text: string): readonly string[] {
  if (text.length < suspiciousLength) return [text];
  const cuts = findLabelCuts(text);
  if (cuts.length < 2) return [text];
  const edges = [0, ...cuts.map(({ at }) => at), text.length];
  const stretches = edges.slice(1).map((end, index) => text.slice(edges[index], end));
  const last = stretches.pop() ?? '';
  return [...stretches, ...cutSignature(last)].flatMap(cutStretch);
}

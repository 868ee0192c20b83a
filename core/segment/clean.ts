import type { Notice } from '../api/notice.ts';
import type { KindOf } from '../packs/index.ts';
import { dropLine, wordsOf } from './drop.ts';
import { certain, type Dropped, likely } from './judgement.ts';
import { type Line, type TextLine, toLines, toTextLine } from './line.ts';
import { splitOneLine } from './one-line.ts';
import type { IsOrgan } from './organ.ts';
import { isFieldLine, isFieldName } from './page-field.ts';
import { isMetadataTable, isResidue, removeInlineResidue } from './residue.ts';
import type { SourceBlock } from './source.ts';
import { cutSurroundings } from './surroundings.ts';
import { unwrap } from './unwrap.ts';
import { joinWrappedHeadings } from './wrapped-heading.ts';

/** A report's own lines, and what stood around and between them. */
export interface Cleaned {
  readonly lines: readonly Line[];
  readonly dropped: readonly Dropped[];
  readonly notices: readonly Notice[];
}

const sentenceLength = 40;
const titleLike = /报告|情况|总结|汇报/u;

/** The first and the last line that is a sentence; what stands outside of them is the page's edge. */
function findSentences(lines: readonly Line[]): { readonly from: number; readonly to: number } {
  const isSentence = (line: Line) =>
    line.kind === 'text' && line.text.length >= sentenceLength && /[。：:]$/u.test(line.text);
  const from = lines.findIndex(isSentence);
  return from < 0
    ? { from: lines.length, to: lines.length }
    : { from, to: lines.findLastIndex(isSentence) };
}

/** Lines of nothing but a number that count on from one to the next: the pages of a copied file. */
function findPageNumbers(lines: readonly Line[]): ReadonlySet<Line> {
  const lone = lines.filter((line) => line.kind === 'text' && /^\d{1,3}$/u.test(line.text));
  const numbers = lone.map((line) => Number(wordsOf(line)));
  const counts = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return new Set(counts && lone.length > 1 ? lone : []);
}

/** A value that stands on a line of its own below the field's name. */
function isLoneValue(line: TextLine, before: Line | undefined): boolean {
  return (
    before?.kind === 'text' &&
    /[:：]$/u.test(before.text) &&
    isFieldName(before.text) &&
    line.text.length <= 30 &&
    !titleLike.test(line.text) &&
    !/[。：:]/u.test(line.text)
  );
}

/** Page furniture, line by line. */
function dropResidue(lines: readonly Line[]): Pick<Cleaned, 'lines' | 'dropped'> {
  const { from, to } = findSentences(lines);
  const pages = findPageNumbers(lines);
  const kept: Line[] = [];
  const dropped: Dropped[] = [];
  for (const [index, line] of lines.entries()) {
    const isEdge = index < from || index > to;
    const words = wordsOf(line);
    const isSure = line.kind === 'table' ? isMetadataTable(line.rows) : isResidue(words);
    const isLikely =
      pages.has(line) ||
      (line.kind === 'text' &&
        isEdge &&
        (isFieldLine(words, true) || (index < from && isLoneValue(line, lines[index - 1]))));
    if (!isSure && !isLikely) kept.push(line);
    else dropped.push(dropLine(line, isSure ? certain('words') : likely('position')));
  }
  return { lines: kept, dropped };
}

/** Takes bookmarks and bars out of each line; a line of nothing else goes. */
function dropInline(lines: readonly Line[]): Pick<Cleaned, 'lines' | 'dropped'> {
  const dropped: Dropped[] = [];
  const kept = lines.flatMap((line): readonly Line[] => {
    if (line.kind === 'table') return [line];
    const { text, removed } = removeInlineResidue(line.text);
    if (removed.length === 0) return [line];
    const judgement = certain('words');
    dropped.push(...removed.map((words) => ({ line: line.line, text: words, judgement })));
    return text.trim() === '' ? [] : [toTextLine(line.line, text, line.hints, line.origin)];
  });
  return { lines: kept, dropped };
}

/** The paragraphs that a line without breaks holds; the first one carries the doubt. */
function cutOneLine(line: Line, kindOf: KindOf): readonly Line[] {
  const pieces = line.kind === 'text' ? splitOneLine(line.text, kindOf) : [];
  if (line.kind === 'table' || pieces.length < 2) return [line];
  const doubt = {
    code: 'segment/split-one-line',
    line: line.line,
    pieces: pieces.length,
  } as const;
  return pieces.map((piece, index) =>
    toTextLine(line.line, piece, line.hints, {
      isWhole: false,
      doubts: index === 0 ? [doubt] : [],
    }),
  );
}

/**
 * The source as the report's own lines: broken ones put together, one-line reports parted, page
 * furniture, tables of contents and lists of other papers taken out.
 * @param isOrgan tells who may issue
 */
export function clean(source: readonly SourceBlock[], kindOf: KindOf, isOrgan: IsOrgan): Cleaned {
  const { blocks, joined } = unwrap(source);
  const notices: readonly Notice[] =
    joined.size > 0
      ? [
          {
            code: 'segment/lines-joined',
            count: [...joined.values()].reduce((sum, count) => sum + count, 0),
          },
        ]
      : [];
  const marked = dropInline(toLines(blocks, new Set(joined.keys()), isOrgan));
  const plain = dropResidue(marked.lines);
  const parted = plain.lines.flatMap((line) => cutOneLine(line, kindOf));
  const { kept, dropped } = cutSurroundings(parted);
  return {
    lines: joinWrappedHeadings(kept),
    dropped: [...marked.dropped, ...plain.dropped, ...dropped],
    notices,
  };
}

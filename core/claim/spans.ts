import type { SourceBlock } from '../segment/index.ts';
import type { SourceSpan } from './line.ts';

/** A block's words as they are shown: its printed number, then its text; a table's cells by blanks. */
export function sourceText(block: SourceBlock): string {
  return block.kind === 'paragraph'
    ? `${block.label}${block.text}`
    : block.rows.map((cells) => cells.join('　')).join('\n');
}

const isBlank = (character: string) => /[\s\u200b]/u.test(character);

/** How many letters, blanks not counted, stand in `text` before `offset`. */
export function countLetters(text: string, offset = text.length): number {
  let letters = 0;
  for (let at = 0; at < Math.min(offset, text.length); at += 1) {
    if (!isBlank(text.charAt(at))) letters += 1;
  }
  return letters;
}

/** Offset behind the `letters`-th letter of `text`; its length where it has fewer. */
export function offsetAfter(text: string, letters: number): number {
  let left = letters;
  for (let at = 0; at < text.length; at += 1) {
    if (left === 0) return at;
    if (!isBlank(text.charAt(at))) left -= 1;
  }
  return text.length;
}

function textOf(source: readonly SourceBlock[], { block, start, end }: SourceSpan): string {
  const found = source[block];
  return found ? sourceText(found).slice(start, end) : '';
}

/** Cuts spans behind their `letters`-th letter: blanks at the cut belong to neither side. */
export function cutSpans(
  source: readonly SourceBlock[],
  spans: readonly SourceSpan[],
  letters: number,
): readonly [readonly SourceSpan[], readonly SourceSpan[]] {
  const before: SourceSpan[] = [];
  const after: SourceSpan[] = [];
  let left = letters;
  for (const span of spans) {
    const text = textOf(source, span);
    const own = countLetters(text);
    if (own <= left) before.push(span);
    else if (left === 0) after.push(span);
    else {
      const cut = offsetAfter(text, left);
      const from = cut + (text.slice(cut).search(/[^\s\u200b]/u) || 0);
      before.push({ ...span, end: span.start + cut });
      after.push({ ...span, start: span.start + from });
    }
    left = Math.max(0, left - own);
  }
  return [before, after];
}

/** Both lists in order; two that only blanks part become one. */
export function joinSpans(
  source: readonly SourceBlock[],
  first: readonly SourceSpan[],
  second: readonly SourceSpan[],
): readonly SourceSpan[] {
  const last = first.at(-1);
  const [next, ...rest] = second;
  if (!last || !next) return [...first, ...second];
  const touch =
    last.block === next.block &&
    last.end <= next.start &&
    textOf(source, { block: last.block, start: last.end, end: next.start }).trim() === '';
  if (!touch) return [...first, ...second];
  return [...first.slice(0, -1), { ...last, end: next.end }, ...rest];
}

import type { Finding, Severity } from '../api/index.ts';
import { quoteAround, type Span } from '../figures/index.ts';
import { findMatches } from '../patterns/index.ts';
import { isHeading, type Passage } from './passage.ts';
import type { LocalRule, Scene } from './rule.ts';

/** Words of a passage that a rule objects to. `replacement` is null where no machine can tell. */
export interface Hit extends Span {
  readonly replacement: string | null;
}

/** How a rule speaks of its hits. */
export interface Verdict {
  readonly rule: string;
  readonly severity: Severity;
  /** The message; `count` is how many hits the passage holds, `words` the first of them. */
  readonly say: (count: number, words: string) => string;
}

/** Letters shown either side of a hit of one or two signs, so that a person sees where it is. */
const contextLetters = 4;

/** Span of the hits, widened until it is legible and its first occurrence in `quote` is the one meant. */
function widen(text: string, quote: Span, first: Hit, last: Hit): Span {
  let { start } = first;
  let { end } = last;
  if (first.end - first.start <= 2) start = Math.max(quote.start, start - contextLetters);
  if (last.end - last.start <= 2) end = Math.min(quote.end, end + contextLetters);
  const shown = text.slice(quote.start, quote.end);
  // Growing steps keep a text that repeats itself from costing its square.
  let step = 1;
  while (start > quote.start && shown.indexOf(text.slice(start, end)) !== start - quote.start) {
    start = Math.max(quote.start, start - step);
    step *= 2;
  }
  return { start, end };
}

function replaceIn(text: string, span: Span, hits: readonly Hit[]): string {
  let result = '';
  let from = span.start;
  for (const { start, end, replacement } of hits) {
    if (replacement === null) return '';
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from, span.end);
}

/**
 * One finding for all hits of a rule in a passage, or none without hits. Its `text` reaches from the
 * first hit to the last; its suggestion mends them all, and is empty when one cannot be mended.
 * @param hits in order, without overlaps
 */
export function findingOf(
  passage: Passage,
  hits: readonly Hit[],
  verdict: Verdict,
): readonly Finding[] {
  const [first] = hits;
  const last = hits.at(-1);
  if (!first || !last) return [];
  const { text, partId, sectionId, blockId } = passage;
  const quote = quoteAround(text, { start: first.start, end: last.end });
  const span = widen(text, quote, first, last);
  const words = text.slice(span.start, span.end);
  const quoted = text.slice(quote.start, quote.end);
  // Where the same sentence stands in an earlier cell, a machine would mend the wrong one.
  const isClear = !passage.earlier.some((other) => other.includes(quoted));
  const suggestion = isClear ? replaceIn(text, span, hits) : '';
  return [
    {
      rule: verdict.rule,
      severity: verdict.severity,
      text: words,
      message: verdict.say(hits.length, text.slice(first.start, first.end)),
      place: { partId, sectionId, blockId, quote: quoted },
      suggestion: suggestion === words ? '' : suggestion,
    },
  ];
}

/** Matches of `pattern` (global) as hits; `mend` gives the replacement, null, or undefined to let it pass. */
export function matchHits(
  text: string,
  pattern: RegExp,
  mend: (match: RegExpExecArray) => string | null | undefined,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of findMatches(text, pattern)) {
    const replacement = mend(match);
    if (replacement === undefined) continue;
    hits.push({ start: match.index, end: match.index + match[0].length, replacement });
  }
  return hits;
}

/** What a rule that looks at one passage after another is made of. */
export interface PassageRule extends Verdict {
  /** Passages it looks at; all when absent. */
  readonly where?: (passage: Passage, scene: Scene) => boolean;
  readonly hits: (passage: Passage, scene: Scene) => readonly Hit[];
}

/** A rule that looks at each passage by itself. */
export function passageRule({ where, hits, ...verdict }: PassageRule): LocalRule {
  return {
    id: verdict.rule,
    checkPassage: (passage, scene) =>
      (where?.(passage, scene) ?? true) ? findingOf(passage, hits(passage, scene), verdict) : [],
  };
}

/** Running text: paragraphs and table cells. */
export function isRunningText({ role }: Passage): boolean {
  return role === 'paragraph' || role === 'cell';
}

/** Running text and headings: what is neither title nor signature. */
export function isBody(passage: Passage): boolean {
  return isRunningText(passage) || isHeading(passage);
}

/** “共3处。” where there are several, nothing where there is one. */
export function countNote(count: number): string {
  return count > 1 ? `本段共${count}处。` : '';
}

/** How far a sentence is followed either way; a longer one is a damaged file. */
const sentenceLetters = 300;
const sentenceEnds = new Set('。！？\n');

/** The sentence of `text` around `index`, cut at 300 letters either side. */
export function sentenceOf(text: string, index: number): string {
  const [least, most] = [Math.max(0, index - sentenceLetters), index + sentenceLetters];
  let start = index;
  // a pattern that ends with $ would begin anew at every sign
  while (start > least && !sentenceEnds.has(text[start - 1] ?? '')) start -= 1;
  let end = index;
  while (end < text.length && end < most && !sentenceEnds.has(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

import { type Claim, indexOfLine, takeId, withLines } from './claim.ts';
import { readHeadingPieces } from './dress.ts';
import { type LineIds, raiseLines } from './levels.ts';
import { type ClaimLine, isDressed, isHeadingRole, rawWords, wordsOf } from './line.ts';
import { countLetters, cutSpans, joinSpans, offsetAfter, sourceText } from './spans.ts';

/** Whether a line may be parted: a table, the date and what was left out stay whole. */
export function canSplit({ role, rows }: ClaimLine): boolean {
  return rows === null && role !== 'discarded' && role !== 'date';
}

/**
 * Splits a line at `offset`, UTF-16 in {@link wordsOf} it. What follows becomes a paragraph below.
 * Nothing happens at its ends, in a table, in the date, and in what was left out.
 */
export function splitLine(claim: Claim, id: string, offset: number): Claim {
  const index = indexOfLine(claim, id);
  const line = claim.lines[index];
  if (!line || !canSplit(line)) return claim;
  const words = wordsOf(line);
  const cut =
    words.charCodeAt(offset) >= 0xdc00 && words.charCodeAt(offset) <= 0xdfff ? offset - 1 : offset;
  if (words.slice(0, cut).trim() === '' || words.slice(cut).trim() === '') return claim;
  const [second, counted] = takeId(claim);
  const isInside = isDressed(line.role);
  const lead = (isInside ? line.label : '') + words.slice(0, cut);
  const [own, others] = cutSpans(claim.source, line.spans, countLetters(lead));
  const first: ClaimLine = isInside
    ? { ...line, text: words.slice(0, cut), ending: '', runIn: false, spans: own }
    : { ...line, label: '', text: words.slice(0, cut), ending: '', spans: own };
  const rest: ClaimLine = {
    ...line,
    id: second,
    role: line.role === 'title' ? 'title' : 'paragraph',
    kind: null,
    label: '',
    text: words.slice(cut),
    ending: isInside ? line.ending : '',
    hinge: null,
    tailId: null,
    partedFrom: id,
    spans: others,
  };
  return withLines(counted, claim.lines.toSpliced(index, 1, first, rest));
}

function mergeInto(claim: Claim, before: ClaimLine, line: ClaimLine): ClaimLine | null {
  const isPlain = before.rows === null && line.rows === null;
  if (!isPlain || before.role === 'discarded' || line.role === 'discarded') return null;
  // of a date line the report keeps only the day
  if (before.role === 'date') return null;
  if (before.text === '' && before.spans.length === 0) return null;
  const spans = joinSpans(claim.source, before.spans, line.spans);
  const { runIn } = line;
  if (!isDressed(before.role)) {
    const text = `${rawWords(before)}${rawWords(line)}`;
    return { ...before, label: '', text, ending: '', spans };
  }
  const text = `${before.text}${before.ending}${line.label}${line.text}`;
  const { ending } = line;
  if (ending !== '' || !isHeadingRole(before.role))
    return { ...before, text, ending, runIn, spans };
  const closed = /^(.+?)(。?)$/su.exec(text);
  return { ...before, text: closed?.[1] ?? text, ending: closed?.[2] ?? '', runIn, spans };
}

/** The nearest line before `index` that is in the report. */
function keptBefore(lines: readonly ClaimLine[], index: number): number {
  return lines.slice(0, index).findLastIndex(({ role }) => role !== 'discarded');
}

/** A heading's second line is no longer than this, and a sentence is longer than the second. */
const longestContinuation = 60;
const shortestSentence = 20;

/** Whether text behind a heading can only share its line, and not go on in its words. */
function canRunIn(before: ClaimLine, line: ClaimLine): boolean {
  if (!isHeadingRole(before.role) || line.role !== 'paragraph') return false;
  if (line.partedFrom === before.id) return false;
  if (before.tailId === line.id) return true;
  const { length } = rawWords(line);
  const isSentence = length > shortestSentence && /[。！？；]\s*$/u.test(rawWords(line));
  return length > longestContinuation || isSentence || /[。！？；].*\S/su.test(rawWords(line));
}

function mergeOne(claim: Claim, id: string): Claim {
  const index = indexOfLine(claim, id);
  const at = keptBefore(claim.lines, index);
  const [before, line] = [claim.lines[at], claim.lines[index]];
  if (!before || !line) return claim;
  if (canRunIn(before, line)) return setRunIn(claim, before.id, true);
  const merged = mergeInto(claim, before, line);
  if (!merged) return claim;
  return withLines(claim, claim.lines.toSpliced(index, 1).with(at, merged));
}

/**
 * Joins each chosen line to the line before it, where that is not the date. Text behind a heading is not made part of it: it
 * comes to stand on the heading's line, unless it is so short that it may be the heading's own end.
 */
export function mergeLines(claim: Claim, ids: LineIds): Claim {
  const chosen = claim.lines.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return chosen.reduce(mergeOne, claim);
}

/** Says whether the paragraph behind a heading shares its line. Needs such a paragraph. */
export function setRunIn(claim: Claim, id: string, runIn: boolean): Claim {
  const index = indexOfLine(claim, id);
  const line = claim.lines[index];
  const next = claim.lines.slice(index + 1).find(({ role }) => role !== 'discarded');
  if (!line || !isHeadingRole(line.role) || line.runIn === runIn) return claim;
  if (runIn && next?.role !== 'paragraph') return claim;
  // on its own line a heading needs no closing mark; on a shared one the app sets it
  return { ...claim, lines: claim.lines.with(index, { ...line, runIn }) };
}

/** Words chosen in the source: its block, and UTF-16 offsets in {@link sourceText}. */
export interface SourceSelection {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Letters of a line's raw words before `offset` of `block`. */
function lettersBefore(claim: Claim, line: ClaimLine, block: number, offset: number): number {
  let letters = 0;
  for (const span of line.spans) {
    const original = claim.source[span.block];
    if (!original || span.block > block) break;
    const end = span.block === block ? Math.min(span.end, Math.max(span.start, offset)) : span.end;
    letters += countLetters(sourceText(original).slice(span.start, end));
  }
  return letters;
}

/** The line that holds the words at a place of the source. */
export function findLineAt(claim: Claim, block: number, offset: number): ClaimLine | null {
  const holds = ({ spans }: ClaimLine) =>
    spans.some((span) => span.block === block && span.start <= offset && offset < span.end);
  return claim.lines.find(holds) ?? null;
}

const trailingMark = /^[。：:]/u;

/** The claim with body text parted around a selection, and the id of the part in the middle. */
function isolate(
  claim: Claim,
  line: ClaimLine,
  from: number,
  to: number,
): readonly [Claim, string] {
  const words = wordsOf(line);
  const start = offsetAfter(words, from);
  const stop = offsetAfter(words, to);
  const end = stop + (trailingMark.exec(words.slice(stop))?.[0].length ?? 0);
  const cut = splitLine(claim, line.id, end);
  const parted = splitLine(cut, line.id, start);
  if (parted === cut) return [cut, line.id];
  const middle = parted.lines[indexOfLine(parted, line.id) + 1];
  return [parted, middle?.id ?? line.id];
}

/**
 * Makes a heading of words chosen in the source, the text around them staying text. Only within one
 * line of body text; elsewhere the claim comes back as it is. Gives the heading's id with it.
 */
export function headingFromSource(
  claim: Claim,
  { block, start, end }: SourceSelection,
): { readonly claim: Claim; readonly id: string } | null {
  const line = findLineAt(claim, block, start);
  if (line?.role !== 'paragraph') return null;
  const from = lettersBefore(claim, line, block, start);
  const to = lettersBefore(claim, line, block, end);
  if (to <= from) return null;
  const [parted, id] = isolate(claim, line, from, to);
  const chosen = parted.lines[indexOfLine(parted, id)];
  if (!chosen || readHeadingPieces(chosen.text).rest !== '') return null;
  const raised = raiseLines(parted, new Set([id]));
  return raised === parted ? null : { claim: raised, id };
}

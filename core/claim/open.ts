import type { ImportReading } from '../api/index.ts';
import { findDate, readLabel, type SourceBlock } from '../segment/index.ts';
import { type Claim, type ClaimWording, countMade } from './claim.ts';
import { type ClaimLine, isHeadingRole, plainLine, type SourceSpan } from './line.ts';
import { linkToSource } from './link.ts';
import { listReportLines } from './report-lines.ts';
import { sourceText } from './spans.ts';

type Reading = Pick<ImportReading, 'report' | 'discarded' | 'source' | 'decisions'>;

const noWords = /^[ \t\u3000]*[。：:]?[ \t\u3000]*/u;

/** The end of what stands before `span` in its block: the line before, or the block's beginning. */
function gapBefore(
  source: readonly SourceBlock[],
  span: SourceSpan,
  before: SourceSpan | undefined,
): string {
  const block = source[span.block];
  const from = before?.block === span.block ? before.end : 0;
  return block ? sourceText(block).slice(from, span.start) : '';
}

/** The number that reading took off a heading, from where it stands in the source. */
function findLabel(line: ClaimLine, gap: string): string {
  const number = gap.trimStart();
  if (number.trim() === '') return '';
  if (line.role === 'attachment') return number;
  const read = readLabel(number + line.text)?.raw.trimEnd();
  return read === number.trimEnd() ? number : '';
}

/** The mark that reading took off the end of a heading or of the addressee. */
function findEnding(source: readonly SourceBlock[], span: SourceSpan, next?: SourceSpan): string {
  const block = source[span.block];
  const to = next?.block === span.block ? next.start : undefined;
  const gap = block ? sourceText(block).slice(span.end, to) : '';
  const ending = noWords.exec(gap)?.[0] ?? '';
  return to !== undefined && ending === gap ? ending : ending.trimEnd();
}

function isOnSameLine(
  source: readonly SourceBlock[],
  span: SourceSpan,
  next?: SourceSpan,
): boolean {
  if (next?.block !== span.block) return false;
  const block = source[span.block];
  return block !== undefined && !/[\r\n]/u.test(sourceText(block).slice(span.end, next.start));
}

/** Gives a line back what reading took off it, and the place of all of it. */
function recover(
  source: readonly SourceBlock[],
  line: ClaimLine,
  around: { readonly before: ClaimLine | undefined; readonly after: ClaimLine | undefined },
): ClaimLine {
  const heading = isHeadingRole(line.role) ? line.role : null;
  const { after } = around;
  const next = after?.spans[0];
  const last = line.spans.at(-1);
  const tail = after?.role === 'paragraph' ? after.id : null;
  const onLine = last !== undefined && isOnSameLine(source, last, next);
  const tailId = heading !== null && (line.runIn || onLine) ? tail : null;
  const [first] = line.spans;
  const unlabelled = heading === 'part' ? null : heading;
  if (!first || !last) {
    const ending = heading !== null && line.runIn ? '。' : '';
    return { ...line, ending, tailId, hinge: unlabelled };
  }
  const label = findLabel(line, gapBefore(source, first, around.before?.spans.at(-1)));
  const found = line.role === 'attachment' ? '' : findEnding(source, last, next);
  const ending = found === '' && line.runIn ? '。' : found;
  const start = first.start - label.length;
  const end = last.end + found.length;
  const widened = line.spans.map((span, index) => ({
    ...span,
    start: index === 0 ? start : span.start,
    end: index === line.spans.length - 1 ? end : span.end,
  }));
  const hinge = label === '' ? unlabelled : null;
  return { ...line, label, ending, tailId, hinge, spans: widened };
}

/** The date's own letters: it is searched by what it means, from the end and then at the top. */
function findDateSpan(source: readonly SourceBlock[], iso: string): readonly SourceSpan[] {
  const places = source.map((_, index) => index);
  for (const block of [...places.slice(-200).toReversed(), ...places.slice(0, 40)]) {
    const original = source[block];
    const found = original ? findDate(sourceText(original)) : null;
    if (found?.iso !== iso) continue;
    return [{ block, start: found.index, end: found.index + found.raw.length }];
  }
  return [];
}

/** The first source line of each thing that was read: a title may stand on several. */
function firstLines(decisions: Reading['decisions']): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { target, line } of decisions) {
    if (target === null || line === null) continue;
    first.set(target, Math.min(line, first.get(target) ?? line));
  }
  return first;
}

function withSpans(
  { source, decisions }: Reading,
  lines: readonly ClaimLine[],
): readonly ClaimLine[] {
  const told = firstLines(decisions);
  const links = linkToSource(
    lines.map(({ id, text, role }) => ({
      words: role === 'date' ? '' : text,
      line: told.get(id) ?? null,
    })),
    source,
  );
  return lines.map((line, index) => {
    if (line.role !== 'date') return { ...line, spans: links[index] ?? [] };
    const spans = findDateSpan(source, findDate(line.text)?.iso ?? '');
    const [span] = spans;
    const block = span && source[span.block];
    return block ? { ...line, spans, text: sourceText(block).slice(span.start, span.end) } : line;
  });
}

function discardedLines({ discarded, source }: Reading): readonly ClaimLine[] {
  const blockOf = new Map(source.map(({ line }, block) => [line, block]));
  const from = new Map<number, number>();
  return discarded.map(({ line, text }, index) => {
    const block = blockOf.get(line);
    const original = block === undefined ? undefined : source[block];
    const base = plainLine(`residue-${index}`, 'discarded', text);
    if (block === undefined || !original) return base;
    const whole = sourceText(original);
    const found = whole.indexOf(text, from.get(block) ?? 0);
    const span =
      found < 0
        ? { block, start: 0, end: whole.length }
        : { block, start: found, end: found + text.length };
    if (found >= 0) from.set(block, span.end);
    const rows = original.kind === 'table' ? original.rows : null;
    return { ...base, rows, spans: [span] };
  });
}

function isBefore(a: SourceSpan, b: SourceSpan): boolean {
  return a.block === b.block ? a.start < b.start : a.block < b.block;
}

/** End of those from `from` on that stand before `own`. */
function endBefore(waiting: readonly ClaimLine[], from: number, own: SourceSpan): number {
  let end = from;
  for (let span = waiting[end]?.spans[0]; span && isBefore(span, own); ) {
    end += 1;
    span = waiting[end]?.spans[0];
  }
  return end;
}

/** Puts what was left out between the lines around which it stood. */
function interleave(
  kept: readonly ClaimLine[],
  discarded: readonly ClaimLine[],
): readonly ClaimLine[] {
  const waiting = discarded.toSorted((a, b) => {
    const [first, second] = [a.spans[0], b.spans[0]];
    if (!first || !second) return first ? -1 : second ? 1 : 0;
    return isBefore(first, second) ? -1 : 1;
  });
  const lines: ClaimLine[] = [];
  let next = 0;
  for (const line of kept) {
    const [own] = line.spans;
    const until = own ? endBefore(waiting, next, own) : next;
    lines.push(...waiting.slice(next, until), line);
    next = until;
  }
  return [...lines, ...waiting.slice(next)];
}

/**
 * Opens a reading for putting right: each line with where it stands in the source, with the number
 * and the closing mark that reading took off it, and what was left out in its place between.
 * `toReport` of it is the reading's report.
 */
export function openClaim(reading: Reading, wording: ClaimWording): Claim {
  const { source, report } = reading;
  const linked = withSpans(reading, listReportLines(report));
  const kept = linked.map((line, index) =>
    isHeadingRole(line.role) || line.role === 'addressee' || line.role === 'attachment'
      ? recover(source, line, { before: linked[index - 1], after: linked[index + 1] })
      : line,
  );
  const lines = interleave(kept, discardedLines(reading));
  const { year, issuers } = report;
  return { lines, source, year, issuers, wording, made: countMade(lines) };
}

import { findMatches } from '../patterns/index.ts';
import { type Sentence, type Span, skipLead, splitClauses } from './clauses.ts';
import type { CompiledPack, CompiledPattern, CompiledRule } from './compile.ts';
import { findStructure, foldWidth, hasStructure, isTextStructure } from './structures.ts';

/** Words a rule found, before neighbours are put together. */
export interface Found extends Span {
  readonly of: CompiledRule;
  readonly proposals: readonly string[];
}

/** A text with its sentences, and what was found in it. */
export interface Searched {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly found: readonly Found[];
}

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** The proposal with what the groups matched. */
function expand(proposal: string, match: RegExpExecArray): string {
  return proposal.replace(/\$(\d)/gu, (_, group: string) => match[Number(group)] ?? '');
}

/** The first of those that reach `at`, by halves: they stand in order. */
function spanAt<Held extends Span>(spans: readonly Held[], at: number): Held | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found && found.start <= at ? found : undefined;
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  return spanAt(sentences, at);
}

function clauseAt(sentence: Sentence | undefined, at: number): Span | undefined {
  return spanAt(sentence?.clauses ?? [], at);
}

interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** What each rule's exceptions matched, looked for once. */
  readonly spared: Map<RegExp, readonly Span[]>;
}

function findSpared({ text, spared }: Scene, except: RegExp): readonly Span[] {
  const known = spared.get(except);
  if (known) return known;
  const spans = findMatches(text, except).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  spared.set(except, spans);
  return spans;
}

function isMeant(scene: Scene, { near, except, rule }: CompiledRule, span: Span) {
  const { text, sentences } = scene;
  if (except && findSpared(scene, except).some((other) => meets(span, other))) return false;
  if (!near) return true;
  const sentence = sentenceAt(sentences, span.start);
  const around = rule.scope === 'clause' ? clauseAt(sentence, span.start) : sentence;
  return around !== undefined && near.test(text.slice(around.start, around.end));
}

function widen({ text, sentences }: Scene, { rule }: CompiledRule, span: Span): Span {
  if (rule.scope === 'words') return span;
  const clause = clauseAt(sentenceAt(sentences, span.start), span.start);
  return clause
    ? skipLead(text, { start: clause.start, end: Math.max(clause.end, span.end) })
    : span;
}

function findPattern(scene: Scene, { of, shape, proposals }: CompiledPattern): readonly Found[] {
  return findMatches(scene.text, shape).flatMap((match): readonly Found[] => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[0].trim() === '' || !isMeant(scene, of, span)) return [];
    const told = proposals.map((proposal) => expand(proposal, match));
    return [{ ...widen(scene, of, span), of, proposals: told }];
  });
}

function findStructured(scene: Scene, of: CompiledRule): readonly Found[] {
  const { structure, proposals } = of.rule;
  if (structure === undefined || !isTextStructure(structure)) return [];
  return findStructure(scene.text, structure)
    .filter((span) => isMeant(scene, of, span))
    .map((span) => ({ ...widen(scene, of, span), of, proposals }));
}

/** Everything the packs find in one text, in no order and with overlaps. */
export function findInText(text: string, packs: readonly CompiledPack[]): Searched {
  const folded = foldWidth(text);
  const candidates = packs.flatMap(({ findCandidates, patterns }) =>
    findCandidates(folded).flatMap((at) => patterns[at] ?? []),
  );
  const structured = packs.flatMap(({ rules }) =>
    rules.filter(({ rule }) => rule.structure !== undefined),
  );
  if (candidates.length === 0 && !hasStructure(folded)) return { text, sentences: [], found: [] };
  const scene: Scene = { text: folded, sentences: splitClauses(folded), spared: new Map() };
  const found = [
    ...candidates.flatMap((pattern) => findPattern(scene, pattern)),
    ...structured.flatMap((rule) => findStructured(scene, rule)),
  ];
  return { text, sentences: scene.sentences, found };
}

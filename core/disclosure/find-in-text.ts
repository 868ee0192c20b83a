import { findMatches } from '../patterns/index.ts';
import { type Sentence, type Span, skipLead, splitClauses } from './clauses.ts';
import type { CompiledPack, CompiledPattern, CompiledRule } from './compile.ts';
import { findStructure, foldWidth, hasStructure } from './structures.ts';

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

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  return sentences.find(({ start, end }) => start <= at && at <= end);
}

function clauseAt(sentence: Sentence | undefined, at: number): Span | undefined {
  return sentence?.clauses.find(({ start, end }) => start <= at && at <= end);
}

interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

function isMeant({ text, sentences }: Scene, { near, except, rule }: CompiledRule, span: Span) {
  if (
    except &&
    findMatches(text, except).some(({ index, 0: words }) =>
      meets(span, { start: index, end: index + words.length }),
    )
  ) {
    return false;
  }
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
  if (structure === undefined || structure === 'annex') return [];
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
  const scene = { text: folded, sentences: splitClauses(folded) };
  const found = [
    ...candidates.flatMap((pattern) => findPattern(scene, pattern)),
    ...structured.flatMap((rule) => findStructured(scene, rule)),
  ];
  return { text, sentences: scene.sentences, found };
}

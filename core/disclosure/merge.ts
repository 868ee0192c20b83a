import type { DisclosureRule } from '../packs/index.ts';
import { type Sentence, type Span, skipLead } from './clauses.ts';
import type { Found, Searched } from './find-in-text.ts';

/** Words of a text as one thing to decide. */
export interface Merged extends Span {
  readonly rule: DisclosureRule;
  readonly why: string;
  readonly severity: 'block' | 'warn';
  readonly proposals: readonly string[];
}

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
const isBlock = ({ severity }: { readonly severity: string }) => severity === 'block';
const unique = (texts: readonly string[]) => [...new Set(texts)];

/** The first of those that block, else the first. */
function lead(found: readonly Found[]): DisclosureRule | undefined {
  return (found.find(({ of }) => isBlock(of.rule)) ?? found[0])?.of.rule;
}

function joinWhys(rules: readonly DisclosureRule[]): string {
  return unique(rules.map(({ why }) => why)).join('');
}

/** Rules whose words in a neighbouring clause speak of the same people. */
const sameMatter = new Set<string>(['group', 'stability', 'small-count']);

/** Clauses in a row that something was found in, at least one of them as a whole. */
function listRuns(sentence: Sentence, found: readonly Found[]): readonly Span[] {
  const whole = found.filter(({ of }) => of.rule.scope === 'clause');
  const soft = found.filter(({ of }) => sameMatter.has(of.rule.kind));
  if (whole.length === 0) return [];
  const holds = (all: readonly Found[], clause: Span) => all.some((one) => meets(one, clause));
  const runs: Span[][] = [[]];
  for (const clause of sentence.clauses) {
    if (holds(whole, clause) || holds(soft, clause)) runs.at(-1)?.push(clause);
    else runs.push([]);
  }
  return runs
    .filter((run) => run.some((clause) => holds(whole, clause)))
    .map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
}

/** A run of clauses with the mark that parts it from the rest, so that it can be taken out whole. */
function withMark(
  text: string,
  run: Span,
  sentence: Sentence,
): readonly [Span, (p: string) => string] {
  const behind = text[run.end] ?? '';
  if (behind === '，') return [{ start: run.start, end: run.end + 1 }, (words) => `${words}，`];
  const before = text[run.start - 1] ?? '';
  if (before === '，') return [{ start: run.start - 1, end: run.end }, (words) => `，${words}`];
  const isAll = run.start === sentence.start && run.end === sentence.end;
  if (isAll && (behind === '。' || behind === '；')) {
    return [{ start: run.start, end: run.end + 1 }, (words) => `${words}${behind}`];
  }
  return [run, (words) => words];
}

function toRun(text: string, sentence: Sentence, span: Span, found: readonly Found[]): Merged[] {
  const inside = found.filter((one) => meets(one, span));
  const rule = lead(inside.filter(({ of }) => of.rule.scope === 'clause'));
  if (!rule) return [];
  const run = skipLead(text, span);
  const [marked, dress] = withMark(text, run, sentence);
  const told = unique(
    inside.flatMap(({ of, proposals }) => (of.rule.scope === 'clause' ? proposals : [])),
  ).filter((words) => words !== '');
  const canGo = marked.start < run.start || marked.end > run.end;
  const rules = inside.map(({ of }) => of.rule);
  return [
    {
      ...marked,
      rule,
      why: joinWhys(rules),
      severity: rules.some(isBlock) ? 'block' : 'warn',
      proposals: [...told.map(dress), ...(canGo ? [''] : [])],
    },
  ];
}

/** As much of two that meet as no third one has. */
function unite(one: Found, other: Span, kept: readonly Found[]): Found {
  const others = kept.filter((third) => third !== one);
  const before = others.filter(({ end }) => end <= one.start).map(({ end }) => end);
  const behind = others.filter(({ start }) => start >= one.end).map(({ start }) => start);
  return {
    ...one,
    start: Math.max(Math.min(one.start, other.start), ...before),
    end: Math.min(Math.max(one.end, other.end), ...behind),
  };
}

/**
 * Those that meet no better one: of two that meet, one that blocks, then the longer stands. What
 * sticks out of a lesser one that blocks too goes with it, or it would be published unseen.
 */
function dropCovered(found: readonly Found[]): readonly Found[] {
  const ranked = found.toSorted(
    (a, b) =>
      Number(isBlock(b.of.rule)) - Number(isBlock(a.of.rule)) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  let kept: readonly Found[] = [];
  for (const one of ranked) {
    if (!kept.some((other) => meets(one, other))) kept = [...kept, one];
    else if (isBlock(one.of.rule)) {
      const all = kept;
      kept = all.map((other) => (meets(one, other) ? unite(other, one, all) : other));
    }
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** What may stand between two neighbours that are one thing. */
const joiner = /^[，、,和与及]{0,2}(?:其中)?$/u;

function groupNeighbours(text: string, found: readonly Found[]): readonly (readonly Found[])[] {
  const groups: Found[][] = [];
  for (const one of found) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNext =
      last?.of === one.of && joiner.test(text.slice(last.end, one.start)) && last.end < one.start;
    if (group && isNext) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The proposals of neighbours put together, with what stands between them. */
function composeProposals(text: string, group: readonly Found[]): readonly string[] {
  const [first] = group;
  if (!first || group.length === 1) return first?.proposals ?? [];
  const { together } = first.of.rule;
  const counts = Math.min(...group.map(({ proposals }) => proposals.length));
  const each = Array.from({ length: counts }, (_, rank) =>
    group
      .map(({ proposals, end }, at) => {
        const next = group[at + 1];
        return (proposals[rank] ?? '') + (next ? text.slice(end, next.start) : '');
      })
      .join(''),
  ).filter((_, rank) => group.every(({ proposals }) => proposals[rank] !== ''));
  return unique([...together, ...each]);
}

function toWords(text: string, group: readonly Found[]): readonly Merged[] {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return [];
  const { rule } = first.of;
  const proposals = composeProposals(text, group);
  const span = { start: first.start, end: last.end };
  return [{ ...span, rule, why: rule.why, severity: rule.severity, proposals }];
}

/**
 * What was found in a text as things to decide, in order and without overlaps: clauses in a row that
 * speak of the same people are one, as are neighbours in a list; of two that meet the weightier stands.
 */
export function mergeFound({ text, sentences, found }: Searched): readonly Merged[] {
  const runs = sentences.flatMap((sentence) =>
    listRuns(sentence, found).flatMap((span) => toRun(text, sentence, span, found)),
  );
  const rest = found.filter(
    (one) => one.of.rule.scope === 'words' && !runs.some((run) => meets(one, run)),
  );
  const single = groupNeighbours(text, dropCovered(rest)).flatMap((group) => toWords(text, group));
  return [...runs, ...single].toSorted((a, b) => a.start - b.start);
}

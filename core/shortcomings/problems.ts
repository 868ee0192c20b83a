import { type Block, blockText, type Report } from '../model/index.ts';
import { findPlanSpans, isIntroduction, itemise } from '../promises/index.ts';
import type { CompiledReviewWords } from './words.ts';

/** A shortcoming a report names. */
export interface Problem {
  readonly partId: string;
  readonly sectionId: string | null;
  /** Null for a section's heading. */
  readonly blockId: string | null;
  /** What is lacking, letter by letter as it stands: its first clause or its heading. */
  readonly head: string;
  /** All that is said of it. */
  readonly text: string;
}

type Where = Pick<Problem, 'partId' | 'sectionId'>;

const leastLetters = 6;

/** The first clause, and the next where the first is but a word or two. */
function headOf(words: string): string {
  const clause = /^[^。；：，,;:！？\n]+/u.exec(words)?.[0] ?? words;
  if (clause.length >= leastLetters) return clause;
  return /^[^。；！？\n]+/u.exec(words)?.[0] ?? words;
}

function toProblem(where: Where, blockId: string | null, words: string): readonly Problem[] {
  const text = words.trim();
  const head = headOf(text);
  return head.length < leastLetters ? [] : [{ ...where, blockId, head, text }];
}

function splitSentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。；！？\n])/u);
}

function readText(
  where: Where,
  { id, text }: { readonly id: string; readonly text: string },
  { faults, causesAll }: CompiledReviewWords,
): readonly Problem[] {
  const itemised = itemise(text, { start: 0, end: text.length });
  if (itemised) {
    const { before } = itemised;
    if (causesAll.test(text.slice(before.start, before.end))) return [];
    return itemised.items.flatMap(({ start, end }) => toProblem(where, id, text.slice(start, end)));
  }
  const sentences = splitSentencesOf(text).filter(
    (one) => !isIntroduction(one) && !causesAll.test(one),
  );
  const first = sentences.findIndex((one) => faults.test(one));
  return first < 0 ? [] : toProblem(where, id, sentences.slice(first).join(''));
}

/** A paragraph that tells why what stands before it is so: a cause names no shortcoming of its own. */
const opensWithCause = /^\s*(?:究其|分析|主要|具体|其)*原因(?:是|有|在于|为|：|，)/u;

function continueLast(problems: Problem[], text: string): void {
  const last = problems.pop();
  if (last) problems.push({ ...last, text: `${last.text}\n${text}` });
}

/** Blocks under one heading; a heading of theirs is a shortcoming with all that stands under it. */
function readBlocks(
  where: Where,
  blocks: readonly Block[],
  words: CompiledReviewWords,
): readonly Problem[] {
  const problems: Problem[] = [];
  let headed: { readonly id: string; readonly head: string; text: string } | null = null;
  const close = () => {
    if (headed)
      problems.push({ ...where, blockId: headed.id, head: headed.head, text: headed.text });
  };
  for (const block of blocks) {
    const text = blockText(block);
    if (block.type === 'subheading') {
      close();
      headed = { id: block.id, head: text, text };
    } else if (headed) headed.text += `\n${text}`;
    else if (opensWithCause.test(text) && problems.length > 0) continueLast(problems, text);
    else problems.push(...readText(where, { id: block.id, text }, words));
  }
  close();
  return problems;
}

/**
 * The shortcomings a report names: its numbered points, headed sections or, where nothing is
 * numbered, its paragraphs. What the same part plans is left out.
 */
export function listProblems(report: Report, words: CompiledReviewWords): readonly Problem[] {
  const plans = findPlanSpans(report);
  const withoutPlans = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => {
      const from = plans.get(block.id);
      if (from === undefined) return [block];
      const text = blockText(block).slice(0, from);
      return text.trim() === ''
        ? []
        : [{ type: 'paragraph', id: block.id, source: null, text } as const];
    });
  return report.parts
    .filter(({ kind }) => kind === 'shortcomings')
    .flatMap((part) => [
      ...readBlocks({ partId: part.id, sectionId: null }, withoutPlans(part.blocks), words),
      ...part.sections.flatMap((section) => {
        const where = { partId: part.id, sectionId: section.id };
        const blocks = withoutPlans(section.blocks);
        const inner = readBlocks(where, blocks, words);
        if (words.causesAll.test(section.heading)) return [];
        if (inner.length > 1 || plans.has(section.id)) return inner;
        const text = [section.heading, ...blocks.map(blockText)].join('\n');
        return section.heading.trim() === ''
          ? inner
          : [{ ...where, blockId: null, head: section.heading, text }];
      }),
    ]);
}

import { escapeWords } from '../packs/index.ts';
import type { Knowledge } from './knowledge.ts';
import {
  clauseAt,
  type Mention,
  mentionAt,
  type RollContext,
  spokenYear,
  type Verdict,
} from './mention.ts';

const bracketed =
  '\\s*[（(]\\s*(\\d{4})\\s{0,9}年?\\s{0,9}[—－–―\\-~～至到]{1,2}\\s*(\\d{4})\\s{0,9}年?\\s{0,9}[)）]?';

function judge(
  words: string,
  years: readonly [number, number],
  isPast: boolean,
  { context, outline }: { readonly context: RollContext; readonly outline: Knowledge['outline'] },
): Verdict {
  const cited = outline.citation.match(/\d{4}/gu)?.map(Number) ?? [];
  const isSame = years[0] === cited[0] && years[1] === cited[1];
  const covers = years[1] >= spokenYear(context);
  const isMarked = words.startsWith('《');
  const right = isMarked ? `《${outline.citation}》` : outline.citation;
  if (isSame && !covers && !isPast) return { verdict: 'ask', reason: 'outline-unknown', to: null };
  if (isSame || !outline.isCurrent) {
    return covers || isPast
      ? { verdict: 'keep', reason: 'outline', to: null }
      : { verdict: 'ask', reason: 'outline-unknown', to: null };
  }
  return isPast
    ? { verdict: 'keep', reason: 'outline', to: right }
    : { verdict: 'move', reason: 'outline', to: right };
}

/**
 * Citations of the outline with its years. Another one than the packs give for the new year is
 * changed to that; where none is known to go on, the writer is asked. Inside a longer title it
 * stays.
 */
export function findOutlineCitations(
  text: string,
  context: RollContext,
  { outline, past }: Knowledge,
): readonly Mention[] {
  if (!text.includes(outline.name)) return [];
  const name = escapeWords(outline.name);
  const cited = new RegExp(
    `《${name}${bracketed}》?|(?<![《〈<\\p{Script=Han}、])${name}${bracketed}`,
    'gu',
  );
  return [...text.matchAll(cited)].map((match) => {
    const [words] = match;
    const years = words.match(/\d{4}/gu)?.map(Number) ?? [];
    const end = match.index + words.length;
    const isPast = past.test(clauseAt(text, end));
    const pair = [years[0] ?? 0, years[1] ?? 0] as const;
    return mentionAt(text, match.index, end, judge(words, pair, isPast, { context, outline }));
  });
}

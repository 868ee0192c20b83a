import type { Finding } from '../../api/index.ts';
import { fillWording, type WordList } from '../../packs/index.ts';
import type { CompiledEntry, CompiledList } from '../compile-rules.ts';
import { countNote, findingOf, type Hit, isBody, isRunningText, matchHits } from '../hit.ts';
import { maskSign, type Passage } from '../passage.ts';
import type { LocalRule } from '../rule.ts';

const reaches: Readonly<Record<WordList['where'], (passage: Passage) => boolean>> = {
  everywhere: () => true,
  body: isBody,
  text: (passage) => isRunningText(passage) || passage.role === 'note',
};

/** True when the words at `start` belong to a longer wording that is right. */
function isExcepted(text: string, { start, end }: Pick<Hit, 'start' | 'end'>, except: string) {
  const reach = except.length - 1;
  return text.slice(Math.max(0, start - reach), end + reach).includes(except);
}

function replacementFor(replace: string | null, match: RegExpExecArray): string | null {
  const words = replace?.replace(/\$([1-9])/gu, (_, group: string) => match[Number(group)] ?? '');
  // Words inside 《》 are hidden from the list and cannot be put back.
  return words === undefined || words.includes(maskSign) ? null : words;
}

function entryHits(text: string, { find, replace, except }: CompiledEntry): readonly Hit[] {
  return matchHits(text, find, (match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const isRight = match[0] === '' || except.some((words) => isExcepted(text, span, words));
    return isRight ? undefined : replacementFor(replace, match);
  });
}

/** Hits of all entries in order; of two that overlap the first stands. */
function listHits(text: string, { any, entries }: CompiledList): readonly Hit[] {
  if (!any.test(text)) return [];
  const all = entries.flatMap((entry) => entryHits(text, entry));
  let end = 0;
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter((hit) => {
      if (hit.start < end) return false;
      end = hit.end;
      return true;
    });
}

function checkPassage(passage: Passage, list: CompiledList): readonly Finding[] {
  const hits = listHits(passage.plain, list);
  return findingOf(passage, hits, {
    rule: list.id,
    severity: list.severity,
    say: (count, words) =>
      fillWording(list.message, { words, instead: hits[0]?.replacement ?? '' }) + countNote(count),
  });
}

/**
 * The word lists of the rules packs: misprints, outdated terms, wording that a report must not
 * hold. Each finding names its list as its rule.
 * @source regulations.md 0.3, 0.6, 7.1, 7.4
 */
export const wordLists: LocalRule = {
  id: 'word-lists',
  checkPassage: (passage, { rules }) =>
    rules.lists.flatMap((list) =>
      reaches[list.where](passage) ? checkPassage(passage, list) : [],
    ),
};

import type { Required } from './required-words.ts';

/** Tells which of several things may be spoken of in a text, by their place in the list. */
export type FindCandidates = (text: string) => readonly number[];

/** A word with the lists it stands in. */
interface Entry {
  readonly word: string;
  readonly lists: number[];
}

/** An alternative: found when each of its lists is. */
interface Clause {
  readonly owner: number;
  readonly needed: number;
}

interface Plan {
  readonly entries: readonly Entry[];
  /** The clauses that need a list, by the list. */
  readonly clausesOf: readonly (readonly number[])[];
  readonly clauses: readonly Clause[];
  readonly always: readonly number[];
}

/** Lists the words to look for; many patterns share their lists. */
function plan(requiredOf: readonly Required[]): Plan {
  const entries = new Map<string, Entry>();
  const listIds = new Map<string, number>();
  const clausesOf: number[][] = [];
  const clauses: Clause[] = [];
  const always: number[] = [];
  const listOf = (words: readonly string[]): number => {
    const key = words.toSorted().join('\u0000');
    const known = listIds.get(key);
    if (known !== undefined) return known;
    const id = listIds.size;
    listIds.set(key, id);
    clausesOf.push([]);
    for (const word of words) {
      const entry = entries.get(word);
      if (entry) entry.lists.push(id);
      else entries.set(word, { word, lists: [id] });
    }
    return id;
  };
  for (const [owner, required] of requiredOf.entries()) {
    if (!required) always.push(owner);
    for (const lists of required ?? []) {
      const ids = new Set(lists.map(listOf));
      for (const id of ids) clausesOf[id]?.push(clauses.length);
      clauses.push({ owner, needed: ids.size });
    }
  }
  return { entries: [...entries.values()], clausesOf, clauses, always };
}

const pairAt = (text: string, at: number) =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** The words by their first letter, or their first two. */
function indexEntries(entries: readonly Entry[]) {
  const byLetter = new Map<number, Entry[]>();
  const byPair = new Map<number, Entry[]>();
  for (const entry of entries) {
    const isLetter = entry.word.length === 1;
    const map = isLetter ? byLetter : byPair;
    const key = isLetter ? entry.word.charCodeAt(0) : pairAt(entry.word, 0);
    const known = map.get(key);
    if (known) known.push(entry);
    else map.set(key, [entry]);
  }
  return { byLetter, byPair };
}

/**
 * Looks for the words of all at once. What does not tell its words is always a candidate.
 * Candidates come in the order of the list.
 */
export function createWordIndex(requiredOf: readonly Required[]): FindCandidates {
  const { entries, clausesOf, clauses, always } = plan(requiredOf);
  const { byLetter, byPair } = indexEntries(entries);
  const isListFound = new Uint8Array(clausesOf.length);
  const foundOf = new Uint16Array(clauses.length);
  const isFound = new Uint8Array(requiredOf.length);
  const findList = (list: number) => {
    isListFound[list] = 1;
    for (const clause of clausesOf[list] ?? []) {
      const found = (foundOf[clause] ?? 0) + 1;
      foundOf[clause] = found;
      const { owner, needed } = clauses[clause] ?? { owner: 0, needed: 0 };
      if (found === needed) isFound[owner] = 1;
    }
  };
  const look = (text: string, at: number, found: readonly Entry[] | undefined) => {
    if (!found) return;
    for (const { word, lists } of found) {
      if (!text.startsWith(word, at)) continue;
      for (const list of lists) if (!isListFound[list]) findList(list);
    }
  };
  return (text) => {
    isListFound.fill(0);
    foundOf.fill(0);
    isFound.fill(0);
    for (const owner of always) isFound[owner] = 1;
    for (let at = 0; at < text.length; at += 1) {
      look(text, at, byLetter.get(text.charCodeAt(at)));
      if (at + 1 < text.length) look(text, at, byPair.get(pairAt(text, at)));
    }
    const candidates: number[] = [];
    for (let owner = 0; owner < isFound.length; owner += 1) {
      if (isFound[owner]) candidates.push(owner);
    }
    return candidates;
  };
}

import type { AnyOf, Required } from './required-words.ts';

/** Tells which of several things may be spoken of in a text, by their place in the list. */
export type FindCandidates = (text: string) => readonly number[];

const nothing: readonly never[] = [];

/** Words, one of which must be there. */
interface List {
  readonly id: number;
  readonly words: readonly Entry[];
}

/** An alternative: its owner may be spoken of when a word of each of its lists is there. */
interface Clause {
  readonly owner: number;
  /** All but the most telling one. */
  readonly others: readonly List[];
}

/** A word to look for. */
interface Entry {
  readonly id: number;
  readonly word: string;
  /** Those of whose most telling list it is one: without such a word they need no look. */
  readonly clauses: Clause[];
}

interface Plan {
  readonly entries: readonly Entry[];
  readonly lists: number;
  readonly always: readonly number[];
}

/** The most telling first: lists of longer words, which are rarer, then shorter lists. */
function compareLists(a: AnyOf, b: AnyOf): number {
  const shortest = (words: AnyOf) => Math.min(...words.map(({ length }) => length));
  return shortest(b) - shortest(a) || a.length - b.length;
}

/** Lists the words to look for; many patterns share their lists. */
function plan(requiredOf: readonly Required[]): Plan {
  const entries = new Map<string, Entry>();
  const lists = new Map<string, List>();
  const entryOf = (word: string): Entry => {
    const entry = entries.get(word) ?? { id: entries.size, word, clauses: [] };
    entries.set(word, entry);
    return entry;
  };
  const listOf = (words: AnyOf): List => {
    const key = words.toSorted().join('\u0000');
    const list = lists.get(key) ?? { id: lists.size, words: [...new Set(words)].map(entryOf) };
    lists.set(key, list);
    return list;
  };
  for (const [owner, required] of requiredOf.entries()) {
    for (const words of required ?? []) {
      const [telling, ...others] = words.toSorted(compareLists).map(listOf);
      for (const entry of telling?.words ?? []) entry.clauses.push({ owner, others });
    }
  }
  const always = requiredOf.flatMap((required, owner) => (required ? [] : [owner]));
  return { entries: [...entries.values()], lists: lists.size, always };
}

/** Words that share their first letter, by their second; `alone` is that letter by itself. */
interface Branch {
  alone: Entry | null;
  readonly bySecond: Map<number, Entry[]>;
}

/** The words by their first two letters. Most letters begin none: looking one up tells so at once. */
function indexEntries(entries: readonly Entry[]): ReadonlyMap<number, Branch> {
  const byFirst = new Map<number, Branch>();
  for (const entry of entries) {
    const first = entry.word.charCodeAt(0);
    const branch = byFirst.get(first) ?? { alone: null, bySecond: new Map<number, Entry[]>() };
    byFirst.set(first, branch);
    const second = entry.word.charCodeAt(1);
    const known = branch.bySecond.get(second);
    if (entry.word.length === 1) branch.alone = entry;
    else if (known) known.push(entry);
    else branch.bySecond.set(second, [entry]);
  }
  return byFirst;
}

/**
 * Looks for the words of all at once. What does not tell its words is always a candidate.
 * Candidates come in the order of the list.
 */
export function createWordIndex(requiredOf: readonly Required[]): FindCandidates {
  const { entries, lists, always } = plan(requiredOf);
  const byFirst = indexEntries(entries);
  // what one text holds is told from what earlier ones held by the number of the turn: nothing is wiped
  let turn = 0;
  const seenEntries = new Uint32Array(entries.length);
  const seenLists = new Uint32Array(lists);
  const seenOwners = new Uint32Array(requiredOf.length);
  const see = (entry: Entry, telling: Entry[]) => {
    if (seenEntries[entry.id] === turn) return;
    seenEntries[entry.id] = turn;
    if (entry.clauses.length > 0) telling.push(entry);
  };
  const findTelling = (text: string): readonly Entry[] => {
    const telling: Entry[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const branch = byFirst.get(text.charCodeAt(at));
      if (!branch) continue;
      if (branch.alone) see(branch.alone, telling);
      for (const entry of branch.bySecond.get(text.charCodeAt(at + 1)) ?? nothing) {
        if (entry.word.length === 2 || text.startsWith(entry.word, at)) see(entry, telling);
      }
    }
    return telling;
  };
  const holds = ({ id, words }: List): boolean => {
    if (seenLists[id] === turn) return true;
    if (!words.some((word) => seenEntries[word.id] === turn)) return false;
    seenLists[id] = turn;
    return true;
  };
  return (text) => {
    turn += 1;
    const candidates = [...always];
    for (const { clauses } of findTelling(text)) {
      for (const { owner, others } of clauses) {
        if (seenOwners[owner] === turn || !others.every(holds)) continue;
        seenOwners[owner] = turn;
        candidates.push(owner);
      }
    }
    return candidates.sort((a, b) => a - b);
  };
}

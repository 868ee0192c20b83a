import type { RequiredWords } from './required-words.ts';

/** Tells which of several things may be spoken of in a text, by their place in the list. */
export type FindCandidates = (text: string) => readonly number[];

interface Entry {
  readonly word: string;
  readonly owners: number[];
}

const pairAt = (text: string, at: number) =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/**
 * Looks for the words of all at once, by their first two letters. What has no words is always a
 * candidate. Candidates come in the order of the list.
 */
export function createWordIndex(wordsOf: readonly RequiredWords[]): FindCandidates {
  const byLetter = new Map<number, Entry[]>();
  const byPair = new Map<number, Entry[]>();
  const always: number[] = [];
  const entries = new Map<string, Entry>();
  for (const [owner, words] of wordsOf.entries()) {
    if (!words || words.includes('')) always.push(owner);
    else
      for (const word of words) {
        const known = entries.get(word);
        if (known) known.owners.push(owner);
        else entries.set(word, { word, owners: [owner] });
      }
  }
  for (const entry of entries.values()) {
    const [map, key] =
      entry.word.length === 1
        ? [byLetter, entry.word.charCodeAt(0)]
        : [byPair, pairAt(entry.word, 0)];
    map.set(key, [...(map.get(key) ?? []), entry]);
  }
  return (text) => {
    const found = new Uint8Array(wordsOf.length);
    for (const owner of always) found[owner] = 1;
    const mark = (list: readonly Entry[] | undefined, at: number) => {
      if (!list) return;
      for (const { word, owners } of list) {
        if (text.startsWith(word, at)) for (const owner of owners) found[owner] = 1;
      }
    };
    for (let at = 0; at < text.length; at += 1) {
      mark(byLetter.get(text.charCodeAt(at)), at);
      if (at + 1 < text.length) mark(byPair.get(pairAt(text, at)), at);
    }
    const candidates: number[] = [];
    for (let owner = 0; owner < found.length; owner += 1) if (found[owner]) candidates.push(owner);
    return candidates;
  };
}

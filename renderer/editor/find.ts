import type { Node } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A place where the sought words stand. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** The open search: empty words find nothing. `current` is an index into `matches`, -1 when none. */
export interface FindState {
  readonly words: string;
  readonly matches: readonly Match[];
  readonly current: number;
}

interface Stored extends FindState {
  readonly marks: DecorationSet;
}

const noSearch: Stored = { words: '', matches: [], current: -1, marks: DecorationSet.empty };
const key = new PluginKey<Stored>('find');

/** Where `words` stand in the document, letter for letter, one after another. */
export function findMatches(doc: Node, words: string): readonly Match[] {
  const matches: Match[] = [];
  if (words === '') return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + words.length });
    }
    return false;
  });
  return matches;
}

function mark(doc: Node, matches: readonly Match[], current: number): DecorationSet {
  const marks = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, {
      class: index === current ? 'find-match is-current' : 'find-match',
    }),
  );
  return DecorationSet.create(doc, marks);
}

function search(doc: Node, words: string, near: number): Stored {
  if (words === '') return noSearch;
  const matches = findMatches(doc, words);
  const behind = matches.findIndex(({ from }) => from >= near);
  const current = matches.length === 0 ? -1 : Math.max(behind, 0);
  return { words, matches, current, marks: mark(doc, matches, current) };
}

type FindMeta = { readonly words: string; readonly near: number } | { readonly current: number };

function applyFind(tr: Transaction, stored: Stored): Stored {
  const meta = tr.getMeta(key) as FindMeta | undefined;
  if (meta && 'words' in meta) return search(tr.doc, meta.words, meta.near);
  if (meta) {
    return { ...stored, current: meta.current, marks: mark(tr.doc, stored.matches, meta.current) };
  }
  if (!tr.docChanged || stored.words === '') return stored;
  const near = stored.matches[stored.current]?.from ?? 0;
  return search(tr.doc, stored.words, tr.mapping.map(near));
}

/** Keeps the matches of an open search true while the text changes; without one it does nothing. */
export function createFindPlugin(): Plugin {
  return new Plugin<Stored>({
    key,
    state: { init: () => noSearch, apply: applyFind },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** The open search of a state. */
export function findStateOf(state: EditorState): FindState {
  return key.getState(state) ?? noSearch;
}

/** Looks for `words` from the caret on; empty words close the search. */
export function startFind(state: EditorState, words: string): Transaction {
  return state.tr.setMeta(key, { words, near: state.selection.from } satisfies FindMeta);
}

/** Selects the next or previous match, around the end of the document; null when there is none. */
export function stepFind(state: EditorState, step: 1 | -1): Transaction | null {
  const { matches, current } = findStateOf(state);
  const next = (current + step + matches.length) % matches.length;
  const match = matches[next];
  if (!match) return null;
  return state.tr
    .setMeta(key, { current: next } satisfies FindMeta)
    .setSelection(TextSelection.create(state.doc, match.from, match.to))
    .scrollIntoView();
}

function putWords(tr: Transaction, { from, to }: Match, words: string): void {
  if (words === '') tr.delete(from, to);
  else tr.insertText(words, from, to);
}

/** Replaces the current match and goes to the next; null when there is none. */
export function replaceCurrent(state: EditorState, words: string): Transaction | null {
  const { matches, current, words: sought } = findStateOf(state);
  const match = matches[current];
  if (!match) return null;
  const { tr } = state;
  putWords(tr, match, words);
  const near = match.from + words.length;
  tr.setMeta(key, { words: sought, near } satisfies FindMeta);
  const next = findMatches(tr.doc, sought).find(({ from }) => from >= near);
  const target = next ?? { from: near, to: near };
  return tr.setSelection(TextSelection.create(tr.doc, target.from, target.to)).scrollIntoView();
}

/** Replaces every match in one step of the history; null when there is none. */
export function replaceAll(state: EditorState, words: string): Transaction | null {
  const { matches } = findStateOf(state);
  if (matches.length === 0) return null;
  const { tr } = state;
  for (const match of matches.toReversed()) putWords(tr, match, words);
  return tr;
}

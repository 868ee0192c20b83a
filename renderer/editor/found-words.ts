import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A stretch of the text that is shown for a moment. */
export interface FoundWords {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<DecorationSet>('found-words');

function draw(state: EditorState, words: readonly FoundWords[], current: number): DecorationSet {
  return DecorationSet.create(
    state.doc,
    words.map(({ from, to }, index) =>
      Decoration.inline(from, to, {
        class: index === current ? 'found-words is-current' : 'found-words',
      }),
    ),
  );
}

const say = (tr: Transaction, marks: DecorationSet): Transaction =>
  tr.setMeta(key, marks).setMeta('addToHistory', false);

/** Marks words of the page, one of them as the one that is looked at; in place of those marked before. */
export function markFoundWords(
  state: EditorState,
  words: readonly FoundWords[],
  current: number,
): Transaction {
  return say(state.tr, draw(state, words, current));
}

/** Takes the marks away; null when there are none. */
export function clearFoundWords(state: EditorState): Transaction | null {
  const marks = key.getState(state);
  return !marks || marks === DecorationSet.empty ? null : say(state.tr, DecorationSet.empty);
}

/** Words of the page that are shown for a moment. Nothing of it is part of the text. */
export function createFoundWordsPlugin(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marks) => {
        const meta = tr.getMeta(key) as DecorationSet | undefined;
        // words that are being changed have been seen
        return meta ?? (tr.docChanged ? DecorationSet.empty : marks);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

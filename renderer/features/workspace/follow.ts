import type { EditorState } from '@tiptap/pm/state';
import { levelOf, lineOf, stopIdAt } from '../../editor/index.ts';
import type { DeskStore } from './desk-state.ts';
import type { SaveState } from './saver.ts';

/** Shows how far the draft is durable. */
export function followSaves(store: DeskStore): (state: SaveState) => void {
  return (save) => {
    const before = store.getState().save;
    if (before.kind === save.kind && save.kind !== 'saved' && save.kind !== 'failed') return;
    const savedAt = save.kind === 'saved' ? save.savedAt : null;
    store.setState(savedAt ? { save, savedAt } : { save });
  };
}

/** The outline stop and the level of the line under the caret. */
export function readCaret(state: EditorState) {
  const line = lineOf(state.selection.$from);
  return {
    currentStop: stopIdAt(state.doc, line?.index ?? 0),
    lineLevel: line ? levelOf(line.node) : null,
  };
}

/** Shows where the caret stands, when that is elsewhere than before. */
export function followCaret(store: DeskStore, state: EditorState): void {
  const now = store.getState();
  const caret = readCaret(state);
  if (caret.currentStop === now.currentStop && caret.lineLevel === now.lineLevel) return;
  const moved = caret.currentStop !== now.currentStop;
  store.setState(moved ? { ...caret, showsHomeless: false } : caret);
}

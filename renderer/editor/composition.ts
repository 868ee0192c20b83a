import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { settleBlanks } from './blanks.ts';
import { crossesLines, deleteRange } from './delete-range.ts';
import { lineOf } from './lines.ts';
import { isHeading } from './schema.ts';
import { measureTypedLabel } from './typed-labels.ts';

/** Told when an input method takes over and when it lets go. */
export interface CompositionListener {
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

/** Words selected over several lines go before an input method writes, sparing what is protected. */
function clearSelection(view: EditorView): void {
  const { selection } = view.state;
  if (!crossesLines(selection)) return;
  view.dispatch(deleteRange(view.state.tr, selection.from, selection.to));
}

/** A number typed with an input method in front of a heading goes once its words are final. */
function settleHeading(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  const line = lineOf(view.state.selection.$from);
  if (!line || !isHeading(line.node)) return;
  const length = measureTypedLabel(line.node.textContent);
  if (length > 0) view.dispatch(view.state.tr.delete(line.from + 1, line.from + 1 + length));
}

/** Blanks that were filled meanwhile lose their marks. */
function settleMarks(view: EditorView): void {
  const tr = view.isDestroyed || view.composing ? null : settleBlanks(view.state);
  if (tr) view.dispatch(tr);
}

/** ProseMirror takes in the last words of a composition up to 20 ms after its end. */
const settleMs = 40;

/** What must happen around an input method's work; during it nothing touches the page. */
export function createCompositionPlugin({ onStart, onEnd }: CompositionListener): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart(view) {
          clearSelection(view);
          onStart();
          return false;
        },
        compositionend(view) {
          window.setTimeout(() => {
            settleHeading(view);
            settleMarks(view);
            onEnd();
          }, settleMs);
          return false;
        },
      },
      handleTextInput(view, from, to, text) {
        if (!crossesLines(view.state.selection)) return false;
        view.dispatch(deleteRange(view.state.tr, from, to).insertText(text).scrollIntoView());
        return true;
      },
    },
  });
}

import { type Command, TextSelection } from '@tiptap/pm/state';
import { lineOf } from './lines.ts';
import { schema } from './schema.ts';

/**
 * Ctrl+End: behind the last words of the report. Browsers stay where they are, since what stands
 * last is the date, which is no text.
 */
export function goToEnd(extend: boolean): Command {
  return (state, dispatch) => {
    const { doc, selection } = state;
    let end = 0;
    doc.descendants((node, pos) => {
      if (node.isTextblock) end = pos + node.nodeSize - 1;
      return !node.isTextblock;
    });
    const from = extend ? selection.anchor : end;
    dispatch?.(state.tr.setSelection(TextSelection.create(doc, from, end)).scrollIntoView());
    return true;
  };
}

/** From the last line of the signature into the date below it. False anywhere else. */
export const enterSignedDate: Command = (state, _, view) => {
  const line = lineOf(state.selection.$from);
  if (!line || line.node.type !== schema.nodes.signature) return false;
  if (state.doc.maybeChild(line.index + 1)?.type !== schema.nodes.signedDate) return false;
  const field = view?.dom.querySelector<HTMLElement>('[data-node="signedDate"] input');
  field?.focus();
  return field !== null && field !== undefined;
};

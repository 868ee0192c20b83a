import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { CreateId } from '../../../core/model/index.ts';
import { insertBlock, toBlockNode } from '../../editor/index.ts';

/**
 * Puts the words of a material behind the caret's line, each of their lines a paragraph of its own,
 * the caret behind the last; null where the report has no body to write in or nothing is to be put.
 */
export function insertMaterial(
  state: EditorState,
  text: string,
  createId: CreateId,
): Transaction | null {
  const [first, ...rest] = text
    .split(/[\n\v]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', id: createId(), source: null, text: line }) as const);
  if (!first) return null;
  const tr = insertBlock(state, first);
  if (!tr) return null;
  const behind = tr.selection.$to.after();
  tr.insert(behind, rest.map(toBlockNode));
  const size = rest.reduce((sum, block) => sum + toBlockNode(block).nodeSize, 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(behind + size), -1)).scrollIntoView();
}

import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { CreateId } from '../../core/model/index.ts';
import { crossesLines, deleteRange } from './delete-range.ts';
import { setLineLevel } from './heading-commands.ts';
import { isDeletable, isJoinable, isRequiredPart, type Line, lineAt, lineOf } from './lines.ts';
import { attrsOf, isHeading, schema } from './schema.ts';

const { nodes } = schema;

function putCaret(tr: Transaction, pos: number, bias: 1 | -1 = 1): Transaction {
  return tr.setSelection(TextSelection.near(tr.doc.resolve(pos), bias)).scrollIntoView();
}

/** Deletes a selection that runs over more than one line; false when it does not. */
export const deleteAcrossLines: Command = (state, dispatch) => {
  const { selection } = state;
  if (!crossesLines(selection)) return false;
  dispatch?.(deleteRange(state.tr, selection.from, selection.to).scrollIntoView());
  return true;
};

function insertParagraph(tr: Transaction, pos: number, createId: CreateId, text = ''): Transaction {
  const content = text === '' ? null : schema.text(text);
  tr.insert(pos, nodes.paragraph.create({ id: createId() }, content));
  return putCaret(tr, pos + 1);
}

/** Enter in a line of the front: to the next line, or to a first paragraph. */
function enterFront(state: EditorState, line: Line, createId: CreateId): Transaction {
  const next = lineAt(state.doc, line.index + 1);
  const moves =
    next !== null && (line.node.type === nodes.title || next.node.type === nodes.paragraph);
  return moves ? putCaret(state.tr, next.from + 1) : insertParagraph(state.tr, line.to, createId);
}

/** Enter in a heading: what stands behind the caret, or nothing, begins the text. */
function enterHeading(state: EditorState, line: Line, createId: CreateId): Transaction {
  const { $from, $to } = state.selection;
  const { tr } = state;
  if ($from.parentOffset === 0 && line.node.content.size > 0) {
    tr.insert(line.from, nodes.paragraph.create({ id: createId() }));
    return tr.scrollIntoView();
  }
  const rest = line.node.textBetween($to.parentOffset, line.node.content.size);
  tr.delete($from.pos, line.to - 1);
  const behind = tr.mapping.map(line.to);
  const next = lineAt(tr.doc, line.index + 1);
  const waits = next?.node.type === nodes.paragraph && next.node.content.size === 0;
  return waits && rest === ''
    ? putCaret(tr, behind + 1)
    : insertParagraph(tr, behind, createId, rest);
}

/** Enter in text: both halves keep their origin, the one before the caret the id, unless it is empty. */
function enterParagraph(state: EditorState, createId: CreateId): Transaction | null {
  const { $from, $to } = state.selection;
  if ($from.parent.content.size === 0) return null;
  const { tr } = state;
  if ($from.pos !== $to.pos) tr.delete($from.pos, $to.pos);
  const fresh = { id: createId(), source: null };
  if ($from.parentOffset === 0 && $from.pos === $to.pos) {
    return tr.insert($from.before(), nodes.paragraph.create(fresh)).scrollIntoView();
  }
  const atEnd = $to.parentOffset === $to.parent.content.size;
  const attrs = atEnd ? fresh : { ...fresh, source: attrsOf($from.parent).source };
  return tr.split($from.pos, 1, [{ type: nodes.paragraph, attrs }]).scrollIntoView();
}

function enterClosing(state: EditorState, line: Line): Transaction | null {
  const splits = line.node.type === nodes.signature || line.node.type === nodes.attachment;
  if (!splits || line.node.content.size === 0) return null;
  return state.tr.split(state.selection.from).scrollIntoView();
}

function enterTable(state: EditorState, line: Line, createId: CreateId): Transaction {
  const { $from } = state.selection;
  const row = $from.index(1);
  if (row + 1 >= line.node.childCount) return insertParagraph(state.tr, line.to, createId);
  const column = $from.index(2);
  let pos = $from.after(2) + 1;
  const below = line.node.child(row + 1);
  for (let index = 0; index < Math.min(column, below.childCount); index += 1) {
    pos += below.child(index).nodeSize;
  }
  return putCaret(state.tr, pos + 1);
}

function enterLine(state: EditorState, line: Line, createId: CreateId): Transaction | null {
  switch (line.node.type) {
    case nodes.title:
    case nodes.addressee:
    case nodes.preambleHeading:
      return enterFront(state, line, createId);
    case nodes.paragraph:
      return enterParagraph(state, createId);
    case nodes.table:
      return enterTable(state, line, createId);
    default:
      return isHeading(line.node) ? enterHeading(state, line, createId) : enterClosing(state, line);
  }
}

/** Enter, wherever the caret stands. Always handled: no line of the report splits by accident. */
export function createEnter(createId: CreateId): Command {
  return (state, dispatch) => {
    const crossing = deleteAcrossLines(state, dispatch);
    const line = lineOf(state.selection.$from);
    if (crossing || !line) return true;
    const tr = enterLine(state, line, createId);
    if (tr) dispatch?.(tr);
    return true;
  };
}

function joinLines(state: EditorState, upper: Line, lower: Line): Transaction {
  const { tr } = state;
  if (upper.node.content.size === 0 && isDeletable(upper.node) && isHeading(lower.node)) {
    return tr.delete(upper.from, upper.to).scrollIntoView();
  }
  tr.delete(lower.from, lower.to);
  tr.insert(upper.to - 1, lower.node.content);
  return putCaret(tr, upper.to - 1, -1);
}

/** What Backspace does to `lower` from its start, and Delete from the end of `upper`. */
function meetLines(state: EditorState, upper: Line | null, lower: Line): Transaction | null {
  const { attachment, signature, note, preambleHeading } = nodes;
  const { type } = lower.node;
  const vanishes =
    lower.node.content.size === 0 &&
    (isDeletable(lower.node) || type === attachment || type === note || type === preambleHeading);
  const twin = upper?.node.type === type && (type === attachment || type === signature);
  if (!upper) return null;
  if (twin) return joinLines(state, upper, lower);
  if (vanishes) return putCaret(state.tr.delete(lower.from, lower.to), upper.to - 1, -1);
  if (isJoinable(upper.node) && isJoinable(lower.node) && !isRequiredPart(lower.node)) {
    return joinLines(state, upper, lower);
  }
  return null;
}

/** Backspace at the start of a line: a heading becomes text, text joins what is above it. */
export const backspaceAtStart: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if ($from.depth > 1) return true;
  const line = lineOf($from);
  if (!line) return true;
  if (isHeading(line.node) && !isRequiredPart(line.node)) {
    return setLineLevel(0)(state, dispatch, view) || true;
  }
  const upper = lineAt(state.doc, line.index - 1);
  const tr = isRequiredPart(line.node) ? null : meetLines(state, upper, line);
  if (dispatch && tr) dispatch(tr);
  else if (dispatch && upper) dispatch(putCaret(state.tr, upper.to - 1, -1));
  return true;
};

/** Delete at the end of a line: what is below joins it, unless it is protected. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset < $from.parent.content.size) return false;
  if ($from.depth > 1) return true;
  const line = lineOf($from);
  const lower = line && lineAt(state.doc, line.index + 1);
  if (!line || !lower) return true;
  const emptied = line.node.content.size === 0 && isDeletable(line.node) && !isJoinable(lower.node);
  const gone = line.node.content.size === 0 && isDeletable(line.node) && isRequiredPart(lower.node);
  const tr = emptied || gone ? state.tr.delete(line.from, line.to) : meetLines(state, line, lower);
  if (tr) dispatch?.(tr.scrollIntoView());
  return true;
};

/** A line feed inside the title or a table cell; elsewhere it is Enter. */
export function createSoftBreak(createId: CreateId): Command {
  const enter = createEnter(createId);
  return (state, dispatch, view) => {
    const { parent } = state.selection.$from;
    if (parent.type !== nodes.title && parent.type !== nodes.tableCell)
      return enter(state, dispatch, view);
    dispatch?.(state.tr.insertText('\n').scrollIntoView());
    return true;
  };
}

function addRow(state: EditorState): Transaction {
  const { $from } = state.selection;
  const width = $from.node(2).childCount;
  const cells = Array.from({ length: width }, () => nodes.tableCell.create());
  const end = $from.end(1);
  return putCaret(state.tr.insert(end, nodes.tableRow.create(null, cells)), end + 2);
}

/** Tab or Shift+Tab in a table: the next or the previous cell; behind the last one begins a row. */
export function moveCell(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.parent.type !== nodes.tableCell) return false;
    const edge = step === 1 ? $from.after() : $from.before();
    const target = TextSelection.findFrom(state.doc.resolve(edge), step, true);
    const stays =
      target?.$from.parent.type === nodes.tableCell && target.$from.before(1) === $from.before(1);
    if (stays) dispatch?.(state.tr.setSelection(target).scrollIntoView());
    else if (step === 1) dispatch?.(addRow(state));
    return true;
  };
}

import type { Node } from '@tiptap/pm/model';
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { listBlanks } from '../../core/packs/index.ts';
import { stopIdAt } from './outline.ts';
import { isHeading } from './schema.ts';

/** A blank on the page: 〔次数〕, brackets included. */
export interface PlacedBlank {
  readonly from: number;
  readonly to: number;
  /** The words between the brackets. */
  readonly name: string;
}

interface Stored {
  /** In reading order; the same array as long as none comes, goes or moves. */
  readonly blanks: readonly PlacedBlank[];
  readonly marks: DecorationSet;
  /** True while an input method keeps the marks from following the text. */
  readonly isBehind: boolean;
}

const key = new PluginKey<Stored>('blanks');
const noBlanks: readonly PlacedBlank[] = [];

/** Nodes are immutable: what stands in one stays true, so an edit costs one line. */
const knownLines = new WeakMap<Node, readonly PlacedBlank[]>();

/** Blanks of a top-level line, from its own start. */
function readLine(line: Node): readonly PlacedBlank[] {
  const known = knownLines.get(line);
  if (known) return known;
  const found: PlacedBlank[] = [];
  const read = (node: Node, start: number) => {
    for (const { start: from, end, name } of listBlanks(node.textContent)) {
      found.push({ from: start + from, to: start + end, name });
    }
  };
  if (line.isTextblock) read(line, 1);
  else {
    line.descendants((node, pos) => {
      if (node.isTextblock) read(node, pos + 2);
      return !node.isTextblock;
    });
  }
  const blanks = found.length === 0 ? noBlanks : found;
  knownLines.set(line, blanks);
  return blanks;
}

/** Every blank of a document, in reading order. */
export function findBlanks(doc: Node): readonly PlacedBlank[] {
  const blanks: PlacedBlank[] = [];
  doc.forEach((line, start) => {
    for (const { from, to, name } of readLine(line)) {
      blanks.push({ from: start + from, to: start + to, name });
    }
  });
  return blanks.length === 0 ? noBlanks : blanks;
}

/** How many blanks stand under each outline stop, by its id; stops without any are left out. */
export function countBlanks(doc: Node): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  doc.forEach((line, _, index) => {
    const { length } = readLine(line);
    if (length === 0) return;
    const id = stopIdAt(doc, index);
    counts.set(id, (counts.get(id) ?? 0) + length);
  });
  return counts;
}

const attrs = { class: 'blank-field', 'aria-roledescription': '待填的空格' };

function drawMarks(doc: Node, blanks: readonly PlacedBlank[]): DecorationSet {
  if (blanks.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    doc,
    blanks.map(({ from, to }) => Decoration.inline(from, to, attrs)),
  );
}

function areMarked(marks: DecorationSet, blanks: readonly PlacedBlank[]): boolean {
  const found = marks.find();
  return (
    found.length === blanks.length &&
    found.every(({ from, to }, index) => blanks[index]?.from === from && blanks[index]?.to === to)
  );
}

function isSame(a: readonly PlacedBlank[], b: readonly PlacedBlank[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to, name }, index) => {
      const other = b[index];
      return other?.from === from && other.to === to && other.name === name;
    })
  );
}

function apply(tr: Transaction, before: Stored): Stored {
  if (!tr.docChanged && !before.isBehind) return before;
  const found = findBlanks(tr.doc);
  const blanks = isSame(found, before.blanks) ? before.blanks : found;
  const marks = tr.docChanged ? before.marks.map(tr.mapping, tr.doc) : before.marks;
  // nothing may touch the words that an input method writes
  if (tr.getMeta('composition') !== undefined) return { blanks, marks, isBehind: true };
  const isRight = areMarked(marks, blanks);
  return { blanks, marks: isRight ? marks : drawMarks(tr.doc, blanks), isBehind: false };
}

/** The blanks of a state, in reading order. */
export function blanksOf(state: EditorState): readonly PlacedBlank[] {
  return key.getState(state)?.blanks ?? noBlanks;
}

function selectBlank(tr: Transaction, { from, to }: PlacedBlank): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView();
}

/** The next or previous of `blanks` from a selection, around the ends; null when there is none. */
function stepFrom(
  blanks: readonly PlacedBlank[],
  { from, to }: { readonly from: number; readonly to: number },
  step: 1 | -1,
): PlacedBlank | null {
  if (step === -1) return blanks.findLast((each) => each.to <= from) ?? blanks.at(-1) ?? null;
  return blanks.find((each) => each.from >= to) ?? blanks[0] ?? null;
}

/** Selects the next (`step` 1) or previous blank of the report, around its ends; null when there is none. */
export function stepBlank(state: EditorState, step: 1 | -1): Transaction | null {
  const next = stepFrom(blanksOf(state), state.selection, step);
  return next && selectBlank(state.tr, next);
}

/** The blanks of the section that a position lies in. */
function blanksAround(state: EditorState): readonly PlacedBlank[] {
  const { doc, selection } = state;
  const stop = (pos: number) => stopIdAt(doc, doc.resolve(pos).index(0));
  const here = stop(selection.from);
  return blanksOf(state).filter(({ from }) => stop(from) === here);
}

/**
 * Tab and Shift+Tab in running text: from blank to blank of the paragraph, and on to those of its
 * section. False in headings, in tables, and where the section has none.
 */
export function moveToBlank(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { parent, depth } = state.selection.$from;
    if (blanksOf(state).length === 0 || depth > 1 || !parent.isTextblock || isHeading(parent)) {
      return false;
    }
    const next = stepFrom(blanksAround(state), state.selection, step);
    if (!next) return false;
    dispatch?.(selectBlank(state.tr, next));
    return true;
  };
}

/** The blank whose words a position lies between. Empty brackets are being typed, and are none yet. */
function blankAround(state: EditorState, pos: number): PlacedBlank | null {
  return (
    blanksOf(state).find(({ from, to, name }) => from < pos && pos < to && name !== '') ?? null
  );
}

/** Backspace behind a blank and Delete before it take it as one: it is selected first. */
export function selectBlankBeside(side: 'before' | 'behind'): Command {
  return (state, dispatch) => {
    const { empty, from } = state.selection;
    if (!empty) return false;
    const its = blanksOf(state).find((each) =>
      side === 'behind' ? each.to === from : each.from === from,
    );
    if (!its) return false;
    dispatch?.(selectBlank(state.tr, its));
    return true;
  };
}

function selectAtClick(view: EditorView, pos: number, { shiftKey }: MouseEvent): boolean {
  const its = shiftKey || !view.editable ? null : blankAround(view.state, pos);
  if (!its) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, its.from, its.to)));
  return true;
}

/** A caret that moves into a blank selects it, so that whatever is typed stands in its place. */
function selectAtCaret(
  transactions: readonly Transaction[],
  _: EditorState,
  state: EditorState,
): Transaction | null {
  const isMove = transactions.every((tr) => !tr.docChanged && !tr.getMeta('pointer'));
  const hasMoved = transactions.some((tr) => tr.selectionSet);
  const { empty, from } = state.selection;
  const its = isMove && hasMoved && empty ? blankAround(state, from) : null;
  return its && state.tr.setSelection(TextSelection.create(state.doc, its.from, its.to));
}

/** Draws the marks that an input method kept from following; null when none are behind. */
export function settleBlanks(state: EditorState): Transaction | null {
  return key.getState(state)?.isBehind
    ? state.tr.setMeta('addToHistory', false).setMeta(key, 'settle')
    : null;
}

/**
 * The blanks of the page, 〔…〕, as fields: one is selected as a whole, and typing takes its place.
 * They are words of the text like any others until they are filled.
 */
export function createBlanksPlugin(): Plugin {
  return new Plugin<Stored>({
    key,
    state: {
      init: (_, { doc }) => {
        const blanks = findBlanks(doc);
        return { blanks, marks: drawMarks(doc, blanks), isBehind: false };
      },
      apply,
    },
    appendTransaction: selectAtCaret,
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: selectAtClick,
    },
  });
}

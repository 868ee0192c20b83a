import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Place } from '../../../core/api/index.ts';
import { locateWords } from '../../../core/proofread/index.ts';
import { findStopPosition, isIdentified } from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';

/** A stretch of the document's text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

function findInTextblocks(root: Node, start: number, words: string): TextRange | null {
  let found: TextRange | null = null;
  const look = (node: Node, pos: number) => {
    if (found || !node.isTextblock) return !found;
    const at = node.textContent.indexOf(words);
    if (at >= 0) found = { from: pos + 1 + at, to: pos + 1 + at + words.length };
    return false;
  };
  if (root.isTextblock) look(root, start);
  else root.descendants((node, pos) => look(node, start + 1 + pos));
  return found;
}

function lineRange(doc: Node, id: string): TextRange | null {
  const pos = findStopPosition(doc, id);
  const node = pos === null ? null : doc.nodeAt(pos);
  if (pos === null || !node) return null;
  return { from: pos + 1, to: pos + node.nodeSize - 1 };
}

function findWords(doc: Node, words: string): TextRange | null {
  return words === '' ? null : findInTextblocks(doc, -1, words);
}

/** Where a place of a check result stands now; its words first, else its line. Null when both are gone. */
export function findPlace(doc: Node, place: Place): TextRange | null {
  const id = place.blockId ?? place.sectionId ?? place.partId;
  if (id === null) return findWords(doc, place.quote) ?? lineRange(doc, 'front');
  const pos = findStopPosition(doc, id);
  const node = pos === null ? null : doc.nodeAt(pos);
  if (pos === null || !node) return findWords(doc, place.quote);
  const words = place.quote === '' ? null : findInTextblocks(node, pos, place.quote);
  return words ?? lineRange(doc, id);
}

interface TextLine {
  /** Position of its first letter. */
  readonly from: number;
  readonly text: string;
}

/** The lines a place names: those of its block, its heading, or all that have no id. */
function linesOf(doc: Node, { blockId, sectionId, partId }: Place): readonly TextLine[] {
  const id = blockId ?? sectionId ?? partId;
  const lines: TextLine[] = [];
  doc.forEach((top, start) => {
    const isNamed = id === null ? !isIdentified(top) : top.attrs['id'] === id;
    if (!isNamed) return;
    if (top.isTextblock) lines.push({ from: start + 1, text: top.textContent });
    else
      top.descendants((node, pos) => {
        if (node.isTextblock) lines.push({ from: start + pos + 2, text: node.textContent });
        return !node.isTextblock;
      });
  });
  return lines;
}

/** Where the words of a finding stand within its place; null when they were changed since. */
export function findWordsAt(doc: Node, place: Place, words: string): TextRange | null {
  const lines = linesOf(doc, place);
  const found = locateWords(
    lines.map(({ text }) => text),
    place.quote,
    words,
  );
  const line = found && lines[found.index];
  return line ? { from: line.from + found.start, to: line.from + found.end } : null;
}

/** In a narrow window the outline lies over the very place that one goes to. */
function uncoverPage({ store }: DraftSession): void {
  store.setState({ outlineOpen: false });
}

/** Selects a stretch, brings it to the middle of the page and gives the page the focus. */
export function showRange(session: DraftSession, range: TextRange): void {
  const view = session.getView();
  if (!view) return;
  uncoverPage(session);
  const { doc } = view.state;
  const select = (tr: Transaction) =>
    tr.setSelection(TextSelection.between(doc.resolve(range.from), doc.resolve(range.to)));
  view.dispatch(select(view.state.tr));
  view.focus();
  const { node } = view.domAtPos(range.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}

/** Goes to a place of a check result. */
export function jumpToPlace(session: DraftSession, place: Place): void {
  const range = findPlace(session.getState().doc, place);
  if (range) showRange(session, range);
}

/** Goes to an outline stop: the caret stands behind its heading, which comes near the top. */
export function jumpToStop(session: DraftSession, id: string): void {
  const view = session.getView();
  const range = view && lineRange(view.state.doc, id);
  if (!view || !range) return;
  uncoverPage(session);
  const $end = view.state.doc.resolve(range.to);
  view.dispatch(view.state.tr.setSelection(TextSelection.near($end, -1)));
  view.focus();
  const dom = view.nodeDOM(range.from - 1);
  if (dom instanceof Element) dom.scrollIntoView({ block: 'start' });
}

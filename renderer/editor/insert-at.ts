import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { PartKind } from '../../core/model/index.ts';
import { findBlanks } from './blanks.ts';
import { type Line, lineAt, lineOf } from './lines.ts';
import { stopIdAt } from './outline.ts';
import { partKindOf, schema } from './schema.ts';

const { nodes } = schema;

/** A sentence put in, and where it stands now. */
export interface Insertion {
  readonly tr: Transaction;
  readonly from: number;
  readonly to: number;
}

const isOpenEnd = (text: string) => /[\p{L}\p{N}]$/u.test(text);
/** 现将有关情况报告如下： closes what it stands in. */
const isClosing = ({ node }: Line) => /[：:]\s*$/u.test(node.textContent);
const isEmptyText = ({ node }: Line) => node.type === nodes.paragraph && node.content.size === 0;

/** Selects the first blank of a sentence just put in, else puts the caret behind it; one step of the history. */
function finish(tr: Transaction, from: number, to: number): Insertion {
  const blank = findBlanks(tr.doc).find((each) => each.from >= from && each.to <= to);
  const selection = TextSelection.create(tr.doc, blank?.from ?? to, blank?.to ?? to);
  closeHistory(tr.setSelection(selection).scrollIntoView());
  return { tr, from, to };
}

/** At the end of a paragraph, behind a full stop. */
function append(state: EditorState, line: Line, words: string): Insertion {
  const text = line.node.textContent;
  const stop = isOpenEnd(text) ? '。' : '';
  const at = line.to - 1;
  return finish(
    state.tr.insertText(stop + words, at),
    at + stop.length,
    at + stop.length + words.length,
  );
}

function insertParagraph(state: EditorState, pos: number, words: string, id: string): Insertion {
  const tr = state.tr.insert(pos, nodes.paragraph.create({ id }, schema.text(words)));
  return finish(tr, pos + 1, pos + 1 + words.length);
}

/** The lines of a stop: its heading first, or those of the front. */
function linesOf(doc: Node, stopId: string): readonly Line[] {
  const lines: Line[] = [];
  doc.forEach((node, from, index) => {
    if (stopIdAt(doc, index) === stopId) {
      lines.push({ node, index, from, to: from + node.nodeSize });
    }
  });
  return lines;
}

/** Stops under a part's heading, itself first. */
function stopsOfPart(doc: Node, partId: string): readonly string[] {
  const stops: string[] = [];
  let isInside = false;
  doc.forEach((node) => {
    if (node.type === nodes.partHeading) isInside = node.attrs['id'] === partId;
    const opens = node.type === nodes.partHeading || node.type === nodes.sectionHeading;
    if (isInside && opens) stops.push(String(node.attrs['id']));
  });
  return stops;
}

/** A part whose sections hold the text is written in its last one. */
function settleStop(doc: Node, stopId: string): string {
  const stops = stopsOfPart(doc, stopId);
  const isBare = stops.length > 1 && linesOf(doc, stopId).length === 1;
  return isBare ? (stops.at(-1) ?? stopId) : stopId;
}

/** The caret's paragraph, where it stands in the stop that was named or, for a part, under it. */
function paragraphAtCaret(state: EditorState, stopId: string): Line | null {
  const line = lineOf(state.selection.$to);
  if (line?.node.type !== nodes.paragraph || isClosing(line)) return null;
  const here = stopIdAt(state.doc, line.index);
  return here === stopId || stopsOfPart(state.doc, stopId).includes(here) ? line : null;
}

/**
 * Puts a sentence where it belongs: behind the caret's paragraph when that stands in the stop named,
 * else as a new paragraph at the stop's end, in an empty one that waits there, or before a last one
 * that announces what follows (…如下：). Selects its first blank. Null when the stop is gone.
 */
export function insertAtStop(
  state: EditorState,
  words: string,
  { stopId, id }: { readonly stopId: string; readonly id: string },
): Insertion | null {
  const here = paragraphAtCaret(state, stopId);
  if (here) return append(state, here, words);
  const last = linesOf(state.doc, settleStop(state.doc, stopId)).at(-1);
  if (!last) return null;
  if (isEmptyText(last)) return append(state, last, words);
  const isFront = last.node.type === nodes.paragraph && isClosing(last);
  return insertParagraph(state, isFront ? last.from : last.to, words, id);
}

/** A section to be made, in the last part of a kind or in a part made for it. */
export interface NewSection {
  readonly id: string;
  readonly heading: string;
  readonly part: { readonly kind: PartKind; readonly id: string; readonly heading: string };
  /** False where the part needs no section. */
  readonly hasHeading: boolean;
}

/** Position behind a kind's last part; null when the report has none. */
function endOfPart(doc: Node, kind: PartKind): number | null {
  let end: number | null = null;
  let isInside = false;
  doc.forEach((node, from) => {
    const isBody = [nodes.attachment, nodes.signature].every((type) => type !== node.type);
    if (node.type === nodes.partHeading) isInside = partKindOf(node) === kind;
    if (!isBody || node.type === nodes.signedDate) isInside = false;
    if (isInside) end = from + node.nodeSize;
  });
  return end;
}

function endOfBody(doc: Node): number {
  let index = 0;
  while (index < doc.childCount) {
    const { type } = doc.child(index);
    if (type === nodes.attachment || type === nodes.signature) break;
    index += 1;
  }
  return lineAt(doc, index)?.from ?? doc.content.size;
}

/** Makes a section with a sentence in it, and its part where the report has none; one step of the history. */
export function insertInNewSection(
  state: EditorState,
  words: string,
  { section, id }: { readonly section: NewSection; readonly id: string },
): Insertion {
  const { kind } = section.part;
  const end = endOfPart(state.doc, kind);
  const text = (value: string) => (value === '' ? null : schema.text(value));
  const lines = [
    ...(end === null
      ? [nodes.partHeading.create({ id: section.part.id, kind }, text(section.part.heading))]
      : []),
    ...(section.hasHeading
      ? [nodes.sectionHeading.create({ id: section.id }, text(section.heading))]
      : []),
    nodes.paragraph.create({ id }, schema.text(words)),
  ];
  const pos = end ?? endOfBody(state.doc);
  const tr = state.tr.insert(pos, lines);
  const start = pos + lines.slice(0, -1).reduce((sum, node) => sum + node.nodeSize, 0) + 1;
  return finish(tr, start, start + words.length);
}

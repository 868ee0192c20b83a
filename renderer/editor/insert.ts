import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Block } from '../../core/model/index.ts';
import { findBlanks, type PlacedBlank } from './blanks.ts';
import { type Line, lineAt, lineOf } from './lines.ts';
import { schema } from './schema.ts';
import { toBlockNode } from './to-document.ts';

const { nodes } = schema;
const bodyLines = new Set<string>([
  'paragraph',
  'subheading',
  'table',
  'partHeading',
  'sectionHeading',
]);

/** The first place between two positions that a writer must fill in: 〔…〕. */
function findBlank(tr: Transaction, from: number, to: number): PlacedBlank | null {
  return findBlanks(tr.doc).find((each) => each.from >= from && each.to <= to) ?? null;
}

function selectBlank(tr: Transaction, from: number, to: number): Transaction {
  const blank = findBlank(tr, from, to) ?? { from: to, to };
  return tr.setSelection(TextSelection.create(tr.doc, blank.from, blank.to)).scrollIntoView();
}

/** The line behind which a block may stand: that of the caret, or the last of the body. */
function findHost(state: EditorState): Line | null {
  const line = lineOf(state.selection.$to);
  if (line && bodyLines.has(line.node.type.name)) return line;
  for (let index = state.doc.childCount - 1; index >= 0; index -= 1) {
    const candidate = lineAt(state.doc, index);
    if (candidate && bodyLines.has(candidate.node.type.name)) return candidate;
  }
  return null;
}

/**
 * Puts a sentence at the caret and selects its first 〔…〕 for typing over. In a heading it begins
 * a paragraph below; null where the report has no body to write in.
 */
export function insertPhrase(state: EditorState, phrase: string, id: string): Transaction | null {
  const line = lineOf(state.selection.$to);
  if (line?.node.type === nodes.paragraph) {
    const { from, to } = state.selection;
    const tr = state.tr.insertText(phrase, from, to);
    return selectBlank(tr, from, from + phrase.length);
  }
  return insertBlock(state, { type: 'paragraph', id, source: null, text: phrase });
}

function replaceEmpty(state: EditorState, host: Line, node: Node): Transaction {
  const { tr } = state;
  const isEmpty = host.node.type === nodes.paragraph && host.node.content.size === 0;
  if (isEmpty) tr.replaceWith(host.from, host.to, node);
  else tr.insert(host.to, node);
  const start = isEmpty ? host.from : host.to;
  if (node.type === nodes.table) return tr.scrollIntoView();
  return selectBlank(tr, start + 1, start + 1 + node.content.size);
}

/** Puts a block behind the caret's line, or in its place when it is empty; null without a body. */
export function insertBlock(state: EditorState, block: Block): Transaction | null {
  const host = findHost(state);
  return host && replaceEmpty(state, host, toBlockNode(block));
}

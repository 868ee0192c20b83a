import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { formatHeadingLabel } from '../../core/numbering/index.ts';
import { levelOf } from './heading-commands.ts';
import { attrsOf } from './schema.ts';

interface Numbered {
  readonly node: Node;
  readonly pos: number;
  readonly label: string;
}

/** The headings of a document in order, each with the number it prints. */
export function listNumbers(doc: Node): readonly Numbered[] {
  const counts = [0, 0, 0, 0, 0];
  const numbered: Numbered[] = [];
  doc.forEach((node, pos) => {
    const level = levelOf(node);
    if (!level) return;
    const ordinal = (counts[level] ?? 0) + 1;
    counts[level] = ordinal;
    counts.fill(0, level + 1);
    numbered.push({ node, pos, label: formatHeadingLabel(level, ordinal) });
  });
  return numbered;
}

interface Stored {
  /** Ids and numbers in order: while these hold, so do the marks. */
  readonly order: string;
  readonly marks: DecorationSet;
}

const key = new PluginKey<Stored>('numbers');

function describeOrder(numbered: readonly Numbered[]): string {
  return numbered.map(({ node, label }) => `${attrsOf(node).id} ${label}`).join('\n');
}

function mark(doc: Node, numbered: readonly Numbered[]): Stored {
  const marks = numbered.map(({ node, pos, label }) =>
    Decoration.node(pos, pos + node.nodeSize, { 'data-number': label }, { label }),
  );
  return { order: describeOrder(numbered), marks: DecorationSet.create(doc, marks) };
}

function updateNumbers(tr: Transaction, stored: Stored): Stored {
  if (!tr.docChanged) return stored;
  const numbered = listNumbers(tr.doc);
  const marks = stored.marks.map(tr.mapping, tr.doc);
  const holds = stored.order === describeOrder(numbered) && marks.find().length === numbered.length;
  return holds ? { ...stored, marks } : mark(tr.doc, numbered);
}

/**
 * The printed numbers of headings, as attributes the sheet's style shows: never part of the text,
 * and written by the same function as the export's.
 */
export function createNumbersPlugin(): Plugin {
  return new Plugin<Stored>({
    key,
    state: {
      init: (_, { doc }) => mark(doc, listNumbers(doc)),
      apply: updateNumbers,
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** The number marks of a state, for tests. */
export function numberMarksOf(state: Parameters<typeof key.getState>[0]): DecorationSet {
  return key.getState(state)?.marks ?? DecorationSet.empty;
}

import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { listIssuersAbove } from '../../core/layout/index.ts';
import { eachLine, findChangedLines, type Stretch } from './changed-lines.ts';
import { type ProvenanceBase, provenanceOfNode } from './provenance.ts';
import { schema } from './schema.ts';

const placeholders: Readonly<Record<string, string>> = {
  title: '报告标题',
  addressee: '主送机关（没有可不写）',
  partHeading: '部分标题',
  sectionHeading: '条目标题',
  subheading: '小标题',
  paragraph: '在这里写',
  attachment: '附件名称',
  signature: '落款单位',
  note: '附注',
};

/** Issuers that the title does not name have a line above it, as the export prints them. */
function listAbove(doc: Node, title: Node): string {
  const issuers = doc.attrs['issuers'] as readonly string[];
  return listIssuersAbove(title.textContent, issuers).join('\n');
}

function decorate(
  doc: Node,
  node: Node,
  pos: number,
  base: ProvenanceBase | null,
): readonly Decoration[] {
  const attrs: Record<string, string> = {};
  const above = node.type === schema.nodes.title ? listAbove(doc, node) : '';
  if (above !== '') attrs['data-above'] = above;
  const hint = placeholders[node.type.name];
  if (hint && node.content.size === 0) attrs['data-placeholder'] = hint;
  const shown = node.type !== schema.nodes.sectionHeading && node.type !== schema.nodes.partHeading;
  const provenance = base && shown ? provenanceOfNode(node, base) : null;
  if (provenance) attrs['data-provenance'] = provenance;
  return Object.keys(attrs).length > 0
    ? [Decoration.node(pos, pos + node.nodeSize, attrs, { attrs })]
    : [];
}

function decorateStretch(doc: Node, stretch: Stretch, base: ProvenanceBase | null): Decoration[] {
  const made: Decoration[] = [];
  eachLine(doc, stretch, (node, pos) => {
    made.push(...decorate(doc, node, pos, base));
  });
  return made;
}

const key = new PluginKey<DecorationSet>('lineMarks');

/**
 * A stretch with the line before and the line behind it: splitting or joining lines drops the
 * marks of a neighbour that is itself unchanged.
 */
function widen(doc: Node, { from, to }: Stretch): Stretch {
  return {
    from: from - (doc.resolve(from).nodeBefore?.nodeSize ?? 0),
    to: to + (doc.resolve(to).nodeAfter?.nodeSize ?? 0),
  };
}

function updateMarks(tr: Transaction, marks: DecorationSet, base: ProvenanceBase | null) {
  if (!tr.docChanged) return marks;
  const mapped = marks.map(tr.mapping, tr.doc);
  const changed = findChangedLines(tr);
  if (!changed) return mapped;
  const stretch = widen(tr.doc, changed);
  const outdated = mapped
    .find(stretch.from, stretch.to)
    .filter(({ from, to }) => from < stretch.to && to > stretch.from);
  return mapped.remove(outdated).add(tr.doc, decorateStretch(tr.doc, stretch, base));
}

/**
 * Bars of provenance in the margin and hints in empty lines. Only the lines a transaction changed
 * are looked at again, so that a key costs the same in a long draft as in a short one.
 */
export function createLineMarksPlugin(base: ProvenanceBase | null): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) =>
        DecorationSet.create(doc, decorateStretch(doc, { from: 0, to: doc.content.size }, base)),
      apply: (tr, marks) => updateMarks(tr, marks, base),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** The marks of a state, for tests. */
export function lineMarksOf(state: Parameters<typeof key.getState>[0]): DecorationSet {
  return key.getState(state) ?? DecorationSet.empty;
}

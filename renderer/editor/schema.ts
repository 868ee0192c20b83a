import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from '@tiptap/pm/model';
import type { BlockSource, PartKind } from '../../core/model/index.ts';

/** Attributes of every node that the model knows by its own id. */
export interface BlockAttrs {
  readonly id: string;
  readonly source: BlockSource | null;
}

const blockAttrs = { id: { default: '' }, source: { default: null } };

function readBlockAttrs(element: HTMLElement): BlockAttrs {
  const { id = '', sourceReport, sourceBlock } = element.dataset;
  const source =
    sourceReport && sourceBlock ? { reportId: sourceReport, blockId: sourceBlock } : null;
  return { id, source };
}

function writeBlockAttrs(node: Node): Record<string, string> {
  const { id, source } = node.attrs as BlockAttrs;
  const origin = source && {
    'data-source-report': source.reportId,
    'data-source-block': source.blockId,
  };
  return { 'data-id': id, ...origin };
}

type NodeName =
  | 'doc'
  | 'text'
  | 'title'
  | 'addressee'
  | 'preambleHeading'
  | 'partHeading'
  | 'sectionHeading'
  | 'subheading'
  | 'paragraph'
  | 'table'
  | 'tableRow'
  | 'tableCell'
  | 'attachment'
  | 'signature'
  | 'signedDate'
  | 'note';

/** A line of text outside the blocks: title, addressee, signature and their like. */
function createLineSpec(name: NodeName, tag: string): NodeSpec {
  return {
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    isolating: true,
    defining: true,
    parseDOM: [{ tag: `${tag}[data-node=${name}]`, preserveWhitespace: 'full', priority: 60 }],
    toDOM: (): DOMOutputSpec => [tag, { 'data-node': name }, 0],
  };
}

interface HeadingShape {
  readonly name: NodeName;
  readonly tag: (node: Node) => string;
  readonly attrs: Record<string, { readonly default: unknown }>;
  readonly read: (element: HTMLElement) => Record<string, unknown>;
  readonly write: (node: Node) => Record<string, string>;
}

function createHeadingSpec({ name, tag, attrs, read, write }: HeadingShape): NodeSpec {
  return {
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    defining: true,
    attrs: { ...blockAttrs, ...attrs },
    parseDOM: [
      {
        tag: `[data-node=${name}]`,
        preserveWhitespace: 'full',
        priority: 60,
        getAttrs: (element) => ({ ...readBlockAttrs(element), ...read(element) }),
      },
    ],
    toDOM: (node): DOMOutputSpec => [
      tag(node),
      { 'data-node': name, ...writeBlockAttrs(node), ...write(node) },
      0,
    ],
  };
}

const readRunIn = (element: HTMLElement) => ({ runIn: element.dataset['runIn'] === 'true' });
const writeRunIn = (node: Node): Record<string, string> =>
  node.attrs['runIn'] ? { 'data-run-in': 'true' } : {};

const paragraph: NodeSpec = {
  content: 'text*',
  marks: '',
  whitespace: 'pre',
  attrs: blockAttrs,
  parseDOM: [{ tag: 'p', preserveWhitespace: 'full', getAttrs: readBlockAttrs }],
  toDOM: (node): DOMOutputSpec => ['p', writeBlockAttrs(node), 0],
};

const nodes: Record<NodeName, NodeSpec> = {
  // Loose in the middle on purpose: a stray section is put right by a plugin, not by an exception.
  doc: {
    content:
      'title addressee preambleHeading? (paragraph | subheading | table | partHeading | sectionHeading)* attachment* signature+ signedDate note?',
    attrs: { year: { default: 2000 }, issuers: { default: [] } },
  },
  paragraph,
  title: createLineSpec('title', 'h1'),
  addressee: createLineSpec('addressee', 'p'),
  preambleHeading: createLineSpec('preambleHeading', 'h2'),
  partHeading: createHeadingSpec({
    name: 'partHeading',
    tag: () => 'h2',
    attrs: { kind: { default: 'other' } },
    read: (element) => ({ kind: element.dataset['kind'] ?? 'other' }),
    write: (node) => ({ 'data-kind': String(node.attrs['kind']) }),
  }),
  sectionHeading: createHeadingSpec({
    name: 'sectionHeading',
    tag: () => 'h3',
    attrs: { runIn: { default: false } },
    read: readRunIn,
    write: writeRunIn,
  }),
  subheading: createHeadingSpec({
    name: 'subheading',
    tag: (node) => (node.attrs['level'] === 4 ? 'h5' : 'h4'),
    attrs: { level: { default: 3 }, runIn: { default: false } },
    read: (element) => ({ level: element.dataset['level'] === '4' ? 4 : 3, ...readRunIn(element) }),
    write: (node) => ({ 'data-level': String(node.attrs['level']), ...writeRunIn(node) }),
  }),
  table: {
    content: 'tableRow*',
    isolating: true,
    attrs: blockAttrs,
    parseDOM: [{ tag: 'table', getAttrs: readBlockAttrs }],
    toDOM: (node): DOMOutputSpec => ['table', writeBlockAttrs(node), ['tbody', 0]],
  },
  tableRow: {
    content: 'tableCell*',
    parseDOM: [{ tag: 'tr' }],
    toDOM: (): DOMOutputSpec => ['tr', 0],
  },
  tableCell: {
    content: 'text*',
    marks: '',
    whitespace: 'pre',
    isolating: true,
    parseDOM: [{ tag: 'td', preserveWhitespace: 'full' }],
    toDOM: (): DOMOutputSpec => ['td', 0],
  },
  attachment: createLineSpec('attachment', 'p'),
  signature: createLineSpec('signature', 'p'),
  signedDate: {
    atom: true,
    selectable: false,
    attrs: { date: { default: null } },
    parseDOM: [
      {
        tag: 'div[data-node=signedDate]',
        getAttrs: (element) => ({ date: element.dataset['date'] ?? null }),
      },
    ],
    toDOM: (node): DOMOutputSpec => [
      'div',
      {
        'data-node': 'signedDate',
        ...(node.attrs['date'] ? { 'data-date': node.attrs['date'] } : {}),
      },
    ],
  },
  note: createLineSpec('note', 'p'),
  text: {},
};

/**
 * The editor's schema: a report as one flat list of lines, so that a caret runs through it as
 * through a page. Numbers of headings are no text; the sheet's style counts them.
 */
export const schema = new Schema<NodeName, never>({ nodes, topNode: 'doc' });

/** Id and origin of a block or heading node, and nothing else of its attributes. */
export function attrsOf(node: Node): BlockAttrs {
  const { id, source } = node.attrs as BlockAttrs;
  return { id, source };
}

/** The kind of a part-heading node. */
export function partKindOf(node: Node): PartKind {
  return node.attrs['kind'] as PartKind;
}

const identified = new Set<string>([
  'partHeading',
  'sectionHeading',
  'subheading',
  'paragraph',
  'table',
]);

/** True for nodes that carry an id of their own. */
export function isIdentified(node: Node): boolean {
  return identified.has(node.type.name);
}

/** True for the numbered headings of all four levels. */
export function isHeading(node: Node): boolean {
  const { partHeading, sectionHeading, subheading } = schema.nodes;
  return node.type === partHeading || node.type === sectionHeading || node.type === subheading;
}

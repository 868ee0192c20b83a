import type { Node } from '@tiptap/pm/model';
import { type Block, joinPieces, type Piece, type Report } from '../../core/model/index.ts';
import { attrsOf, partKindOf, schema } from './schema.ts';

const { nodes } = schema;

/** Nodes are immutable, so what one was turned into stays true: unchanged blocks keep their identity. */
const blockCache = new WeakMap<Node, Block>();

function buildBlock(node: Node): Block {
  const { id, source } = attrsOf(node);
  if (node.type === nodes.table) {
    const rows = node.content.content.map((row) =>
      row.content.content.map((cell) => cell.textContent),
    );
    return { type: 'table', id, source, rows };
  }
  if (node.type === nodes.subheading) {
    const level = node.attrs['level'] === 4 ? 4 : 3;
    const runIn = node.attrs['runIn'] === true;
    return { type: 'subheading', id, source, level, runIn, text: node.textContent };
  }
  return { type: 'paragraph', id, source, text: node.textContent };
}

/** The block that a paragraph, subheading or table node stands for. */
export function toBlock(node: Node): Block {
  const known = blockCache.get(node);
  if (known) return known;
  const block = buildBlock(node);
  blockCache.set(node, block);
  return block;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Holder = { piece: Piece; readonly blocks: Block[] };

function openHeading(node: Node): Holder | null {
  const { id, source } = attrsOf(node);
  const heading = node.textContent;
  const blocks: Block[] = [];
  if (node.type === nodes.partHeading) {
    const piece: Piece = { kind: 'part', id, source, part: partKindOf(node), heading, blocks };
    return { piece, blocks };
  }
  if (node.type === nodes.sectionHeading) {
    const runIn = node.attrs['runIn'] === true;
    return { piece: { kind: 'section', id, source, heading, runIn, blocks }, blocks };
  }
  return null;
}

type Lines = Mutable<Extract<Piece, { kind: 'front' }>>;

function openFront(doc: Node, blocks: Block[]): Lines {
  const issuers = doc.attrs['issuers'] as readonly string[];
  const year = doc.attrs['year'] as number;
  return {
    kind: 'front',
    id: 'front',
    year,
    issuers,
    title: '',
    addressee: '',
    preambleHeading: '',
    blocks,
  };
}

interface ClosingLines {
  signature: string[];
  signedDate: string | null;
  attachments: string[];
  note: string;
}

/** Puts a line node's text where it belongs; false for a node that is no such line. */
function readLine(node: Node, front: Lines, closing: ClosingLines): boolean {
  const text = node.textContent;
  switch (node.type) {
    case nodes.title:
    case nodes.addressee:
    case nodes.preambleHeading:
      front[node.type.name as 'title' | 'addressee' | 'preambleHeading'] = text;
      return true;
    case nodes.attachment:
      if (text !== '') closing.attachments.push(text);
      return true;
    case nodes.signature:
      if (text !== '') closing.signature.push(text);
      return true;
    case nodes.signedDate:
      closing.signedDate = node.attrs['date'] as string | null;
      return true;
    case nodes.note:
      closing.note = text;
      return true;
    default:
      return false;
  }
}

/**
 * The editor's document as pieces: the inverse of `toDocument` for every report without empty
 * lines in its signature and attachments, which print nothing and are dropped.
 */
export function toPieces(doc: Node): readonly Piece[] {
  let blocks: Block[] = [];
  const front = openFront(doc, blocks);
  const closing: ClosingLines = { signature: [], signedDate: null, attachments: [], note: '' };
  const pieces: Piece[] = [front];
  doc.forEach((node) => {
    if (readLine(node, front, closing)) return;
    const opened = openHeading(node);
    const stray = opened?.piece.kind === 'section' && pieces.length === 1;
    if (opened && !stray) {
      pieces.push(opened.piece);
      blocks = opened.blocks;
    } else blocks.push(toBlock(node));
  });
  return [...pieces, { kind: 'closing', id: 'closing', closing }];
}

/** The editor's document as a report. */
export function toReport(doc: Node): Report {
  return joinPieces(toPieces(doc));
}

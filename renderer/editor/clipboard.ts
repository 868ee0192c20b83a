import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CreateId } from '../../core/model/index.ts';
import { deleteRange } from './delete-range.ts';
import { listNumbers } from './numbers.ts';
import { attrsOf, partKindOf, schema } from './schema.ts';

const { nodes } = schema;

const singleLines = new Set<string>([
  'title',
  'addressee',
  'preambleHeading',
  'attachment',
  'signature',
  'note',
  'tableCell',
]);

function toLines(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

const countTabs = (line: string) => line.split('\t').length - 1;

/** How many lines from `start` on are rows of one table: parted by equally many tabs, two at least. */
function countRows(lines: readonly string[], start: number): number {
  const tabs = countTabs(lines[start] ?? '');
  if (tabs === 0) return 0;
  const end = lines.findIndex((line, index) => index > start && countTabs(line) !== tabs);
  const rows = (end < 0 ? lines.length : end) - start;
  return rows < 2 ? 0 : rows;
}

function toTable(lines: readonly string[], createId: CreateId): Node {
  const rows = lines.map((line) => line.split('\t'));
  const cell = (text: string) => nodes.tableCell.create(null, text ? schema.text(text) : null);
  return nodes.table.create(
    { id: createId() },
    rows.map((row) => nodes.tableRow.create(null, row.map(cell))),
  );
}

/**
 * Plain text as what it is pasted as: each line a paragraph, empty lines left out, the words kept
 * as they are; rows that are parted by tabs, of a spreadsheet or amid a text, a table.
 */
export function toPastedSlice(text: string, createId: CreateId): Slice {
  const lines = toLines(text);
  const made: Node[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = countRows(lines, at);
    const line = lines[at] ?? '';
    if (rows > 0) made.push(toTable(lines.slice(at, at + rows), createId));
    else if (line.trim() !== '') {
      made.push(nodes.paragraph.create({ id: createId() }, schema.text(line)));
    }
    at += Math.max(rows, 1);
  }
  const isOpen = (node: Node | undefined) => (node?.type === nodes.paragraph ? 1 : 0);
  return new Slice(Fragment.from(made), isOpen(made[0]), isOpen(made.at(-1)));
}

function listKinds(doc: Node): ReadonlySet<string> {
  const kinds = new Set<string>();
  doc.forEach((node) => {
    if (node.type === nodes.partHeading) kinds.add(partKindOf(node));
  });
  return kinds;
}

function tameNode(node: Node, kinds: ReadonlySet<string>): Node | null {
  if (node.type === nodes.signedDate) return null;
  if (singleLines.has(node.type.name)) return nodes.paragraph.create(null, node.content);
  const isTwin = node.type === nodes.partHeading && kinds.has(partKindOf(node));
  return isTwin
    ? nodes.partHeading.create({ ...attrsOf(node), kind: 'other' }, node.content)
    : node;
}

/**
 * What was copied from a report, as another place of one can hold it: title and closing lines as
 * paragraphs, and no second heading of a kind that is there, which could never be deleted again.
 */
export function tameSlice(slice: Slice, doc: Node): Slice {
  const kinds = listKinds(doc);
  const tamed: Node[] = [];
  slice.content.forEach((node) => {
    const kept = tameNode(node, kinds);
    if (kept) tamed.push(kept);
  });
  const endsOpen = slice.content.lastChild?.type !== nodes.signedDate;
  return new Slice(Fragment.from(tamed), slice.openStart, endsOpen ? slice.openEnd : 0);
}

function removeSelected(state: EditorState): Transaction {
  const { from, to, empty } = state.selection;
  return empty ? state.tr : deleteRange(state.tr, from, to);
}

/** Puts a slice in the place of the selection, sparing what is protected. */
export function pasteSlice(state: EditorState, slice: Slice): Transaction {
  const tr = removeSelected(state);
  const { parent } = tr.selection.$from;
  const isLine = singleLines.has(parent.type.name);
  if (isLine) {
    const text = slice.content.textBetween(0, slice.content.size, ' ');
    return text === '' ? tr : tr.insertText(text).scrollIntoView();
  }
  return tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true);
}

/** Words of a slice for other programs, with the numbers that headings print. */
export function toPlainText(slice: Slice, doc: Node): string {
  const numbers = new Map(listNumbers(doc).map(({ node, label }) => [attrsOf(node).id, label]));
  const lines: string[] = [];
  const single = slice.content.childCount === 1;
  slice.content.forEach((node) => {
    if (node.type === nodes.table) {
      lines.push(
        ...node.content.content.map((row) =>
          row.content.content.map((c) => c.textContent).join('\t'),
        ),
      );
      return;
    }
    const id: unknown = node.attrs['id'];
    lines.push(`${single ? '' : (numbers.get(String(id)) ?? '')}${node.textContent}`);
  });
  return lines.join('\n');
}

function isOwnSlice(data: DataTransfer): boolean {
  return data.getData('text/html').includes('data-pm-slice');
}

function cut(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state;
  if (selection.empty || !event.clipboardData || !view.editable) return false;
  const { dom, text } = view.serializeForClipboard(selection.content());
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData('text/html', dom.innerHTML);
  event.clipboardData.setData('text/plain', text);
  view.dispatch(deleteRange(view.state.tr, selection.from, selection.to).scrollIntoView());
  return true;
}

/** Copy, cut and paste: own slices keep their ids' nodes, everything foreign comes as plain text. */
export function createClipboardPlugin(createId: CreateId): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: { cut },
      handlePaste(view, event, slice) {
        const data = event.clipboardData;
        if (!data) return false;
        const own = isOwnSlice(data);
        const text = data.getData('text/plain');
        if (!own && text === '') return true;
        view.dispatch(
          pasteSlice(
            view.state,
            own ? tameSlice(slice, view.state.doc) : toPastedSlice(text, createId),
          ),
        );
        return true;
      },
      clipboardTextSerializer: (slice, view) => toPlainText(slice, view.state.doc),
    },
  });
}

import type { Node } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type Report,
} from '../../../core/model/index.ts';
import { createEditorState, schema, toDocument } from '../../../renderer/editor/index.ts';

/** A small report with all four parts and two sections in the first. */
export function buildSampleReport(): Report {
  const id = createCountingIds('s');
  const carried = { reportId: 'base', blockId: 'old1' };
  return buildReport(2026, {
    issuers: ['青石镇人民政府'],
    title: '青石镇人民政府2026年度法治政府建设年度报告',
    addressee: '青石县人民政府',
    preamble: [buildParagraph(id, '现将有关情况报告如下。')],
    parts: [
      buildPart(id, 'achievements', '主要举措和成效', {
        sections: [
          buildSection(id, '加强组织领导', [buildParagraph(id, '镇党委专题研究四次。', carried)]),
          buildSection(id, '严格规范执法', [
            buildParagraph(id, '办理案件62件。'),
            buildParagraph(id, '没有被撤销的案件。'),
          ]),
        ],
      }),
      buildPart(id, 'shortcomings', '存在的不足和原因', {
        blocks: [buildParagraph(id, '力量不足。')],
      }),
      buildPart(id, 'leadership', '第一责任人履职情况', {
        blocks: [buildParagraph(id, '述法一次。')],
      }),
      buildPart(id, 'plan', '2027年度主要安排', { blocks: [buildParagraph(id, '继续推进。')] }),
    ],
    closing: { signature: ['青石镇人民政府'], signedDate: '2027-01-15', attachments: [], note: '' },
  });
}

/** The editor's state for a report, with every plugin the page has and ids n1, n2, … for new lines. */
export function openState(report: Report = buildSampleReport()): EditorState {
  return createEditorState(toDocument(report), {
    createId: createCountingIds('n'),
    base: { carried: new Map([['old1', '镇党委专题研究四次。']]) },
    composition: { onStart: () => undefined, onEnd: () => undefined },
  });
}

/** Where `words` begin in the document. */
export function positionOf(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    if (found < 0 && node.isTextblock && node.textContent.includes(words)) {
      found = pos + 1 + node.textContent.indexOf(words);
    }
    return found < 0;
  });
  if (found < 0) throw new Error(`${words} is not in the document`);
  return found;
}

/** Puts the caret before `words`, or behind them. */
export function placeCaret(state: EditorState, words: string, behind = false): EditorState {
  const pos = positionOf(state.doc, words) + (behind ? words.length : 0);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)));
}

/** Selects from before the first words to behind the last. */
export function selectBetween(state: EditorState, first: string, last: string): EditorState {
  const from = positionOf(state.doc, first);
  const to = positionOf(state.doc, last) + last.length;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

/** The state after a command. */
export function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr: Transaction) => {
    next = state.apply(tr);
  });
  return next;
}

/** The state after a transaction that must exist. */
export function applyTo(state: EditorState, tr: Transaction | null): EditorState {
  if (!tr) throw new Error('no transaction');
  return state.apply(tr);
}

const short: Readonly<Record<string, string>> = {
  title: 'T',
  addressee: 'A',
  partHeading: 'H1',
  sectionHeading: 'H2',
  paragraph: 'P',
  table: 'TABLE',
  signature: 'S',
  signedDate: 'D',
};

/** The document's lines in short: `H2 加强组织领导`. */
export function outlineLines(state: EditorState): readonly string[] {
  return state.doc.content.content.map((node) => {
    const level: unknown = node.attrs['level'];
    const name =
      node.type === schema.nodes.subheading ? `H${String(level)}` : short[node.type.name];
    return `${name ?? node.type.name} ${node.textContent}`.trim();
  });
}

/** Ids of all lines that have one. */
export function listIds(doc: Node): readonly string[] {
  return doc.content.content.flatMap((node) => {
    const id: unknown = node.attrs['id'];
    return typeof id === 'string' ? [id] : [];
  });
}

/** The line that contains `words`. */
export function lineWith(state: EditorState, words: string): Node {
  const line = state.doc.content.content.find((node) => node.textContent.includes(words));
  if (!line) throw new Error(`${words} is in no line`);
  return line;
}

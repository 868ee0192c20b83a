import { undo } from '@tiptap/pm/history';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  buildTable,
  createCountingIds,
} from '../../../core/model/index.ts';
import type { RollTarget } from '../../../core/roll-forward/index.ts';
import type { StaleChip } from '../../../core/stale/index.ts';
import {
  findNextChip,
  leaveChip,
  moveSection,
  openChip,
  removeChips,
  replaceChips,
  selectChip,
  settleChips,
  showChips,
  staleOf,
  toDocument,
} from '../../../renderer/editor/index.ts';
import { createEnter } from '../../../renderer/editor/typing-commands.ts';
import { applyTo, openState, placeCaret, positionOf, run } from './editor-harness.ts';

const id = createCountingIds('s');
const first = buildParagraph(id, '全年办理案件62件，其中简易程序55件。');
const second = buildParagraph(id, '开展检查4次，办理案件62件。');
const table = buildTable(id, [
  ['案件', '62件'],
  ['检查', '4次'],
]);
const sections = [
  buildSection(id, '执法', [first]),
  buildSection(id, '检查2026年', [second, table]),
];
const part = buildPart(id, 'achievements', '2026年主要举措', { sections });
const report = buildReport(2026, {
  title: '青石镇2026年法治政府建设年度报告',
  addressee: '云岭县人民政府',
  parts: [part],
  closing: {
    signature: ['青石镇人民政府'],
    signedDate: null,
    attachments: ['2026年任务清单'],
    note: '',
  },
});

function chipOf(target: RollTarget, whole: string, text: string): StaleChip {
  const start = whole.indexOf(text);
  return {
    key: `${target.id}/${target.field}/${text}`,
    kind: 'figure',
    target,
    start,
    end: start + text.length,
    text,
    why: '和上年一样。',
    proposals: [],
    matter: '',
    like: text,
    place: { partId: null, sectionId: null, blockId: null, quote: whole },
  };
}

const inText = (block: { readonly id: string; readonly text: string }, words: string) =>
  chipOf({ id: block.id, field: 'text' }, block.text, words);
const [sixtyTwo, fiftyFive] = [inText(first, '62件'), inText(first, '55件')];
const [four, sixtyTwoMore] = [inText(second, '4次'), inText(second, '62件')];
const chips: readonly StaleChip[] = [sixtyTwo, fiftyFive, four, sixtyTwoMore];

function openWithChips(shown = chips): EditorState {
  const state = openState(report);
  return state.apply(showChips(state, shown));
}

/** What stands where the chips are. */
const listWords = (state: EditorState) =>
  staleOf(state).placed.map(({ from, to }) => state.doc.textBetween(from, to));
const openText = (state: EditorState) =>
  staleOf(state).chips.find(({ key }) => key === staleOf(state).open?.key)?.key;

describe('chips on the page', () => {
  test('stand on their words in titles, headings, paragraphs, cells and attachments', () => {
    const targets: readonly [RollTarget, string, string][] = [
      [{ id: 'front', field: 'title' }, report.title, '2026年'],
      [{ id: 'front', field: 'addressee' }, report.addressee, '云岭县'],
      [{ id: part.id, field: 'heading' }, part.heading, '2026年'],
      [{ id: sections[1]?.id ?? '', field: 'heading' }, '检查2026年', '2026年'],
      [{ id: first.id, field: 'text' }, first.text, '55件'],
      [{ id: table.id, field: 'cell-0-1' }, '62件', '62件'],
      [{ id: table.id, field: 'cell-1-1' }, '4次', '4次'],
      [{ id: 'closing', field: 'attachment-0' }, '2026年任务清单', '2026年'],
    ];
    const state = openWithChips(targets.map((target) => chipOf(...target)));
    expect(listWords(state)).toEqual(targets.map(([, , words]) => words));
  });

  test('one whose words stand elsewhere by now is not shown', () => {
    const gone = { ...sixtyTwo, key: 'x', start: 3, end: 6 };
    expect(listWords(openWithChips([gone, fiftyFive]))).toEqual(['55件']);
  });

  test('follow what is typed before, behind and between them', () => {
    let state = openWithChips();
    for (const words of ['全年', '62件', '其中', '55件']) {
      const at = positionOf(state.doc, words);
      state = state.apply(state.tr.insertText('又', at));
      expect(listWords(state)).toEqual(['62件', '55件', '4次', '62件']);
    }
    const behind = positionOf(state.doc, '55件') + '55件'.length;
    expect(listWords(state.apply(state.tr.insertText('整', behind)))).toHaveLength(4);
  });

  test('one whose words were changed is gone at once, and no other', () => {
    const state = openWithChips();
    const at = positionOf(state.doc, '62件');
    expect(listWords(state.apply(state.tr.insertText('7', at + 1)))).toEqual([
      '55件',
      '4次',
      '62件',
    ]);
    expect(listWords(state.apply(state.tr.delete(at, at + 1)))).toEqual(['55件', '4次', '62件']);
    const split = run(placeCaret(state, '2件，'), createEnter(createCountingIds('e')));
    expect(listWords(split)).toEqual(['55件', '4次', '62件']);
  });

  test('any edits leave only chips whose words are what they were', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', '字', '62件', '\n'));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let state = openWithChips();
        for (const [where, length, words] of edits) {
          const spots = [first, second].map(({ text }) => text).join('').length;
          const from = positionOf(state.doc, '执法') + 3 + (where % spots);
          const $from = state.doc.resolve(Math.min(from, state.doc.content.size));
          if (!$from.parent.isTextblock) continue;
          const to = Math.min($from.pos + length, $from.end());
          state = state.apply(state.tr.insertText(words, $from.pos, to));
          const { placed } = staleOf(state);
          expect(listWords(state)).toEqual(placed.map(({ chip }) => chip.text));
        }
      }),
    );
  });

  test('a section that is moved takes its chips along', () => {
    const state = openWithChips();
    const moved = applyTo(state, moveSection(state, sections[0]?.id ?? '', 1));
    expect(listWords(moved)).toEqual(['4次', '62件', '62件', '55件']);
  });

  test('one that is replaced is gone', () => {
    const state = openWithChips();
    const replaced = applyTo(state, replaceChips(state, [four.key], '5次'));
    expect(listWords(replaced)).toEqual(['62件', '55件', '62件']);
  });

  test('keep the same list while none comes or goes, so that nothing around the page is drawn anew', () => {
    const state = openWithChips();
    const typed = state.apply(state.tr.insertText('又', positionOf(state.doc, '全年')));
    expect(staleOf(typed).chips).toBe(staleOf(state).chips);
  });

  test('an input method’s words make a chip go, but its mark stays until they are settled', () => {
    const state = openWithChips();
    const marks = (each: EditorState) =>
      each.plugins.flatMap((plugin) => {
        const set = plugin.props.decorations?.call(plugin, each);
        return set instanceof DecorationSet ? set.find() : [];
      });
    const at = positionOf(state.doc, '2件，');
    const before = marks(state).length;
    const composing = state.apply(state.tr.insertText('qi', at).setMeta('composition', 1));
    expect(listWords(composing)).toEqual(['55件', '4次', '62件']);
    expect(marks(composing)).toHaveLength(before);
    const settled = applyTo(composing, settleChips(composing));
    expect(marks(settled)).toHaveLength(before - 1);
    expect(settleChips(settled)).toBeNull();
  });
});

describe('the card of a chip', () => {
  test('opens behind the caret, goes round the ends and back again', () => {
    let state = placeCaret(openWithChips(), '检查4次');
    const seen: (string | undefined)[] = [];
    for (const step of [1, 1, 1, -1, -1] as const) {
      const next = findNextChip(state, step);
      state = applyTo(state, openChip(state, next?.chip.key ?? ''));
      seen.push(openText(state));
    }
    expect(seen).toEqual([four, sixtyTwoMore, sixtyTwo, sixtyTwoMore, four].map(({ key }) => key));
  });

  test('gives the caret back where it was, over answers and edits', () => {
    let state = placeCaret(openWithChips(), '检查4次');
    state = applyTo(state, openChip(state, sixtyTwo.key));
    state = applyTo(state, replaceChips(state, [sixtyTwo.key], '71件又多'));
    expect(staleOf(state).open).toBeNull();
    state = applyTo(state, openChip(state, fiftyFive.key));
    state = state.apply(removeChips(state, [fiftyFive.key]));
    state = applyTo(state, openChip(state, four.key));
    state = applyTo(state, leaveChip(state));
    expect(state.selection.from).toBe(positionOf(state.doc, '检查4次'));
  });

  test('closes when the caret leaves its words, and when they are changed', () => {
    const state = openWithChips();
    const open = applyTo(state, openChip(state, four.key));
    const elsewhere = TextSelection.create(open.doc, positionOf(open.doc, '全年'));
    expect(staleOf(open.apply(open.tr.setSelection(elsewhere))).open).toBeNull();
    const at = positionOf(open.doc, '4次');
    expect(staleOf(open.apply(open.tr.insertText('1', at + 1))).open).toBeNull();
  });

  test('leads into the text with the words selected for typing over', () => {
    const state = openWithChips();
    const open = applyTo(state, openChip(state, four.key));
    const { selection, doc } = applyTo(open, selectChip(open));
    expect(doc.textBetween(selection.from, selection.to)).toBe('4次');
  });

  test('replaces all alike as one step of the history', () => {
    const state = openWithChips();
    const keys = [sixtyTwo.key, sixtyTwoMore.key];
    const replaced = applyTo(state, replaceChips(state, keys, '71件'));
    expect(replaced.doc.textContent.split('71件')).toHaveLength(3);
    expect(listWords(replaced)).toEqual(['55件', '4次']);
    expect(run(replaced, undo).doc.eq(state.doc)).toBe(true);
  });

  test('replaces right after typing as a step of its own', () => {
    const state = openWithChips();
    const typed = state.apply(state.tr.insertText('共', positionOf(state.doc, '62件')));
    const replaced = applyTo(typed, replaceChips(typed, [sixtyTwo.key], '71件'));
    expect(run(replaced, undo).doc.eq(typed.doc)).toBe(true);
  });
});

test('moving a section takes neither its origin nor its blocks’ away', () => {
  const carried = { reportId: 'base', blockId: 'old' };
  const moved = buildSection(id, '普法', [buildParagraph(id, '开展普法4次。', carried)]);
  const draft = { ...report, parts: [{ ...part, sections: [...sections, moved] }] };
  const state = openState(draft);
  const after = applyTo(state, moveSection(state, moved.id, -1));
  const line = after.doc.content.content.find((node) => node.textContent === '开展普法4次。');
  expect(line?.attrs['source']).toEqual(carried);
  expect(after.doc.eq(toDocument(draft))).toBe(false);
});

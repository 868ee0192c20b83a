import { selectAll } from '@tiptap/pm/commands';
import { Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPiecesFault } from '../../../core/model/index.ts';
import { deleteRange } from '../../../renderer/editor/delete-range.ts';
import { keepsRequiredParts, setLineLevel, toPieces } from '../../../renderer/editor/index.ts';
import { deleteAcrossLines } from '../../../renderer/editor/typing-commands.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import {
  lineWith,
  listIds,
  openState,
  outlineLines,
  placeCaret,
  run,
  selectBetween,
} from './editor-harness.ts';

describe('the four parts', () => {
  test('stay when a selection runs across their headings', () => {
    const state = run(selectBetween(openState(), '没有被撤销', '力量'), deleteAcrossLines);
    expect(outlineLines(state)).toContain('H1 存在的不足和原因');
    expect(outlineLines(state)).toContain('P 不足。');
    expect(outlineLines(state)).not.toContain('P 没有被撤销的案件。');
  });

  test('stay when everything is selected and deleted', () => {
    const state = run(run(openState(), selectAll), deleteAcrossLines);
    expect(outlineLines(state).filter((line) => line.startsWith('H1'))).toHaveLength(4);
    expect(outlineLines(state)).not.toContain('H2 加强组织领导');
    expect(outlineLines(state)[0]).toMatch(/^T 青石镇/u);
  });

  test('cannot be made anything else', () => {
    const before = placeCaret(openState(), '主要举措和成效');
    expect(setLineLevel(0)(before)).toBe(false);
    expect(setLineLevel(2)(before)).toBe(false);
  });

  test('are kept by refusing a transaction that would lose one', () => {
    const before = openState();
    const state = before.apply(before.tr.replace(40, before.doc.content.size - 20, Slice.empty));
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  test('survive any deletion, and what is left is still a report with clean ids', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), fc.nat(), (report, one, other) => {
        const state = openState(report);
        const size = state.doc.content.size;
        const from = TextSelection.near(state.doc.resolve(Math.min(one, other) % size)).from;
        const to = TextSelection.near(state.doc.resolve(Math.max(one, other) % size)).to;
        const [start, end] = from < to ? [from, to] : [to, from];
        const { doc } = state.apply(deleteRange(state.tr, start, end));
        doc.check();
        expect(keepsRequiredParts(state.doc, doc)).toBe(true);
        expect(findPiecesFault(toPieces(doc))).toBeNull();
        expect(new Set(listIds(doc)).size).toBe(listIds(doc).length);
      }),
    );
  });
});

describe('a selection within the text', () => {
  test('deletes from the middle of one paragraph to the middle of another and joins them', () => {
    const state = run(selectBetween(openState(), '62件', '没有被'), deleteAcrossLines);
    expect(outlineLines(state)).toContain('P 办理案件撤销的案件。');
  });

  test('takes a whole section heading with it', () => {
    const state = run(selectBetween(openState(), '专题研究', '办理案件'), deleteAcrossLines);
    expect(outlineLines(state)).toContain('P 镇党委62件。');
    expect(outlineLines(state)).not.toContain('H2 严格规范执法');
  });

  test('that begins at the start of a line leaves the rest of the last line what it was', () => {
    const before = openState();
    const id: unknown = lineWith(before, '没有被撤销').attrs['id'];
    const state = run(selectBetween(before, '办理案件', '没有被'), deleteAcrossLines);
    expect(lineWith(state, '撤销的案件。').attrs['id']).toBe(id);
  });
});

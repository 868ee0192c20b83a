import type { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberHeadings } from '../../../core/layout/index.ts';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import {
  lowerHeading,
  moveSection,
  raiseHeading,
  readOutline,
  setLineLevel,
  stopIdAt,
  toDocument,
  toggleRunIn,
  toPieces,
  toReport,
} from '../../../renderer/editor/index.ts';
import { listNumbers, numberMarksOf } from '../../../renderer/editor/numbers.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { applyTo, lineWith, openState, outlineLines, placeCaret, run } from './editor-harness.ts';

describe('levels of headings', () => {
  test('Tab lowers a section heading to 1. and then to （1）, and Shift+Tab raises it again', () => {
    const section = placeCaret(openState(), '严格规范执法');
    const third = run(section, lowerHeading);
    expect(outlineLines(third)).toContain('H3 严格规范执法');
    const fourth = run(third, lowerHeading);
    expect(outlineLines(fourth)).toContain('H4 严格规范执法');
    expect(outlineLines(run(run(fourth, raiseHeading), raiseHeading))).toEqual(
      outlineLines(section),
    );
  });

  test('a paragraph becomes a section heading, keeps its id and loses a typed number', () => {
    const text = '（三）化解矛盾';
    const before = openState();
    const at = placeCaret(before, '力量不足');
    const typed = at.apply(at.tr.insertText(text, at.selection.from, at.selection.from + 5));
    const line = lineWith(typed, text);
    const state = run(typed, setLineLevel(2));
    expect(outlineLines(state)).toContain('H2 化解矛盾');
    expect(lineWith(state, '化解矛盾').attrs['id']).toBe(line.attrs['id']);
  });

  test('no section can stand before the first part', () => {
    const at = placeCaret(openState(), '现将有关情况');
    expect(setLineLevel(2)(at)).toBe(false);
    const id = createCountingIds();
    const front = openState(buildReport(2026, { preamble: [buildParagraph(id, '只有引言')] }));
    expect(toPieces(front.doc).map(({ kind }) => kind)).toEqual(['front', 'closing']);
  });

  test('a heading can share its line with the text and be parted from it again', () => {
    const shared = run(placeCaret(openState(), '加强组织领导'), toggleRunIn);
    expect(lineWith(shared, '加强组织领导').attrs['runIn']).toBe(true);
    expect(lineWith(run(shared, toggleRunIn), '加强组织领导').attrs['runIn']).toBe(false);
  });
});

describe('the numbers of headings', () => {
  const shown = (state: EditorState) =>
    numberMarksOf(state)
      .find()
      .toSorted((a, b) => a.from - b.from)
      .map(({ from }) => state.doc.nodeAt(from)?.textContent);

  test('are those the export writes, for every report', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const numbers = listNumbers(toDocument(report)).map(({ node, label }) => [
          node.attrs['id'],
          label,
        ]);
        expect(new Map(numbers as [string, string][])).toEqual(numberHeadings(report));
      }),
    );
  });

  test('stand at every heading still after one was moved, split off or made text', () => {
    const state = openState();
    const id = String(lineWith(state, '严格规范执法').attrs['id']);
    const moved = applyTo(state, moveSection(state, id, -1));
    const raised = run(placeCaret(moved, '没有被撤销'), setLineLevel(2));
    const lowered = run(placeCaret(raised, '加强组织'), setLineLevel(0));
    for (const each of [state, moved, raised, lowered]) {
      const { doc } = each;
      expect(shown(each)).toEqual(listNumbers(doc).map(({ node }) => node.textContent));
      const fresh = openState(toReport(doc));
      const labels = (of: EditorState) =>
        numberMarksOf(of)
          .find()
          .map(({ from, spec }) => [from, spec]);
      expect(labels(each)).toEqual(labels(fresh));
    }
  });
});

describe('the outline', () => {
  test('numbers parts and sections as they print', () => {
    const stops = readOutline(openState().doc).map(({ label, heading }) => `${label}${heading}`);
    expect(stops).toEqual([
      '',
      '一、主要举措和成效',
      '（一）加强组织领导',
      '（二）严格规范执法',
      '二、存在的不足和原因',
      '三、第一责任人履职情况',
      '四、2027年度主要安排',
      '',
    ]);
  });

  test('knows the section a line belongs to', () => {
    const { doc } = openState();
    const index = doc.content.content.findIndex((node) => node.textContent.startsWith('没有被'));
    expect(stopIdAt(doc, index)).toBe(lineWith(openState(), '严格规范执法').attrs['id']);
    expect(stopIdAt(doc, 0)).toBe('front');
    expect(stopIdAt(doc, doc.childCount - 1)).toBe('closing');
  });
});

describe('moving a section', () => {
  const second = String(lineWith(openState(), '严格规范执法').attrs['id']);

  test('up takes all its lines before the section above', () => {
    const state = openState();
    const moved = applyTo(state, moveSection(state, second, -1));
    expect(outlineLines(moved).slice(4, 8)).toEqual([
      'H2 严格规范执法',
      'P 办理案件62件。',
      'P 没有被撤销的案件。',
      'H2 加强组织领导',
    ]);
    expect(toPieces(moved.doc).map(({ id }) => id)).toContain(second);
  });

  test('down over the end of its part puts it into the next one', () => {
    const state = openState();
    const moved = applyTo(state, moveSection(state, second, 1));
    const lines = outlineLines(moved);
    expect(lines.indexOf('H2 严格规范执法')).toBeGreaterThan(lines.indexOf('P 力量不足。'));
    expect(lines.indexOf('H2 严格规范执法')).toBeLessThan(lines.indexOf('H1 第一责任人履职情况'));
  });

  test('up and down again is where it was', () => {
    const state = openState();
    const moved = applyTo(state, moveSection(state, second, -1));
    expect(applyTo(moved, moveSection(moved, second, 1)).doc.eq(state.doc)).toBe(true);
  });
});

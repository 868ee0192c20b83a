import { undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import { attrsOf, isIdentified } from '../../../renderer/editor/schema.ts';
import { findNextRange, mendFindings } from '../../../renderer/features/workspace/mend-findings.ts';
import { applyTo, openState, placeCaret, positionOf, run } from '../editor/editor-harness.ts';

/** The line of the open draft that holds a quote; none holds what was changed since. */
function idOfLine(quote: string): string | null {
  let id: string | null = null;
  openState().doc.forEach((node) => {
    if (isIdentified(node) && node.textContent.includes(quote)) id ??= attrsOf(node).id;
  });
  return id;
}

function build(text: string, suggestion: string, quote = text): Finding {
  const place = { partId: null, sectionId: null, blockId: idOfLine(quote), quote };
  return { rule: 'r', severity: 'warning', text, message: '说明', place, suggestion };
}

const four = build('四次', '4次', '镇党委专题研究四次。');
const cases = build('62件', '六十二件', '办理案件62件。');
const praise = build('述法一次', '');
const findings = [praise, cases, four];

function startOfNext(words: string, step: 1 | -1, behind = false): number | undefined {
  const { doc, selection } = placeCaret(openState(), words, behind);
  return findNextRange(doc, findings, { selected: selection, step })?.from;
}

test('the next finding is the one behind the caret, whatever order they came in', () => {
  const { doc } = openState();
  expect(startOfNext('镇党委', 1)).toBe(positionOf(doc, '四次'));
  expect(startOfNext('四次', 1, true)).toBe(positionOf(doc, '62件'));
  expect(startOfNext('62件', -1)).toBe(positionOf(doc, '四次'));
});

test('the steps go around the ends, and from a selected finding to another one', () => {
  const { doc } = openState();
  expect(startOfNext('继续推进', 1)).toBe(positionOf(doc, '四次'));
  expect(startOfNext('镇党委', -1)).toBe(positionOf(doc, '述法一次'));
  const from = positionOf(doc, '四次');
  const next = findNextRange(doc, findings, { selected: { from, to: from + 2 }, step: 1 });
  expect(next?.from).toBe(positionOf(doc, '62件'));
});

test('without findings there is nowhere to go', () => {
  const { doc, selection } = openState();
  expect(findNextRange(doc, [], { selected: selection, step: 1 })).toBeNull();
});

test('several findings are mended at once and come back with one undo', () => {
  const before = openState();
  const after = applyTo(before, mendFindings(before, findings));
  expect(after.doc.textContent).toContain('镇党委专题研究4次。');
  expect(after.doc.textContent).toContain('办理案件六十二件。');
  expect(after.doc.textContent).toContain('述法一次。');
  expect(run(after, undo).doc.eq(before.doc)).toBe(true);
});

test('of two findings over the same words one is mended', () => {
  const before = openState();
  const after = applyTo(before, mendFindings(before, [cases, build('案件62件', '62件案件')]));
  expect(after.doc.textContent).toContain('办理案件六十二件。');
});

test('a finding whose words were changed since, or that says nothing better, mends nothing', () => {
  expect(mendFindings(openState(), [build('没有这几个字', '有'), praise])).toBeNull();
});

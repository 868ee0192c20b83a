import { redo, undo } from '@tiptap/pm/history';
import { Fragment, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { tameSlice, toPastedSlice, toPlainText } from '../../../renderer/editor/clipboard.ts';
import { pasteSlice } from '../../../renderer/editor/index.ts';
import {
  backspaceAtStart,
  createEnter,
  deleteAtEnd,
} from '../../../renderer/editor/typing-commands.ts';
import { lineWith, listIds, openState, outlineLines, placeCaret, run } from './editor-harness.ts';

const enter = createEnter(createCountingIds('e'));

describe('Enter', () => {
  test('splits a paragraph: the first half keeps the id, both keep the origin', () => {
    const state = run(placeCaret(openState(), '专题研究'), enter);
    expect(lineWith(state, '专题研究四次').attrs).toEqual({
      id: 'e1',
      source: { reportId: 'base', blockId: 'old1' },
    });
    const first = state.doc.content.content.find((node) => node.textContent === '镇党委');
    expect(first?.attrs['source']).toEqual({ reportId: 'base', blockId: 'old1' });
  });

  test('before the first word of a paragraph leaves its id and origin with the words', () => {
    const state = run(placeCaret(openState(), '镇党委'), enter);
    expect(lineWith(state, '镇党委专题').attrs['source']).not.toBeNull();
  });

  test('behind a heading begins its text', () => {
    const state = run(placeCaret(openState(), '存在的不足和原因', true), enter);
    const lines = outlineLines(state);
    expect(lines[lines.indexOf('H1 存在的不足和原因') + 1]).toBe('P');
    expect(state.selection.$from.parent.type.name).toBe('paragraph');
  });

  test('within a heading makes what is behind the caret text', () => {
    const state = run(placeCaret(openState(), '组织领导'), enter);
    expect(outlineLines(state)).toContain('H2 加强');
    expect(outlineLines(state)).toContain('P 组织领导');
  });

  test('in an empty paragraph adds no second empty one', () => {
    const once = run(placeCaret(openState(), '力量不足。', true), enter);
    expect(outlineLines(run(once, enter))).toEqual(outlineLines(once));
  });

  test('in the title goes to the addressee and from there to the text', () => {
    const addressee = run(placeCaret(openState(), '法治政府建设年度报告', true), enter);
    expect(addressee.selection.$from.parent.type.name).toBe('addressee');
    expect(run(addressee, enter).selection.$from.parent.type.name).toBe('paragraph');
  });

  test('gives a joint issuer a line of its own', () => {
    const state = openState();
    const dateSize = state.doc.lastChild?.nodeSize ?? 0;
    const end = state.doc.content.size - dateSize - 1;
    const signed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, end)));
    expect(outlineLines(run(signed, enter)).slice(-3)).toEqual(['S 青石镇人民政府', 'S', 'D']);
  });
});

describe('Backspace at the start of a line', () => {
  test('makes a section heading text', () => {
    const state = run(placeCaret(openState(), '严格规范执法'), backspaceAtStart);
    expect(outlineLines(state)).toContain('P 严格规范执法');
  });

  test('leaves the heading of a required part alone', () => {
    const before = openState();
    const state = run(placeCaret(before, '存在的不足和原因'), backspaceAtStart);
    expect(state.doc.eq(before.doc)).toBe(true);
  });

  test('joins a paragraph to the one above, which keeps its id', () => {
    const before = openState();
    const id: unknown = lineWith(before, '办理案件').attrs['id'];
    const state = run(placeCaret(before, '没有被撤销'), backspaceAtStart);
    expect(lineWith(state, '办理案件62件。没有被撤销').attrs['id']).toBe(id);
  });

  test('never lets the first paragraph run into the addressee', () => {
    const before = openState();
    const state = run(placeCaret(before, '现将有关情况'), backspaceAtStart);
    expect(state.doc.eq(before.doc)).toBe(true);
    expect(state.selection.$from.parent.type.name).toBe('addressee');
  });
});

describe('Delete at the end of a line', () => {
  test('joins the paragraph below', () => {
    const state = run(placeCaret(openState(), '办理案件62件。', true), deleteAtEnd);
    expect(outlineLines(state)).toContain('P 办理案件62件。没有被撤销的案件。');
  });

  test('stops before a required part', () => {
    const before = openState();
    const state = run(placeCaret(before, '没有被撤销的案件。', true), deleteAtEnd);
    expect(state.doc.eq(before.doc)).toBe(true);
  });
});

describe('pasting', () => {
  const paste = (text: string) => toPastedSlice(text, createCountingIds('p'));

  test('makes each line of plain text a paragraph and keeps the words as they are', () => {
    const at = placeCaret(openState(), '力量不足。', true);
    const state = at.apply(pasteSlice(at, paste('甲  乙\r\n\r\n丙\n')));
    expect(outlineLines(state)).toContain('P 力量不足。甲  乙');
    expect(outlineLines(state)).toContain('P 丙');
  });

  test('makes rows of a spreadsheet a table', () => {
    const at = placeCaret(openState(), '力量不足。', true);
    const state = at.apply(pasteSlice(at, paste('项目\t数\n案件\t62\n')));
    const table = state.doc.content.content.find((node) => node.type.name === 'table');
    expect(table?.textContent).toBe('项目数案件62');
  });

  test('takes rows amid a text for a table, and a lone tab for none', () => {
    const at = placeCaret(openState(), '力量不足。', true);
    const text = '甲\n项目\t数\n案件\t62\n乙\n一\t二';
    const state = at.apply(pasteSlice(at, paste(text)));
    const lines = outlineLines(state).join('\n');
    expect(state.doc.textContent).toContain('力量不足。甲项目数案件62乙一\t二');
    expect(lines.match(/TABLE/gu)).toHaveLength(1);
    state.doc.check();
  });

  test('takes a typed number from a heading it is pasted in front of', () => {
    const at = placeCaret(openState(), '严格规范执法');
    const state = at.apply(pasteSlice(at, paste('（二）深化')));
    expect(outlineLines(state)).toContain('H2 深化严格规范执法');
  });

  test('gives a copy a new id and leaves the original its own', () => {
    const before = openState();
    const original = lineWith(before, '镇党委专题研究四次');
    const at = placeCaret(before, '现将有关情况报告如下。', true);
    const copied = run(at, enter);
    const state = copied.apply(pasteSlice(copied, new Slice(Fragment.from(original), 0, 0)));
    const ids = listIds(state.doc);
    expect(new Set(ids).size).toBe(ids.length);
    const twins = state.doc.content.content.filter(
      (node) => node.textContent === original.textContent,
    );
    expect(twins).toHaveLength(2);
    expect(twins[1]?.attrs['id']).toBe(original.attrs['id']);
  });
});

test('what is copied for other programs carries the numbers that headings print', () => {
  const { doc } = openState();
  const words = toPlainText(doc.slice(0), doc).split('\n');
  expect(words).toContain('（二）严格规范执法');
  expect(words).toContain('四、2027年度主要安排');
  expect(words).toContain('办理案件62件。');
});

describe('pasting what was copied from a report', () => {
  test('makes its title a paragraph and its part headings parts of one’s own', () => {
    const source = openState();
    const at = placeCaret(openState(), '力量不足。', true);
    const state = at.apply(pasteSlice(at, tameSlice(source.doc.slice(0), at.doc)));
    state.doc.check();
    const kinds = state.doc.content.content
      .filter((node) => node.type.name === 'partHeading')
      .map((node) => node.attrs['kind'] as string);
    expect(kinds.filter((kind) => kind === 'plan')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'other')).toHaveLength(4);
    expect(outlineLines(state).filter((line) => line.startsWith('T '))).toHaveLength(1);
    expect(new Set(listIds(state.doc)).size).toBe(listIds(state.doc).length);
  });
});

describe('typing a number in front of a heading', () => {
  test('takes it away at once', () => {
    const at = placeCaret(openState(), '严格规范执法');
    const state = at.apply(at.tr.insertText('（二）'));
    expect(outlineLines(state)).toContain('H2 严格规范执法');
  });

  test('leaves an input method in peace until its words are final', () => {
    const at = placeCaret(openState(), '严格规范执法');
    const state = at.apply(at.tr.insertText('（二）').setMeta('composition', 1));
    expect(outlineLines(state)).toContain('H2 （二）严格规范执法');
  });
});

test('undo gives back what was, and redo takes it again', () => {
  const before = placeCaret(openState(), '专题研究');
  const split = run(before, enter);
  const undone = run(split, undo);
  expect(undone.doc.eq(before.doc)).toBe(true);
  expect(run(undone, redo).doc.eq(split.doc)).toBe(true);
});

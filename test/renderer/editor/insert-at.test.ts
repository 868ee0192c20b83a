import { undo } from '@tiptap/pm/history';
import { describe, expect, test } from 'vitest';
import {
  type Insertion,
  insertAtStop,
  insertInNewSection,
  readOutline,
} from '../../../renderer/editor/index.ts';
import { openState, outlineLines, placeCaret, run } from './editor-harness.ts';

type State = ReturnType<typeof openState>;
const phrase = '开展检查〔次数〕次，立案〔件数〕件。';

const idOf = (state: State, heading: string) => {
  const stop = readOutline(state.doc).find((each) => each.heading === heading);
  if (!stop) throw new Error(`no ${heading}`);
  return stop.id;
};
const apply = (state: State, insertion: Insertion | null) => {
  if (!insertion) throw new Error('nothing was put in');
  return state.apply(insertion.tr);
};
const put = (state: State, stopId: string) =>
  apply(state, insertAtStop(state, phrase, { stopId, id: 'fresh' }));
const selected = ({ doc, selection }: State) => doc.textBetween(selection.from, selection.to);

describe('a sentence put where it belongs', () => {
  test('stands behind the caret’s paragraph, where that is in the section', () => {
    const state = placeCaret(openState(), '案件62件');
    const after = put(state, idOf(state, '严格规范执法'));
    expect(outlineLines(after)).toContain(`P 办理案件62件。${phrase}`);
    expect(selected(after)).toBe('〔次数〕');
  });

  test('begins a paragraph at the end of its section, when the caret is elsewhere', () => {
    const state = placeCaret(openState(), '述法一次');
    const lines = outlineLines(put(state, idOf(state, '严格规范执法')));
    expect(lines[lines.indexOf('P 没有被撤销的案件。') + 1]).toBe(`P ${phrase}`);
  });

  test('adds the full stop that a sentence before it lacks', () => {
    const state = openState();
    const bare = placeCaret(state.apply(state.tr.insertText('完毕', 1)), '案件62件');
    const end = placeCaret(bare, '没有被撤销的案件', true);
    const cut = end.apply(end.tr.delete(end.selection.from, end.selection.from + 1));
    expect(outlineLines(put(cut, idOf(cut, '严格规范执法')))).toContain(
      `P 没有被撤销的案件。${phrase}`,
    );
  });

  test('in the preamble it stands before the words that announce the report', () => {
    const state = openState();
    const said = placeCaret(state, '现将有关情况报告如下', true);
    const colon = said.apply(
      said.tr.insertText('：', said.selection.from, said.selection.from + 1),
    );
    const lines = outlineLines(put(placeCaret(colon, '述法'), 'front'));
    expect(lines.indexOf(`P ${phrase}`)).toBe(lines.indexOf('P 现将有关情况报告如下：') - 1);
  });

  test('one undo takes it back, also right after typing', () => {
    const before = placeCaret(openState(), '案件62件', true);
    const typed = before.apply(before.tr.insertText('整'));
    const after = put(typed, idOf(typed, '严格规范执法'));
    expect(run(after, undo).doc.eq(typed.doc)).toBe(true);
  });

  test('nothing happens for a section that is gone', () => {
    expect(insertAtStop(openState(), phrase, { stopId: 'gone', id: 'x' })).toBeNull();
  });

  test('a section is made at the end of its part, in one step', () => {
    const state = openState();
    const part = { kind: 'achievements', id: 'p', heading: '主要举措和成效' } as const;
    const section = { id: 'new', heading: '依法预防和处置突发事件', part, hasHeading: true };
    const after = apply(state, insertInNewSection(state, phrase, { section, id: 'fresh' }));
    const lines = outlineLines(after);
    const at = lines.indexOf('H2 依法预防和处置突发事件');
    expect(lines[at - 1]).toBe('P 没有被撤销的案件。');
    expect(lines[at + 1]).toBe(`P ${phrase}`);
    expect(run(after, undo).doc.eq(state.doc)).toBe(true);
  });

  test('a part that the report lacks is made with it, before the signature', () => {
    const state = openState();
    const part = { kind: 'other', id: 'p', heading: '其他需要报告的情况' } as const;
    const section = { id: 'new', heading: '', part, hasHeading: false };
    const lines = outlineLines(
      apply(state, insertInNewSection(state, phrase, { section, id: 'fresh' })),
    );
    expect(lines.slice(lines.indexOf('H1 其他需要报告的情况'))).toEqual([
      'H1 其他需要报告的情况',
      `P ${phrase}`,
      'S 青石镇人民政府',
      'D',
    ]);
  });
});

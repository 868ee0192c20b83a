import { undo } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { lowerHeading } from '../../../renderer/editor/heading-commands.ts';
import {
  blanksOf,
  countBlanks,
  moveToBlank,
  selectBlankBeside,
  stepBlank,
} from '../../../renderer/editor/index.ts';
import { applyTo, openState, placeCaret, positionOf, run } from './editor-harness.ts';

const filled = (state: ReturnType<typeof openState>, words: string, before = '办理案件62件。') =>
  state.apply(state.tr.insertText(words, positionOf(state.doc, before)));
const selected = ({ doc, selection }: ReturnType<typeof openState>) =>
  doc.textBetween(selection.from, selection.to);
const nextBlank = moveToBlank(1);
const lastBlank = moveToBlank(-1);

/** A paragraph with two blanks, another with one in the same section, and one in the plan. */
const openBlanks = () =>
  filled(
    filled(
      filled(openState(), '检查〔次数〕次，立案〔件数〕件。'),
      '按〔2026〕3号文件，〔说明〕。',
      '没有被撤销',
    ),
    '〔安排〕。',
    '继续推进。',
  );

describe('blanks on the page', () => {
  test('are known with their words, the year of a document’s number is none', () => {
    expect(blanksOf(openBlanks()).map(({ name }) => name)).toEqual([
      '次数',
      '件数',
      '说明',
      '安排',
    ]);
  });

  test('are counted by section', () => {
    expect([...countBlanks(openBlanks().doc).values()]).toEqual([3, 1]);
  });

  test('Tab and Shift+Tab go from one to the next within the section, around its ends', () => {
    let state = placeCaret(openBlanks(), '检查');
    const visited: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      state = run(state, nextBlank);
      visited.push(selected(state));
    }
    expect(visited).toEqual(['〔次数〕', '〔件数〕', '〔说明〕', '〔次数〕']);
    expect(selected(run(state, lastBlank))).toBe('〔说明〕');
  });

  test('Tab keeps its meaning in a heading', () => {
    const state = placeCaret(openBlanks(), '严格规范执法');
    expect(nextBlank(state)).toBe(false);
    expect(lowerHeading(state)).toBe(true);
  });

  test('Tab in a section without blanks is left to others', () => {
    expect(nextBlank(placeCaret(openBlanks(), '力量不足'))).toBe(false);
  });

  test('a caret that moves into one selects it, and typing takes its place', () => {
    const state = placeCaret(openBlanks(), '次数');
    expect(selected(state)).toBe('〔次数〕');
    const typed = state.apply(state.tr.insertText('7', state.selection.from, state.selection.to));
    expect(blanksOf(typed).map(({ name }) => name)).toEqual(['件数', '说明', '安排']);
    expect(typed.doc.textContent).toContain('检查7次');
  });

  test('empty brackets are left alone, since words are being typed into them', () => {
    const state = filled(openState(), '云府发〔〕3号。');
    expect(selected(placeCaret(state, '〕3号'))).toBe('');
  });

  test('Backspace behind one takes it as a whole', () => {
    const state = placeCaret(openBlanks(), '检查〔次数〕', true);
    expect(selected(run(state, selectBlankBeside('behind')))).toBe('〔次数〕');
  });

  test('the steps of F8 go through the whole report and around', () => {
    let state = placeCaret(openBlanks(), '力量不足');
    state = applyTo(state, stepBlank(state, 1));
    expect(selected(state)).toBe('〔安排〕');
    state = applyTo(state, stepBlank(state, 1));
    expect(selected(state)).toBe('〔次数〕');
    expect(stepBlank(openState(), 1)).toBeNull();
  });

  test('one that was filled is a blank again when that is undone', () => {
    const state = placeCaret(openBlanks(), '次数');
    const { from, to } = state.selection;
    const typed = state.apply(state.tr.insertText('7', from, to));
    expect(blanksOf(typed)).toHaveLength(3);
    const back = run(typed.apply(typed.tr.setSelection(TextSelection.create(typed.doc, 1))), undo);
    expect(blanksOf(back).map(({ name }) => name)).toContain('次数');
  });
});

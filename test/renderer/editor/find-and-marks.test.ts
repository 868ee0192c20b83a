import { undo } from '@tiptap/pm/history';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import {
  findStateOf,
  insertPhrase,
  replaceAll,
  replaceCurrent,
  startFind,
  stepFind,
} from '../../../renderer/editor/index.ts';
import { createLineMarksPlugin, lineMarksOf } from '../../../renderer/editor/line-marks.ts';
import { createEnter } from '../../../renderer/editor/typing-commands.ts';
import { applyTo, openState, outlineLines, placeCaret, positionOf, run } from './editor-harness.ts';

describe('find and replace', () => {
  const search = (words: string) => {
    const state = openState();
    return state.apply(startFind(state, words));
  };

  test('counts the matches of the whole report, title and signature too', () => {
    expect(findStateOf(search('青石镇人民政府')).matches).toHaveLength(2);
  });

  test('goes around the end', () => {
    const state = search('青石镇人民政府');
    const second = applyTo(state, stepFind(state, 1));
    expect(findStateOf(applyTo(second, stepFind(second, 1))).current).toBe(0);
  });

  test('follows the text while it changes', () => {
    const state = search('案件');
    const typed = state.apply(state.tr.insertText('案件', positionOf(state.doc, '力量')));
    expect(findStateOf(typed).matches).toHaveLength(findStateOf(state).matches.length + 1);
  });

  test('replaces all as one step of the history', () => {
    const state = search('案件');
    const replaced = applyTo(state, replaceAll(state, '个案'));
    expect(outlineLines(replaced)).toContain('P 办理个案62件。');
    expect(run(replaced, undo).doc.eq(state.doc)).toBe(true);
  });

  test('replaces one and goes to the next, also when the new words hold the old', () => {
    const state = search('案件');
    const once = applyTo(state, replaceCurrent(state, '行政案件'));
    expect(outlineLines(once)).toContain('P 办理行政案件62件。');
    expect(once.doc.textBetween(once.selection.from, once.selection.to)).toBe('案件');
    expect(outlineLines(once)).toContain('P 没有被撤销的案件。');
  });
});

describe('provenance', () => {
  test('marks words as carried over, changed, and without an origin', () => {
    const marks = (state: ReturnType<typeof openState>) => describeMarks(state).join('\n');
    expect(marks(openState())).toContain('carried');
    const at = placeCaret(openState(), '四次');
    expect(marks(at.apply(at.tr.insertText('了')))).toContain('edited');
    expect(marks(at.apply(at.tr.insertText('了')))).not.toContain('carried');
    expect(marks(openState())).toContain('new');
  });

  test('marks kept up step by step are those of a fresh look', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('字', '。', '（一）')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(edits, (steps) => {
        let state = openState();
        for (const [where, words] of steps) {
          const pos = placeNear(state, where);
          state = state.apply(state.tr.insertText(words, pos));
        }
        expect(describeMarks(state)).toEqual(describeMarks(refresh(state)));
      }),
    );
  });

  test('a line keeps its mark when another is split off its end, and when that is taken back', () => {
    const before = placeCaret(openState(), '四次。', true);
    const split = run(before, createEnter(createCountingIds('e')));
    expect(split.doc.childCount).toBe(before.doc.childCount + 1);
    expect(describeMarks(split)).toEqual(describeMarks(refresh(split)));
    const back = run(split, undo);
    expect(describeMarks(back)).toEqual(describeMarks(before));
  });
});

function placeNear(state: ReturnType<typeof openState>, where: number): number {
  const spots: number[] = [];
  state.doc.descendants((node, pos) => {
    if (node.isTextblock) spots.push(pos + 1 + (where % (node.content.size + 1)));
  });
  return spots[where % spots.length] ?? 1;
}

function refresh(state: ReturnType<typeof openState>) {
  const plugins = state.plugins.filter((plugin) => keyOf(plugin) !== 'lineMarks$');
  const base = { carried: new Map([['old1', '镇党委专题研究四次。']]) };
  return state.reconfigure({ plugins: [...plugins, createLineMarksPlugin(base)] });
}

function keyOf(plugin: object): string {
  return 'key' in plugin ? String(plugin.key) : '';
}

function describeMarks(state: ReturnType<typeof openState>): readonly string[] {
  return lineMarksOf(state)
    .find()
    .map(({ from, to, spec }) => `${from}-${to} ${JSON.stringify(spec)}`)
    .toSorted();
}

test('a phrase selects its first blank for typing over', () => {
  const at = placeCaret(openState(), '力量不足。', true);
  const state = applyTo(at, insertPhrase(at, '全年开展〔几〕次，覆盖〔多少〕人。', 'x'));
  expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe('〔几〕');
});

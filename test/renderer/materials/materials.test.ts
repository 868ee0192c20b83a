import { TextSelection } from '@tiptap/pm/state';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../core/api/index.ts';
import type { Material } from '../../../core/materials/index.ts';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
} from '../../../core/model/index.ts';
import { createEditorState, toDocument, toReport } from '../../../renderer/editor/index.ts';
import {
  everyMaterial,
  filterMaterials,
  groupByDay,
  listDepartments,
} from '../../../renderer/features/materials/filter.ts';
import { insertMaterial } from '../../../renderer/features/materials/insert-material.ts';
import { keepNote } from '../../../renderer/features/materials/keep.ts';
import { partMaterials } from '../../../renderer/features/materials/section-materials.ts';
import {
  formatDay,
  nameItem,
  nameMaterial,
  shortenQuestion,
} from '../../../renderer/features/materials/words.ts';
import {
  dropMaterial,
  loadMaterials,
  putMaterial,
  useMaterials,
} from '../../../renderer/stores/materials.ts';
import {
  changeNote,
  clearNote,
  closeNote,
  emptyNote,
  isNoteBegun,
  openNote,
  takeKept,
  useQuickNote,
} from '../../../renderer/stores/quick-note.ts';
import { buildCheckItem, buildItemResult } from '../../support/checklists.ts';

function buildMaterial(id: string, change: Partial<Material> = {}): Material {
  return {
    id,
    year: 2026,
    kind: 'note',
    title: '',
    text: `素材 ${id}`,
    textLength: 4,
    happenedOn: '2026-03-12',
    department: '司法所',
    itemIds: [],
    fileName: null,
    fileSize: null,
    createdAt: '2026-03-12T02:00:00.000Z',
    updatedAt: '2026-03-12T02:00:00.000Z',
    usedIn: [],
    ...change,
  };
}

describe('the materials of a section', () => {
  const items = [
    buildItemResult('mediation', 'partly', 's2'),
    buildItemResult('publicity', 'answered', 's3'),
    buildItemResult('homeless', 'missing', null),
  ];
  const here = buildMaterial('a', { itemIds: ['publicity', 'mediation'] });
  const other = buildMaterial('b', { itemIds: ['publicity'] });
  const untagged = buildMaterial('c');

  it('are those with a tag that belongs there; all others stand below', () => {
    expect(partMaterials([here, other, untagged], items, 's2')).toEqual({
      here: [here],
      elsewhere: [other, untagged],
    });
    expect(partMaterials([here, other, untagged], items, null).here).toEqual([]);
    expect(partMaterials([untagged], [], 's2')).toEqual({ here: [], elsewhere: [untagged] });
  });
});

describe('the materials of a year', () => {
  const used = buildMaterial('a', { usedIn: ['r1'], itemIds: ['x'], department: '应急办' });
  const undated = buildMaterial('b', { happenedOn: null, createdAt: '2026-11-20T01:00:00.000Z' });
  const all = [undated, used, buildMaterial('c')];

  it('are filtered by question, office and use', () => {
    const show = (change: Partial<typeof everyMaterial>) =>
      filterMaterials(all, { ...everyMaterial, ...change }).map(({ id }) => id);
    expect(show({})).toEqual(['b', 'a', 'c']);
    expect(show({ itemId: 'x' })).toEqual(['a']);
    expect(show({ department: '司法所', use: 'unused' })).toEqual(['b', 'c']);
    expect(show({ use: 'used' })).toEqual(['a']);
  });

  it('stand by day, those of no day at the day they were kept', () => {
    expect(groupByDay(all).map(({ day, materials }) => [day, materials.length])).toEqual([
      ['2026-11-20', 1],
      ['2026-03-12', 2],
    ]);
    expect(listDepartments(all)).toEqual(['司法所', '应急办']);
  });
});

describe('what is known of the materials in the window', () => {
  const call = (async () => ({ ok: true, value: [buildMaterial('a')] })) as unknown as Call;
  const ids = (year: number) =>
    useMaterials.getState().byYear[year]?.materials.map(({ id }) => id) ?? null;

  beforeEach(() => useMaterials.setState({ byYear: {}, changes: 0 }));

  it('takes up what is kept, moves what changes its year, and drops what is removed', async () => {
    await loadMaterials(call, 2026);
    putMaterial(buildMaterial('b', { happenedOn: '2026-11-01' }));
    putMaterial(buildMaterial('elsewhere', { year: 2020 }));
    expect([ids(2026), ids(2020)]).toEqual([['b', 'a'], null]);
    putMaterial(buildMaterial('a', { year: 2025 }));
    expect(ids(2026)).toEqual(['b']);
    dropMaterial('b');
    expect(ids(2026)).toEqual([]);
    expect(useMaterials.getState().changes).toBe(4);
  });

  it('keeps what was shown when reading anew fails, and says why', async () => {
    await loadMaterials(call, 2026);
    const error = { code: 'store/busy', file: 'x' } as const;
    await loadMaterials((async () => ({ ok: false, error })) as unknown as Call, 2026);
    expect(ids(2026)).toEqual(['a']);
    expect(useMaterials.getState().byYear[2026]?.error).toEqual(error);
  });
});

describe('the note in the corner', () => {
  beforeEach(() => useQuickNote.setState({ isOpen: false, draft: emptyNote, asked: 0, round: 0 }));

  it('keeps what was typed when it is closed, and begins with what is known only when empty', () => {
    openNote({ year: 2025 });
    expect(useQuickNote.getState().draft.year).toBe(2025);
    changeNote({ text: '写到一半' });
    closeNote();
    openNote({ year: 2024 });
    expect(useQuickNote.getState()).toMatchObject({
      isOpen: true,
      draft: { text: '写到一半', year: 2025 },
    });
    clearNote();
    expect(useQuickNote.getState()).toMatchObject({
      isOpen: true,
      draft: { text: '', year: 2025 },
    });
  });
});

describe('a note that is being kept', () => {
  const [first, second] = [new File(['a'], '甲.txt'), new File(['b'], '乙.txt')];
  const draft = () => useQuickNote.getState().draft;

  it('leaves what was written and put in meanwhile', () => {
    useQuickNote.setState({
      draft: { ...emptyNote, text: '第一句。', files: [first], year: 2025 },
    });
    const kept = draft();
    changeNote({ text: '第一句。\n第二句。', files: [first, second] });
    takeKept(kept);
    expect(draft()).toEqual({ ...emptyNote, text: '第二句。', files: [second], year: 2025 });
    expect(isNoteBegun(draft())).toBe(true);
    changeNote({ text: '全改过了' });
    takeKept({ text: '第二句。', files: [second] });
    expect(draft()).toMatchObject({ text: '全改过了', files: [] });
  });

  it('is empty where nothing came', () => {
    useQuickNote.setState({ draft: { ...emptyNote, text: '第一句。', itemIds: ['a'] } });
    takeKept(draft());
    expect(draft()).toEqual(emptyNote);
    expect(isNoteBegun({ ...emptyNote, text: ' \n' })).toBe(false);
  });
});

describe('keeping a note', () => {
  const facts = {
    year: 2026,
    title: '',
    text: '说明',
    happenedOn: null,
    department: '',
    itemIds: [],
  };

  it('refuses a file that is too large before anything is read, and keeps those before it', async () => {
    const asked: string[] = [];
    const call = (async (method: string, { facts: told }: { facts: { text: string } }) => {
      asked.push(`${method} ${told.text}`);
      return { ok: true, value: { material: buildMaterial(`m${asked.length}`), unread: null } };
    }) as unknown as Call;
    const large = { name: '大.mp4', size: 31 * 1024 * 1024 } as File;
    const kept = await keepNote(call, facts, []);
    expect(kept).toMatchObject({ materials: [{ id: 'm1' }], left: [], error: null });
    const refused = await keepNote(call, facts, [large, { name: '后.txt', size: 3 } as File]);
    expect(refused).toMatchObject({ materials: [], error: { code: 'import/too-large' } });
    expect(refused.left).toHaveLength(2);
    expect(asked).toEqual(['materials.add 说明']);
  });
});

describe('putting a material into the text', () => {
  const createId = createCountingIds();
  const report = buildReport(2026, {
    issuers: ['青石镇人民政府'],
    title: '标题',
    parts: [
      buildPart(createId, 'achievements', '主要举措和成效', {
        sections: [
          buildSection(createId, '化解纠纷', [
            buildParagraph(createId, '第一段。'),
            buildParagraph(createId, '第二段。'),
          ]),
        ],
      }),
    ],
  });

  function insert(text: string) {
    const start = createEditorState(toDocument(report), {
      createId,
      base: null,
      composition: { onStart: () => undefined, onEnd: () => undefined },
    });
    let at = 0;
    start.doc.descendants((node, position) => {
      if (node.isText && node.text === '第一段。') at = position + 1;
    });
    const state = start.apply(start.tr.setSelection(TextSelection.create(start.doc, at)));
    const tr = insertMaterial(state, text, createId);
    const after = tr ? state.apply(tr) : state;
    const section = toReport(after.doc).parts[0]?.sections[0];
    return {
      texts: section?.blocks.map((block) => ('text' in block ? block.text : '')),
      caret: after.selection.$from.parent.textContent,
      isDone: tr !== null,
    };
  }

  it('makes each line a paragraph behind the caret’s, and leaves the caret at the last', () => {
    expect(insert('甲。\n\n  乙。\n丙。')).toEqual({
      texts: ['第一段。', '甲。', '乙。', '丙。', '第二段。'],
      caret: '丙。',
      isDone: true,
    });
    expect(insert('只有一行')).toMatchObject({ texts: ['第一段。', '只有一行', '第二段。'] });
  });

  it('puts nothing where there are no words', () => {
    expect(insert(' \n\n')).toMatchObject({ isDone: false, texts: ['第一段。', '第二段。'] });
  });
});

describe('words about materials', () => {
  it('name a question as a tag, a day, and a material by what there is of it', () => {
    expect(shortenQuestion('是否写明应急演练的次数？')).toBe('应急演练的次数');
    const items = [buildCheckItem({ id: 'a', question: '是否写对依据？' })];
    expect([nameItem(items, 'a'), nameItem(items, 'b')]).toEqual(['依据', '另一份清单的事项']);
    expect([formatDay('2026-03-02', 2026), formatDay('2025-12-31', 2026)]).toEqual([
      '3 月 2 日',
      '2025 年 12 月 31 日',
    ]);
    expect(nameMaterial(buildMaterial('a', { text: '首行\n次行' }))).toBe('首行');
    expect(nameMaterial(buildMaterial('a', { fileName: '图.png' }))).toBe('图.png');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FormBlock,
  type FormReading,
  filledFormSchema,
  plainWords,
} from '../../../core/forms/index.ts';
import { buildTestForms, fillSheet, readSureForm, readTestForm } from '../../support/forms.ts';

const [justice, enforcement] = buildTestForms();
if (!justice || !enforcement) throw new Error('no forms');

type Rows = Extract<FormBlock, { kind: 'table' }>['rows'];
function mapTables(blocks: readonly FormBlock[], change: (rows: Rows, at: number) => Rows) {
  return blocks.map((block, at) =>
    block.kind === 'table' ? { ...block, rows: change(block.rows, at) } : block,
  );
}
function renameCells(blocks: readonly FormBlock[], from: string, to: string) {
  return mapTables(blocks, (rows) =>
    rows.map((cells) => cells.map((cell) => (cell.text === from ? { ...cell, text: to } : cell))),
  );
}
const firstQuestion = justice.questions[0]?.question ?? '';

const filled = {
  '第 1 题/填写': '开展排查12次，做到应调尽调。',
  '第 2 题/填写': '村村有法律顾问。',
  '调解纠纷件数/本年': '36',
  '调解成功率/本年': '98%',
  '法律援助人次/本年': '7',
};

describe('reading a filled form', () => {
  it('gives every answer and figure where it was asked, without a doubt', () => {
    expect(readSureForm(fillSheet(justice, filled))).toEqual({
      form: {
        year: 2026,
        department: '司法所',
        answers: [
          { itemId: 'mediation', question: firstQuestion, text: '开展排查12次，做到应调尽调。' },
          {
            itemId: 'legal-aid',
            question: justice.questions[1]?.question,
            text: '村村有法律顾问。',
          },
        ],
        figures: [
          { figureId: 'cases', value: 36, note: '' },
          { figureId: 'rate', value: 98, note: '' },
          { figureId: 'people', value: 7, note: '' },
        ],
        rest: [],
      },
      doubts: [],
    });
  });

  it('reads the same where every mark was lost', () => {
    expect(readSureForm(fillSheet(justice, filled, false))).toEqual(
      readSureForm(fillSheet(justice, filled)),
    );
  });

  it('has nothing to say of a form that came back blank', () => {
    const { form, doubts } = readSureForm(fillSheet(justice));
    expect(form.answers.map(({ text }) => text)).toEqual(['', '']);
    expect([form.figures, form.rest, doubts]).toEqual([[], [], []]);
  });

  it('says which question was altered, and from what', () => {
    const now = '是否写明人民调解和矛盾纠纷化解工作的主要做法？';
    for (const hasMarks of [true, false]) {
      const blocks = renameCells(fillSheet(justice, filled, hasMarks), firstQuestion, now);
      const { form, doubts } = readSureForm(blocks);
      expect(form.answers[0]).toMatchObject({ itemId: 'mediation', question: now });
      expect(doubts).toEqual([
        {
          kind: 'question-altered',
          message: `第 1 题的题目被改过：原题是“${firstQuestion}”，现在是“${now}”。`,
          itemId: 'mediation',
          figureId: null,
          answer: 0,
        },
      ]);
    }
  });

  it('says which question was deleted', () => {
    const blocks = fillSheet(justice, filled).filter(
      (block) => block.kind === 'line' || block.rows[0]?.[0]?.text !== '第 1 题',
    );
    const { form, doubts } = readSureForm(blocks);
    expect(form.answers.map(({ itemId }) => itemId)).toEqual(['legal-aid']);
    expect(doubts.map(({ kind, itemId, message }) => [kind, itemId, message])).toEqual([
      ['question-missing', 'mediation', `第 1 题“${firstQuestion}”在表里没有找到，可能被删掉了。`],
    ]);
  });

  it('keeps a question that somebody added, and says that nobody asked it', () => {
    const added: FormBlock = {
      kind: 'table',
      rows: [
        ['第 3 题', '驻村律师有哪些事迹？'],
        ['填写', '有三件。'],
      ].map((cells) => cells.map((text) => ({ text, tags: [] }))),
    };
    const { form, doubts } = readSureForm([...fillSheet(justice, filled), added]);
    expect(form.answers.at(-1)).toEqual({
      itemId: null,
      question: '驻村律师有哪些事迹？',
      text: '有三件。',
    });
    expect(doubts.map(({ kind, answer }) => [kind, answer])).toEqual([['question-unknown', 2]]);
  });

  it('takes a copied question with other words for one nobody asked, though its mark was copied too', () => {
    const blocks = fillSheet(justice, filled);
    const copy = renameCells(
      blocks.filter((block) => block.kind === 'table' && block.rows[0]?.[0]?.text === '第 1 题'),
      firstQuestion,
      '今年的宣传活动有哪些？',
    );
    const { form } = readSureForm([...blocks, ...copy]);
    expect(form.answers.map(({ itemId }) => itemId)).toEqual(['mediation', 'legal-aid', null]);
  });

  it('follows a row that was moved into another question, by its mark', () => {
    const blocks = fillSheet(justice, filled);
    const moved = mapTables(blocks, (rows) => {
      if (rows[0]?.[0]?.text === '第 1 题') return rows.filter(([label]) => label?.text !== '填写');
      if (rows[0]?.[0]?.text !== '第 2 题') return rows;
      const answer = fillSheet(justice, filled).flatMap((block) =>
        block.kind === 'table' && block.rows[0]?.[0]?.text === '第 1 题'
          ? block.rows.filter(([label]) => label?.text === '填写')
          : [],
      );
      return [...rows, ...answer];
    });
    const { form } = readSureForm(moved);
    expect(form.answers.map(({ text }) => text)).toEqual([
      '开展排查12次，做到应调尽调。',
      '村村有法律顾问。',
    ]);
  });

  it('reads questions in any order', () => {
    const [title, facts, guide, first, second, other] = fillSheet(justice, filled, false);
    if (!title || !facts || !guide || !first || !second || !other) throw new Error('no sheet');
    const { form, doubts } = readSureForm([title, facts, guide, second, first, other]);
    expect(form.answers.map(({ itemId }) => itemId)).toEqual(['legal-aid', 'mediation']);
    expect(doubts).toEqual([]);
  });

  it.each([
    ['约 12 件', 12, '原文：约 12 件', 'figure-unreadable', '不是准确数'],
    ['无', 0, '原文：无', 'figure-unreadable', '先按 0 读'],
    ['/', null, '原文：/', 'figure-unreadable', '读不成一个数'],
    ['12 户', 12, '原文：12 户', 'figure-unit', '要的单位是“件”'],
  ])('doubts %s for a number, and keeps the words', (text, value, note, kind, words) => {
    const { form, doubts } = readSureForm(fillSheet(justice, { '调解纠纷件数/本年': text }));
    expect(form.figures).toEqual([{ figureId: 'cases', value, note }]);
    expect(doubts.map((doubt) => [doubt.kind, doubt.figureId, doubt.itemId])).toEqual([
      [kind, 'cases', 'mediation'],
    ]);
    expect(doubts[0]?.message).toContain(words);
  });

  it('keeps what was written beside a figure as its note', () => {
    const { form, doubts } = readSureForm(
      fillSheet(justice, {
        '调解纠纷件数/本年': '12（其中诉前 8 件）',
        '调解纠纷件数/说明': '不含村级',
        '调解纠纷件数/上年': '11',
      }),
    );
    expect(form.figures).toEqual([
      { figureId: 'cases', value: 12, note: '（其中诉前8件）；不含村级；上年栏：11' },
    ]);
    expect(doubts).toEqual([]);
  });

  it('says that another unit was put in the place of the printed one', () => {
    const blocks = mapTables(fillSheet(justice, filled), (rows) =>
      rows.map((cells) =>
        cells[0]?.text === '调解纠纷件数'
          ? cells.map((cell) => (cell.text === '件' ? { ...cell, text: '人' } : cell))
          : cells,
      ),
    );
    const { form, doubts } = readSureForm(blocks);
    expect(doubts.map(({ kind, figureId }) => [kind, figureId])).toEqual([
      ['figure-unit', 'cases'],
    ]);
    expect(form.figures[0]).toEqual({ figureId: 'cases', value: 36, note: '单位栏：人' });
  });

  it('doubts a figure whose name was changed, and keeps its value', () => {
    const blocks = renameCells(fillSheet(justice, filled), '调解纠纷件数', '排查隐患处数');
    const { form, doubts } = readSureForm(blocks);
    expect(form.figures[0]).toEqual({
      figureId: 'cases',
      value: 36,
      note: '数据栏：排查隐患处数',
    });
    expect(doubts).toEqual([
      {
        kind: 'figure-altered',
        message:
          '“调解纠纷件数”这一行现在写的是“排查隐患处数”，先当作原来的数据读，请核对是不是同一个数。',
        itemId: 'mediation',
        figureId: 'cases',
        answer: null,
      },
    ]);
  });

  it('doubts names that were written over one another, and not rows that changed places', () => {
    const swap = (blocks: readonly FormBlock[]) =>
      renameCells(
        renameCells(renameCells(blocks, '调解纠纷件数', '甲'), '调解成功率', '调解纠纷件数'),
        '甲',
        '调解成功率',
      );
    const { doubts } = readSureForm(swap(fillSheet(justice, filled)));
    const altered = doubts.filter(({ kind }) => kind === 'figure-altered');
    expect(new Set(altered.map(({ figureId }) => figureId))).toEqual(new Set(['cases', 'rate']));
    for (const { message } of altered) {
      expect(message).toContain('调解纠纷件数');
      expect(message).toContain('调解成功率');
    }
    const moved = mapTables(fillSheet(justice, filled), (rows) => {
      const at = rows.findIndex(([first]) => first?.text === '调解纠纷件数');
      const [one, other] = [rows[at], rows[at + 1]];
      if (at < 0 || !one || !other) return rows;
      return rows.map((row, index) => (index === at ? other : index === at + 1 ? one : row));
    });
    expect(readSureForm(moved).doubts).toEqual([]);
    const valuesOf = (sheet: readonly FormBlock[]) =>
      new Map(readSureForm(sheet).form.figures.map(({ figureId, value }) => [figureId, value]));
    expect(valuesOf(moved)).toEqual(valuesOf(fillSheet(justice, filled)));
  });

  it('doubts a column that was given another head, and keeps its numbers', () => {
    const blocks = renameCells(fillSheet(justice, filled), '本年', '历年累计');
    const { form, doubts } = readSureForm(blocks);
    expect(form.figures.map(({ value }) => value)).toEqual([36, 98, 7]);
    expect(doubts.map(({ kind, figureId }) => [kind, figureId])).toEqual([
      ['figure-altered', 'cases'],
      ['figure-altered', 'rate'],
      ['figure-altered', 'people'],
    ]);
    expect(doubts[0]?.message).toBe(
      '“调解纠纷件数”的“本年”一栏现在写的是“历年累计”，先当作本年的数读，请核对。',
    );
    expect(wordsOf({ form, doubts })).toContain('历年累计');
  });

  it('doubts heads that were exchanged', () => {
    const blocks = renameCells(
      renameCells(renameCells(fillSheet(justice, filled), '本年', '甲'), '上年', '本年'),
      '甲',
      '上年',
    );
    const { doubts } = readSureForm(blocks);
    expect(new Set(doubts.map(({ kind }) => kind))).toContain('figure-altered');
  });

  it('leaves a figure nobody asked for among the rest', () => {
    const blocks = mapTables(fillSheet(justice, filled), (rows) =>
      rows[0]?.[0]?.text === '第 1 题'
        ? [...rows, ['走访户数', '', '户', '40', '', ''].map((text) => ({ text, tags: [] }))]
        : rows,
    );
    const { form, doubts } = readSureForm(blocks);
    expect(form.rest).toEqual(['走访户数；40户']);
    expect(doubts.map(({ kind }) => kind)).toEqual(['figure-unknown']);
  });

  it('says when the form no longer tells whose it is, and of which year', () => {
    const blocks = fillSheet(justice, { ...filled, 填报部门: '', 报告年度: '' }, false).slice(1);
    const { form, doubts } = readSureForm(blocks, '扫描.docx');
    expect([form.year, form.department]).toEqual([2026, '']);
    expect(doubts.map(({ kind }) => kind)).toEqual(['year', 'department']);
    expect(form.answers.map(({ itemId }) => itemId)).toEqual(['mediation', 'legal-aid']);
  });

  it('takes year and office from the name of the file where the form tells neither', () => {
    const blocks = fillSheet(justice, { ...filled, 填报部门: '', 报告年度: '' }, false).slice(1);
    const { form } = readSureForm(blocks, '征集表-司法所-2025年度.docx');
    expect([form.year, form.department]).toEqual([2025, '司法所']);
  });

  it('takes no year that no report can be of', () => {
    const blocks = fillSheet(justice, { ...filled, 报告年度: '9999年' }, false).slice(1);
    const { form } = readSureForm(blocks, '征集表-司法所-2025年度.docx');
    expect(form.year).toBe(2025);
    expect(form.rest).toContainEqual(expect.stringContaining('9999'));
  });

  it('keeps what is more than can be kept as answers among the rest', () => {
    const blocks = fillSheet(justice, filled);
    const more = Array.from(
      { length: 520 },
      (_, at): FormBlock => ({
        kind: 'table',
        rows: [
          [
            { text: `第 ${at + 90} 题`, tags: [] },
            { text: `是否写明另加的第${at}项？`, tags: [] },
          ],
          [
            { text: '填写', tags: [] },
            { text: `另答${at}。`, tags: [] },
          ],
        ],
      }),
    );
    const reading = readSureForm([...blocks, ...more]);
    expect(filledFormSchema.safeParse(reading.form).success).toBe(true);
    expect(reading.form.rest).toContain('另答519。');
    const kept = reading.form.answers.map(({ text }) => text);
    expect(new Set([...kept, ...reading.form.rest])).toContain('另答300。');
    expect(reading.doubts.every(({ answer }) => answer === null || answer < 500)).toBe(true);
  });

  it('doubts an office or a year that was written over', () => {
    const { form, doubts } = readSureForm(
      fillSheet(justice, { ...filled, 填报部门: '党政办', 报告年度: '2025年' }),
    );
    expect([form.year, form.department]).toEqual([2025, '党政办公室']);
    expect(doubts.map(({ kind }) => kind).slice(0, 2)).toEqual(['year', 'department']);
  });

  it('reads a form that was saved as plain text, with tabs or line by line', () => {
    const cellsOf = (block: FormBlock) =>
      block.kind === 'line'
        ? [[block.cell.text]]
        : block.rows.map((cells) => cells.map(({ text }) => text));
    const lines = (parting: string) =>
      fillSheet(justice, filled, false).flatMap((block) =>
        cellsOf(block).flatMap((cells) => cells.filter(Boolean).join(parting).split('\n')),
      );
    for (const parting of ['\t', '\n']) {
      const { form } = readSureForm(
        lines(parting).map((text) => ({ kind: 'line', cell: { text, tags: [] } })),
      );
      expect([form.year, form.department]).toEqual([2026, '司法所']);
      expect(form.answers.map(({ itemId }) => itemId)).toEqual(['mediation', 'legal-aid']);
      expect(form.answers[0]?.text).toContain('开展排查12次，做到应调尽调。');
    }
  });

  it('takes no other paper for a form', () => {
    const lines = ['2026年工作总结', '一、主要工作', '是否写明，另行通知。'];
    const blocks = lines.map((text): FormBlock => ({ kind: 'line', cell: { text, tags: [] } }));
    const table: FormBlock = {
      kind: 'table',
      rows: [['姓名', '电话'].map((text) => ({ text, tags: [] }))],
    };
    expect(readTestForm([...blocks, table])).toBeNull();
    expect(readTestForm([])).toBeNull();
  });
});

function wordsOf({ form }: FormReading): string {
  return plainWords(
    [
      form.department,
      ...form.answers.flatMap(({ question, text }) => [question, text]),
      ...form.figures.flatMap(({ value, note }) => [String(value), note]),
      ...form.rest,
    ].join('\n'),
  );
}

describe('nothing that was written is lost', () => {
  const word = fc
    .array(
      fc.constantFrom('甲', '乙', '填', '写', '依', '据', '第', '题', '3', '件', '无', '：', '（'),
      { minLength: 1, maxLength: 12 },
    )
    .map((letters) => `词${letters.join('')}语`);

  it('whatever is written over any cell, and wherever a line is put in', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(6), word), { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(6), word), { maxLength: 3 }),
        (hasMarks, cells, lines) => {
          const blocks: FormBlock[] = fillSheet(justice, filled, hasMarks).map((block) =>
            block.kind === 'line' ? block : { ...block, rows: block.rows.map((row) => [...row]) },
          );
          const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
          // a number behind a mark of width has no words to lose
          const written = new Map<string, string>();
          for (const [at, column, text] of cells) {
            const row = rows[at % rows.length] as { text: string; tags: string[] }[];
            const index = column % row.length;
            const tags = [...(row[index]?.tags ?? [])];
            row[index] = { text, tags };
            written.set(`${at % rows.length}/${index}`, text);
          }
          for (const [at, text] of lines)
            blocks.splice(at, 0, { kind: 'line', cell: { text, tags: [] } });
          const reading = readTestForm(blocks);
          if (!reading) return;
          const words = wordsOf(reading);
          const all = [...written.values(), ...lines.map(([, text]) => text)];
          expect(all.filter((text) => !words.includes(plainWords(text)))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

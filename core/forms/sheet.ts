import type { CollectionForm, FormFigure, FormNote, FormQuestion } from './form.ts';

/** Words printed beside the places to fill. Writing and reading go by the same. */
export const labels = {
  department: '填报部门',
  year: '报告年度',
  filler: '填报人',
  phone: '联系电话',
  returnBy: '返回时限',
  contact: '报送至',
  basis: '依据',
  evidence: '可附材料',
  answer: '填写',
  other: '其他情况',
} as const;

/** Head of the figures of a question, in order. */
export const figureLabels = {
  name: '数据',
  unit: '单位',
  value: '本年',
  last: '上年',
  note: '说明',
} as const;
export type FigureColumn = keyof typeof figureLabels;
export const figureColumns = Object.keys(figureLabels) as readonly FigureColumn[];

/** Lines of running text that every form has. */
export const sheetLines = {
  guide:
    '请在“填写”一栏写明做法、次数和时间；“本年”一栏填数字，没有发生的填 0。题目和数据名称请不要改动，需要补充的内容写在最后的“其他情况”里。',
  optional: '以下题目为选填，贵部门有相关情况的请填写，没有的可以空着。',
  reference: '以下题目以其他部门填写为主，贵部门有相关情况的，也请填写，供参考。',
} as const;

/** What a printed word is of: it is found again by this where words were changed. */
export type FormMark =
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'department'; readonly id: string }
  | { readonly kind: 'year'; readonly year: number }
  /** Last year's value as it was printed; empty where none was. */
  | { readonly kind: 'last'; readonly id: string; readonly printed: string }
  /** A fact that was filled in before the form went out. */
  | { readonly kind: 'note'; readonly id: 'returnBy' | 'contact'; readonly printed: string };

/** A cell of a form. Columns are those of the sheet's grid of six. */
export interface SheetCell {
  readonly text: string;
  /** `fill` is left to the office. */
  readonly look: 'label' | 'strong' | 'text' | 'fill';
  readonly span: number;
  readonly mark: FormMark | null;
}
export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** `answer` is high enough to write in, `short` for a line or two. */
  readonly kind: 'line' | 'answer' | 'short' | 'head';
}

/** What a form shows from top to bottom. */
export type SheetItem =
  | { readonly type: 'line'; readonly look: 'title' | 'text' | 'note'; readonly text: string }
  | {
      readonly type: 'table';
      /** `facts`: label and place to fill in pairs; `question`: a question with its figures. */
      readonly look: 'facts' | 'question';
      readonly rows: readonly SheetRow[];
    };

/** Columns of every table: label, rest of a name, unit, this year, last year, note. */
export const sheetColumns = 6;

function cell(
  text: string,
  look: SheetCell['look'],
  span = 1,
  mark: FormMark | null = null,
): SheetCell {
  return { text, look, span, mark };
}

function row(cells: readonly SheetCell[], kind: SheetRow['kind'] = 'line'): SheetRow {
  return { cells, kind };
}

/** A number as people write it: no exponent, at most six decimals. */
export function formatFigure(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 });
}

/** `2027 年 1 月 10 日`; empty for an empty day. @param day ISO */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return day === '' ? '' : `${year} 年 ${month} 月 ${date} 日`;
}

/** What a form calls itself. */
export function nameSheet({ unit, year }: Pick<CollectionForm, 'unit' | 'year'>): string {
  return `${unit}${year}年度报告材料征集表`;
}

/** The name its file gets: `征集表-司法所-2026年度.docx`; an office's name may hold what no file name can. */
export function nameFormFile(form: Pick<CollectionForm, 'department' | 'year'>): string {
  return `征集表-${form.department.name}-${form.year}年度.docx`;
}

function composeFacts({ year, department }: CollectionForm, note: FormNote): SheetItem {
  const pair = (label: string, text: string, mark: FormMark | null = null) => [
    cell(label, 'label'),
    cell(text, text === '' ? 'fill' : 'text', 2, mark),
  ];
  const told = (id: 'returnBy' | 'contact', printed: string) =>
    pair(labels[id], printed, printed === '' ? null : { kind: 'note', id, printed });
  return {
    type: 'table',
    look: 'facts',
    rows: [
      row([
        ...pair(labels.department, department.name, { kind: 'department', id: department.id }),
        ...pair(labels.year, `${year} 年`, { kind: 'year', year }),
      ]),
      row([...pair(labels.filler, ''), ...pair(labels.phone, '')]),
      row([...told('returnBy', formatDay(note.returnBy)), ...told('contact', note.contact.trim())]),
    ],
  };
}

function composeFigure({ id, name, unit, lastYear }: FormFigure): SheetRow {
  const printed = lastYear === null ? '' : formatFigure(lastYear);
  return row([
    cell(name, 'text', 2, { kind: 'figure', id }),
    cell(unit, 'text'),
    cell('', 'fill'),
    cell(printed, 'text', 1, { kind: 'last', id, printed }),
    cell('', 'fill'),
  ]);
}

const figureHead = row(
  figureColumns.map((column) => cell(figureLabels[column], 'label', column === 'name' ? 2 : 1)),
);

/** Basis and papers side by side: a form of many questions shall not be a book. */
function composeKnown({ basis, evidence, role }: FormQuestion): readonly SheetRow[] {
  if (role === 'reference') return [];
  const papers = evidence.join('、');
  const span = papers === '' ? sheetColumns - 1 : 2;
  const shown = [cell(labels.basis, 'label'), cell(basis, 'text', span)];
  const more = [cell(labels.evidence, 'label'), cell(papers, 'text', span)];
  return [row(papers === '' ? shown : [...shown, ...more])];
}

function composeQuestion(asked: FormQuestion, number: number): SheetItem {
  const { itemId, question, figures, role, required } = asked;
  const wide = sheetColumns - 1;
  return {
    type: 'table',
    look: 'question',
    rows: [
      row(
        [
          cell(`第 ${number} 题${required ? '' : '\n（选填）'}`, 'label'),
          cell(question, 'strong', wide, { kind: 'question', id: itemId }),
        ],
        'head',
      ),
      ...composeKnown(asked),
      row(
        [cell(labels.answer, 'label', 1, { kind: 'answer', id: itemId }), cell('', 'fill', wide)],
        role === 'asked' && required ? 'answer' : 'short',
      ),
      ...(figures.length > 0 ? [figureHead, ...figures.map(composeFigure)] : []),
    ],
  };
}

/** What one office's form shows, whatever it is written with. */
export function composeSheet(
  form: CollectionForm,
  note: FormNote = { returnBy: '', contact: '' },
): readonly SheetItem[] {
  const numbered = form.questions.map((question, index) => ({
    kind: question.role === 'asked' && !question.required ? ('optional' as const) : question.role,
    item: composeQuestion(question, index + 1),
  }));
  const itemsOf = (wanted: FormQuestion['role'] | 'optional') =>
    numbered.filter(({ kind }) => kind === wanted).map(({ item }) => item);
  const optional = itemsOf('optional');
  const reference = itemsOf('reference');
  const line = (look: 'title' | 'text' | 'note', text: string) =>
    ({ type: 'line', look, text }) as const;
  return [
    line('title', nameSheet(form)),
    composeFacts(form, note),
    line('note', sheetLines.guide),
    ...itemsOf('asked'),
    ...(optional.length > 0 ? [line('note', sheetLines.optional), ...optional] : []),
    ...(reference.length > 0 ? [line('note', sheetLines.reference), ...reference] : []),
    {
      type: 'table',
      look: 'question',
      rows: [row([cell(labels.other, 'label'), cell('', 'fill', sheetColumns - 1)], 'answer')],
    },
  ];
}

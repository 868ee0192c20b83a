import {
  buildForms,
  type CollectionForm,
  composeSheet,
  type FormBlock,
  type FormReading,
  formatMark,
  readForm,
  type SheetItem,
} from '../../core/forms/index.ts';
import type { AskedFigure, ChecklistPack, Department } from '../../core/packs/index.ts';
import { buildCheckItem, buildChecklist } from './checklists.ts';

export const cases: AskedFigure = { id: 'cases', name: '调解纠纷件数', unit: '件' };
export const rate: AskedFigure = { id: 'rate', name: '调解成功率', unit: '%' };
export const people: AskedFigure = { id: 'people', name: '法律援助人次', unit: '人次' };

export const departments: readonly Department[] = [
  { id: 'party-office', name: '党政办公室', aliases: ['党政办'] },
  { id: 'justice', name: '司法所', aliases: [] },
  { id: 'enforcement', name: '综合行政执法队', aliases: ['执法队'] },
];

/** Questions for two offices; the last two items are asked of both, and of none. */
export const asking: {
  readonly checklist: ChecklistPack;
  readonly departments: readonly Department[];
} = {
  departments,
  checklist: buildChecklist([
    buildCheckItem({
      id: 'mediation',
      question: '是否写明人民调解和矛盾纠纷化解的做法和数量？',
      basis: '纲要（二十）',
      evidence: ['调解台账', '排查记录'],
      figures: [cases, rate],
      departments: ['justice', 'enforcement'],
    }),
    buildCheckItem({
      id: 'legal-aid',
      question: '是否写明公共法律服务站和法律援助的情况？',
      figures: [people],
      departments: ['justice'],
    }),
    buildCheckItem({
      id: 'enforcing',
      question: '是否写明综合行政执法的事项、人员和办案情况？',
      figures: [{ id: 'penalties', name: '行政处罚案件数', unit: '件' }],
      departments: ['enforcement'],
    }),
    buildCheckItem({ id: 'nobody', question: '是否写明引言依据的纲要？' }),
  ]),
};

/** The forms of these questions. */
export function buildTestForms(year = 2026): readonly CollectionForm[] {
  return buildForms(asking, { year, unit: '青石镇人民政府' });
}

/** What stands in a place to fill: by the words of the label before it, `第 1 题/填写`. */
export type Fills = Readonly<Record<string, string>>;

function toRows(item: Extract<SheetItem, { type: 'table' }>, fills: Fills, hasMarks: boolean) {
  const number = item.rows[0]?.cells[0]?.text ?? '';
  const heads = ['数据', '单位', '本年', '上年', '说明'];
  return item.rows.map((row) => {
    const first = row.cells[0]?.text ?? '';
    const isFigure = row.cells.length === heads.length && first !== heads[0];
    let label = first;
    return row.cells.flatMap((cell, at) => {
      const fill = isFigure
        ? fills[`${first}/${heads[at]}`]
        : (fills[`${number}/${label}`] ?? fills[label]);
      if (cell.look === 'label') label = cell.text;
      const text = cell.look === 'label' ? cell.text : (fill ?? cell.text);
      const tag = cell.mark && hasMarks ? formatMark(cell.mark) : null;
      const covered = Array.from({ length: cell.span - 1 }, () => ({ text: '', tags: [] }));
      return [{ text, tags: tag === null ? [] : [tag] }, ...covered];
    });
  });
}

/** A form as a reader of files gives it, filled in. */
export function fillSheet(
  form: CollectionForm,
  fills: Fills = {},
  hasMarks = true,
): readonly FormBlock[] {
  return composeSheet(form).map(
    (item): FormBlock =>
      item.type === 'line'
        ? { kind: 'line', cell: { text: item.text, tags: [] } }
        : { kind: 'table', rows: toRows(item, fills, hasMarks) },
  );
}

/** Reads blocks as a form of the questions above. */
export function readTestForm(
  blocks: readonly FormBlock[],
  fileName = '表.docx',
): FormReading | null {
  return readForm(blocks, { fileName, fallbackYear: 2026, departments, formsOf: buildTestForms });
}

/** The same for what must be a form. */
export function readSureForm(blocks: readonly FormBlock[], fileName?: string): FormReading {
  const reading = readTestForm(blocks, fileName);
  if (!reading) throw new Error('it was not taken for a form');
  return reading;
}

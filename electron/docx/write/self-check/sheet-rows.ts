import type { ItemState } from '../../../../core/api/index.ts';
import type { SelfCheck, SelfCheckRow } from '../../../../core/self-check/index.ts';

/** What stands in the column 情况: a sign that survives a copier, and the word. */
const stateWords: Readonly<Record<ItemState, string>> = {
  answered: '√ 已答',
  partly: '△ 部分',
  missing: '× 未答',
  notApplicable: '－ 不适用',
};

/** Places named before the rest is counted. */
const mostPlaces = 4;

function sayPlaces({ places }: SelfCheckRow): string {
  const labels = [...new Set(places.map(({ label }) => label))];
  const named = labels.slice(0, mostPlaces).join('、');
  return labels.length > mostPlaces ? `${named}等${labels.length}处` : named;
}

function sayRemark(row: SelfCheckRow): string {
  if (row.reason !== '') return row.reason;
  return row.state === 'missing' && row.home !== '' ? `宜写在${row.home}` : '';
}

function toCells(row: SelfCheckRow, index: number): readonly string[] {
  const basis = `${row.basis}${row.isUnconfirmed ? '，待核对' : ''}`;
  const remarks = [sayPlaces(row), sayRemark(row)].filter((words) => words !== '');
  return [
    String(index + 1),
    `${row.question}（${basis}）`,
    stateWords[row.state],
    remarks.join('；'),
  ];
}

/** Heads of the table's columns. */
export const sheetHead: readonly string[] = ['序号', '必答事项（依据）', '情况', '所在位置与说明'];

/** The table of a sheet as texts, its head first. */
export function listSheetRows({ rows }: SelfCheck): readonly (readonly string[])[] {
  return [sheetHead, ...rows.map(toCells)];
}

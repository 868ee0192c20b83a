import type { ItemState } from '../../../../core/api/index.ts';
import { lackingReason, lacksReason } from '../../../../core/coverage/index.ts';
import type { SelfCheck, SelfCheckRow } from '../../../../core/self-check/index.ts';

/** What stands in the column 情况: a sign that survives a copier, and the word. */
const stateWords: Readonly<Record<ItemState, string>> = {
  answered: '√ 已答',
  partly: '△ 部分',
  missing: '× 未答',
  notApplicable: '／ 不适用',
};

/** Places named before the rest is counted. */
const mostPlaces = 3;

/** 一（三）、一（五） → 一（三）（五）: what is named once need not be named again. */
function joinLabels(labels: readonly string[]): string {
  const byPart = Map.groupBy(labels, (label) => label.split('（')[0] ?? '');
  return [...byPart]
    .map(([part, own]) => part + own.map((label) => label.slice(part.length)).join(''))
    .join('、');
}

function sayPlaces({ places, state, home }: SelfCheckRow): string {
  const labels = [...new Set(places.map(({ label }) => label))];
  if (labels.length === 0) return state === 'missing' && home !== '' ? `宜写在${home}` : '';
  const named = joinLabels(labels.slice(0, mostPlaces));
  return labels.length > mostPlaces ? `${named}等${labels.length}处` : named;
}

/** The reason stands behind the question: there it fills a wide line, and the sheet stays one page. */
function sayQuestion(row: SelfCheckRow): string {
  const { question, basis, isUnconfirmed, reason } = row;
  const asked = `${question}（${basis}${isUnconfirmed ? '*' : ''}）`;
  if (lacksReason(row)) return `${asked}　说明：${lackingReason}`;
  return reason === '' ? asked : `${asked}　说明：${reason}`;
}

/** Heads of the table's columns. */
const sheetHead: readonly string[] = ['序号', '必答事项（依据）与说明', '情况', '所在位置'];

/** The table of a sheet as texts, its head first. */
export function listSheetRows({ rows }: SelfCheck): readonly (readonly string[])[] {
  const cells = rows.map((row, index) => [
    String(index + 1),
    sayQuestion(row),
    lacksReason(row) ? stateWords.missing : stateWords[row.state],
    sayPlaces(row),
  ]);
  return [sheetHead, ...cells];
}

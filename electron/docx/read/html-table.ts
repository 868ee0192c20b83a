import {
  contains,
  descendants,
  type HtmlElement,
  htmlAttribute,
  htmlText,
  isElement,
} from './html-tree.ts';

const rowNames: ReadonlySet<string> = new Set(['tr']);
/** A cell longer than this holds prose: its table only arranges the page. */
const longestCell = 200;

/** Whether a blank between these two letters is only the line end of the page's source. */
function joinsChinese(before: string, after: string): boolean {
  const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u;
  return chinese.test(before) && chinese.test(after);
}

/** A run of blanks is one blank; a line end between two Chinese letters is none. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/gu, (blanks, at: number) => {
    const isLineEnd = /[\r\n]/u.test(blanks);
    const after = text.charAt(at + blanks.length);
    return isLineEnd && joinsChinese(text.charAt(at - 1), after) ? '' : ' ';
  });
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.childNodes
    .filter(isElement)
    .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

/** A table of figures; null for one that only arranges the page (nested, one column, or with prose in a cell). */
export function tableRows(table: HtmlElement): readonly (readonly string[])[] | null {
  if (contains(table, 'table')) return null;
  const rows = descendants(table, rowNames).map((row) =>
    cellsOf(row).flatMap((cell) => {
      const span = Math.min(
        63,
        Math.max(1, Number.parseInt(htmlAttribute(cell, 'colspan'), 10) || 1),
      );
      const text = collapse(htmlText(cell).replaceAll('\u00a0', ' ')).trim();
      return [text, ...Array.from({ length: span - 1 }, () => '')];
    }),
  );
  const arranges = rows.every((row) => row.length <= 1);
  const hasProse = rows.some((row) => row.some((cell) => cell.length > longestCell));
  return arranges || hasProse ? null : rows;
}

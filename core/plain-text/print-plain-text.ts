import type { LineKind, PageSetting } from '../layout/index.ts';
import type { Report } from '../model/index.ts';
import { listWebLines, plainPage, type WebLine } from './web-lines.ts';

/** Two characters in, as a Chinese paragraph begins. */
const INDENT = '　　';

/** Kinds that begin at the edge. */
const atEdge: ReadonlySet<LineKind> = new Set(['addressee', 'annexTitle']);

function printLine(line: WebLine): readonly string[] {
  if (line.type === 'title') return line.lines;
  if (line.type === 'table') {
    return line.rows.map((row) =>
      row.map((cell) => cell.replaceAll(/\s*[\n\t]\s*/gu, ' ')).join('\t'),
    );
  }
  if (line.text === '') return [''];
  // where the page begins a new one
  if (line.kind === 'annexLabel') return ['', line.text];
  // a table too wide for Word comes as lines with tabs
  return [atEdge.has(line.kind) || line.text.includes('\t') ? line.text : INDENT + line.text];
}

/**
 * A report as plain text: a paragraph a line, two wide blanks in front of it, cells of a table parted
 * by tabs. Lines end in CR LF, without which the 记事本 of older Windows runs all of them together;
 * web editors take either end.
 */
export function printPlainText(report: Report, setting: PageSetting = plainPage): string {
  const lines = listWebLines(report, setting).flatMap(printLine);
  return `${lines.join('\r\n').trimEnd()}\r\n`;
}

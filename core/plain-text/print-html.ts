import type { LineKind, PageSetting } from '../layout/index.ts';
import type { Report } from '../model/index.ts';
import { listWebLines, plainPage, type WebLine } from './web-lines.ts';

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5';

/** The page's title is the h1; each level of headings is one lower. */
const headings: Readonly<Partial<Record<LineKind, HeadingTag>>> = {
  preambleHeading: 'h2',
  part: 'h2',
  section: 'h3',
  level3: 'h4',
  level4: 'h5',
  annexTitle: 'h2',
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in a page or in a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => entities[character] ?? character);
}

function printRow(row: readonly string[], cell: 'td' | 'th'): string {
  const opening = cell === 'th' ? '<th scope="col">' : '<td>';
  const cells = row.map((text) => {
    const lines = text.split('\n').map((line) => escapeHtml(line.trim()));
    return `${opening}${lines.join('<br>')}</${cell}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function printTable(rows: readonly (readonly string[])[]): readonly string[] {
  const [head, ...others] = rows;
  const hasHead = head !== undefined && others.length > 0;
  const body = (hasHead ? others : rows).map((row) => printRow(row, 'td'));
  return [
    '<table>',
    ...(hasHead ? [`<thead>${printRow(head, 'th')}</thead>`] : []),
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
  ];
}

function printLine(line: WebLine): readonly string[] {
  if (line.type === 'table') return printTable(line.rows);
  if (line.type === 'title') return [`<h1>${line.lines.map(escapeHtml).join('<br>')}</h1>`];
  if (line.text === '') return [];
  const tag = headings[line.kind] ?? 'p';
  return [`<${tag}>${escapeHtml(line.text)}</${tag}>`];
}

function printMeta(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeHtml(content)}">`;
}

/**
 * A report as a page of clean HTML: headings, paragraphs and tables by their meaning, without style,
 * class or script, so that a website's editor dresses it as its own. A browser shows it too.
 * @param mark the content mark of this text; none is told where it is null
 */
export function printHtml(
  report: Report,
  mark: string | null,
  setting: PageSetting = plainPage,
): string {
  const lines = listWebLines(report, setting);
  const title = lines.flatMap((line) => (line.type === 'title' ? line.lines : [])).join('');
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    printMeta('generator', '年报助手'),
    ...(mark === null ? [] : [printMeta('content-mark', mark)]),
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    '<body>',
    ...lines.flatMap(printLine),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

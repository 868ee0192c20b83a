import {
  composeDocument,
  emptyFacts,
  type FlowItem,
  type LineKind,
  type PageSetting,
  standardLayout,
} from '../layout/index.ts';
import type { Report } from '../model/index.ts';

/** What a web page shows of a report, from top to bottom. */
export type WebLine =
  | { readonly type: 'title'; readonly lines: readonly string[] }
  | { readonly type: 'line'; readonly kind: LineKind; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] };

/** A web page that shows all there is, signature too. */
export const plainPage: PageSetting = {
  layout: standardLayout('plain'),
  facts: emptyFacts,
  annexes: [],
};

/** A copy's page without red head and imprint, which are the paper's and not the web's. */
function withoutHead({ layout, annexes }: PageSetting): PageSetting {
  const signature = layout.form === 'official' || layout.signature;
  return { layout: { ...layout, form: 'plain', signature }, facts: emptyFacts, annexes };
}

/** Controls and halves of letters, which neither XML nor a web page has a place for. */
const forbidden =
  /[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fdcf}\u{fdf0}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text fit for a web page. */
function cleanText(text: string): string {
  return text.replaceAll(forbidden, '');
}

/**
 * The page breaks a title where its width asks for it; a web page has another width. An issuer that
 * stands above the title keeps its line.
 */
function joinTitle(lines: readonly string[], title: string): readonly string[] {
  const whole = cleanText(title).replaceAll(/\s+/gu, '');
  for (let from = 0; from < lines.length; from += 1) {
    const joined = lines.slice(from).join('');
    if (joined.replaceAll(/\s+/gu, '') === whole) return [...lines.slice(0, from), joined];
  }
  return lines;
}

function toWebLine(item: FlowItem): WebLine {
  if (item.type === 'table') {
    const print = (cell: string | undefined) => cleanText(cell ?? '').trim();
    return {
      type: 'table',
      rows: item.rows.map((row) => item.columns.map((_, column) => print(row[column]))),
    };
  }
  const text = item.runs.map((run) => cleanText(run.text)).join('');
  return { type: 'line', kind: item.kind, text };
}

const isTitle = (line: WebLine) => line.type === 'line' && line.kind === 'title';

/**
 * A report's words as its page prints them — numbers of headings, closing marks, attachments,
 * signature, date, note — with the title in one piece; what the page only needs for its look is left
 * out.
 */
export function listWebLines(report: Report, setting: PageSetting): readonly WebLine[] {
  const lines = composeDocument(report, withoutHead(setting)).items.map(toWebLine);
  const title = lines.flatMap((line) => (line.type === 'line' && isTitle(line) ? line.text : []));
  if (title.length === 0) return lines;
  const rest = lines.filter((line) => !isTitle(line));
  return [{ type: 'title', lines: joinTitle(title, report.title) }, ...rest];
}

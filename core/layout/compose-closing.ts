import type { Closing } from '../model/index.ts';
import { estimateFill, estimateLines } from './estimate.ts';
import { blankLine, createLine, type FlowItem, type FlowLine } from './flow.ts';
import { CHARACTER_CELL, FIRST_LINE_CELLS, LINE_PITCH, LINES_PER_PAGE } from './page.ts';
import { layoutSignature, type SignatureLine } from './signature.ts';
import { twip } from './units.ts';
import { measureText } from './width.ts';

const LEAD = '附件：';

/**
 * The list of attachments: one blank line below the text, two characters in; names align under
 * each other and carry no closing mark. A single one has no number.
 * @source GB/T 9704-2012 7.3.4
 */
function composeAttachments(titles: readonly string[]): readonly FlowLine[] {
  if (titles.length === 0) return [];
  const lines = titles.map((title, index): FlowLine => {
    const number = titles.length > 1 ? `${index + 1}.` : '';
    const margin = twip(FIRST_LINE_CELLS * CHARACTER_CELL);
    const first = twip(margin + (index === 0 ? 0 : measureText(LEAD)));
    const rest = twip(margin + measureText(LEAD) + measureText(number));
    const text = `${index === 0 ? LEAD : ''}${number}${title}`;
    return { ...createLine('attachment', text), indent: { first, rest } };
  });
  return [blankLine, ...lines];
}

function placeLine(kind: 'signature' | 'date', { text, start }: SignatureLine): FlowLine {
  return { ...createLine(kind, text), indent: { first: start, rest: start } };
}

/** A blank line, the unit and the date, each placed from the left edge. @source GB/T 9704-2012 7.3.5.2 */
function composeSignature(closing: Closing): readonly FlowLine[] {
  const units = closing.signature.map((unit) => unit.trim()).filter((unit) => unit !== '');
  const layout = layoutSignature(units, closing.signedDate);
  if (layout.units.length === 0 && layout.date === null) return [];
  return [
    blankLine,
    ...layout.units.map((line) => placeLine('signature', line)),
    ...(layout.date ? [placeLine('date', layout.date)] : []),
  ];
}

/** 附注 in brackets, on the line below the date. @source GB/T 9704-2012 7.3.6 */
function composeNote(note: string): readonly FlowLine[] {
  const text = note.trim();
  if (text === '') return [];
  return [createLine('note', /^[（(]/u.test(text) ? text : `（${text}）`)];
}

/** A tail of more lines than this may be parted before its signature. */
const LONGEST_TAIL = 12;
/** A paragraph and its tail that are kept together must leave a page room for a heading or two. */
const LONGEST_KEPT = 19;
/** How many lines an estimate may be wrong by. */
const DOUBT = 2;

/** Keeps `items` with what follows them. */
function keepWithNext(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item) => ({ ...item, keepWithNext: true }));
}

/**
 * Whether a page may come to hold `tail` and nothing of `body`. Keeping the last paragraph with the
 * tail prevents it, but only then is it kept: Word pulls a line over, LibreOffice the whole
 * paragraph, and one that does not fit on a page with its tail is better left alone.
 */
function mayStandAlone(body: readonly FlowItem[], tail: readonly FlowItem[]): boolean {
  const last = body.at(-1);
  if (!last) return false;
  if (last.type === 'table') return true;
  if (estimateLines(last) + tail.length > LONGEST_KEPT) return false;
  const filled = estimateFill(body) / LINE_PITCH;
  return filled <= DOUBT || filled + tail.length + DOUBT > LINES_PER_PAGE;
}

/**
 * `body` followed by attachments, signature, date and note. What follows the text stays together.
 * No page holds it alone, unless the last paragraph is so long (16 lines and a signature) that it
 * cannot be moved with it.
 * @source GB/T 9704-2012 7.3.5.5
 */
export function appendClosing(body: readonly FlowItem[], closing: Closing): readonly FlowItem[] {
  const titles = closing.attachments.map((title) => title.trim()).filter((title) => title !== '');
  const listed = composeAttachments(titles);
  const signed = [...composeSignature(closing), ...composeNote(closing.note)];
  const tail = [...listed, ...signed];
  if (tail.length === 0) return body;
  const free = tail.length > LONGEST_TAIL ? listed.slice(0, -1) : [];
  const kept = tail.slice(free.length);
  const start = mayStandAlone(body, tail) ? keepWithNext(body.slice(-1)) : body.slice(-1);
  return [
    ...body.slice(0, -1),
    ...start,
    ...free,
    ...keepWithNext(kept.slice(0, -1)),
    ...kept.slice(-1),
  ];
}

import type { Closing } from '../model/index.ts';
import { blankLine, createLine, type FlowItem, type FlowLine, type TabStop } from './flow.ts';
import { joinLines } from './join-lines.ts';
import { type ClosingHold, keepWithNext, secureLast } from './keep-closing.ts';
import { type PageMetrics, standardMetrics } from './metrics.ts';
import { FIRST_LINE_CELLS } from './page.ts';
import { LINES_ABOVE_SEALED, layoutSealed } from './seal.ts';
import { layoutSignature, type SignatureLine } from './signature.ts';
import { twip } from './units.ts';
import { measureText } from './width.ts';

/** How the end of a report is laid out. */
export interface ClosingSetting {
  readonly metrics: PageMetrics;
  /** Whether seals will be pressed on the signature. */
  readonly sealed: boolean;
  /** Whether the copy carries signature and date. */
  readonly signature: boolean;
  /** How the text is held with it; as the estimate says if absent. */
  readonly hold?: ClosingHold | undefined;
}

/** The closing of a 公开稿: signed, without a seal. */
export const plainClosing: ClosingSetting = {
  metrics: standardMetrics,
  sealed: false,
  signature: true,
};

const LEAD = '附件：';

/** A title on one line, without a closing mark. */
function readTitle(title: string): string {
  return joinLines(title).replace(/[。；，、;,]+$/u, '');
}

/**
 * The list of attachments: one blank line below the text, two characters in; names align under
 * each other and carry no closing mark. A single one has no number.
 * @source GB/T 9704-2012 7.3.4
 */
function composeAttachments(
  titles: readonly string[],
  { metrics }: ClosingSetting,
): readonly FlowLine[] {
  if (titles.length === 0) return [];
  const lead = measureText(LEAD, metrics);
  const lines = titles.map((title, index): FlowLine => {
    const number = titles.length > 1 ? `${index + 1}.` : '';
    const margin = FIRST_LINE_CELLS * metrics.cell;
    const first = twip(margin + (index === 0 ? 0 : lead));
    const rest = twip(margin + lead + measureText(number, metrics));
    const text = `${index === 0 ? LEAD : ''}${number}${title}`;
    return { ...createLine('attachment', text), indent: { first, rest } };
  });
  return [blankLine, ...lines];
}

function placeLine(kind: 'signature' | 'date', { text, start, right }: SignatureLine): FlowLine {
  if (right !== undefined) return { ...createLine(kind, text), indentRight: right };
  return { ...createLine(kind, text), indent: { first: start, rest: start } };
}

/** Names on one line, each at its own place. */
function placeRow(names: readonly SignatureLine[]): readonly FlowLine[] {
  const [first, ...rest] = names;
  if (!first) return [];
  const line = placeLine('signature', first);
  if (rest.length === 0) return [line];
  const tabs = rest.map(({ start }): TabStop => ({ at: start, align: 'left' }));
  return [{ ...line, runs: [{ text: names.map(({ text }) => text).join('\t') }], tabs }];
}

function repeatBlank(count: number): readonly FlowLine[] {
  return Array.from({ length: count }, () => blankLine);
}

/** Names and date under their seals. @source GB/T 9704-2012 7.3.5.1 */
function composeSealed(
  units: readonly string[],
  isoDate: string | null,
  metrics: PageMetrics,
): readonly FlowLine[] {
  const { rows, date, linesBetween } = layoutSealed(units, isoDate, metrics);
  return [
    ...repeatBlank(LINES_ABOVE_SEALED),
    ...rows.flatMap((row, index) => [
      ...(index === 0 ? [] : repeatBlank(linesBetween)),
      ...placeRow(row),
    ]),
    ...(date ? [placeLine('date', date)] : []),
  ];
}

/** A blank line, the unit and the date. @source GB/T 9704-2012 7.3.5.1, 7.3.5.2 */
function composeSignature(
  closing: Closing,
  { metrics, sealed, signature }: ClosingSetting,
): readonly FlowLine[] {
  const units = closing.signature.map((unit) => joinLines(unit)).filter((unit) => unit !== '');
  if (!signature || (units.length === 0 && closing.signedDate === null)) return [];
  if (sealed) return composeSealed(units, closing.signedDate, metrics);
  const layout = layoutSignature(units, closing.signedDate, metrics);
  return [
    blankLine,
    ...layout.units.map((line) => placeLine('signature', line)),
    ...(layout.date ? [placeLine('date', layout.date)] : []),
  ];
}

/** 附注 in brackets, on the line below the date. @source GB/T 9704-2012 7.3.6 */
function composeNote(note: string): readonly FlowLine[] {
  const text = joinLines(note);
  if (text === '') return [];
  return [createLine('note', /^[（(]/u.test(text) ? text : `（${text}）`)];
}

/** Lines of a page that a tail leaves free if it is not to be parted. */
const LINES_FOR_TEXT = 6;

/**
 * What of the tail may stand on the page before, and what stays together: the last of several attachments
 * with the signature, so that no page is left half empty.
 */
function partTail(
  listed: readonly FlowLine[],
  signed: readonly FlowLine[],
  { linesPerPage }: PageMetrics,
): readonly [readonly FlowLine[], readonly FlowLine[]] {
  const most = linesPerPage - LINES_FOR_TEXT;
  const tail = [...listed, ...signed];
  const last = listed.findLastIndex(({ kind }) => kind === 'attachment');
  const free = Math.max(0, last, tail.length - most);
  const isListed = tail.slice(0, free).some(({ kind }) => kind !== 'blank');
  return isListed ? [tail.slice(0, free), tail.slice(free)] : [[], tail];
}

/**
 * `body` followed by attachments, signature, date and note. The last attachment stays with the signature,
 * the others may stand on the page before; of very many units the last stay together. How the text is kept with it {@link secureLast} says.
 * @source GB/T 9704-2012 7.3.4–7.3.6
 */
export function appendClosing(
  body: readonly FlowItem[],
  closing: Closing,
  setting: ClosingSetting,
): readonly FlowItem[] {
  const titles = closing.attachments.map(readTitle).filter((title) => title !== '');
  const listed = composeAttachments(titles, setting);
  const signed = [...composeSignature(closing, setting), ...composeNote(closing.note)];
  const [free, kept] = partTail(listed, signed, setting.metrics);
  if (kept.length === 0) return body;
  const blanks = free.findIndex(({ kind }) => kind !== 'blank');
  const next = free.length > 0 ? free.slice(0, blanks + 1) : kept;
  return [
    ...body.slice(0, -1),
    ...secureLast(body, next, setting.metrics, setting.hold),
    ...keepWithNext(free.slice(0, blanks)),
    ...free.slice(Math.max(0, blanks)),
    ...keepWithNext(kept.slice(0, -1)),
    ...kept.slice(-1),
  ];
}

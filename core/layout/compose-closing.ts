import type { Closing } from '../model/index.ts';
import { blankLine, createLine, type FlowItem, type FlowLine } from './flow.ts';
import { CHARACTER_CELL, FIRST_LINE_CELLS } from './page.ts';
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

/** A blank line, the unit and the date, each placed from the left edge. @source GB/T 9704-2012 7.3.5.2 */
function composeSignature(closing: Closing): readonly FlowLine[] {
  const units = closing.signature.map((unit) => unit.trim()).filter((unit) => unit !== '');
  const layout = layoutSignature(units, closing.signedDate);
  if (layout.units.length === 0 && layout.date === null) return [];
  const place = (kind: 'signature' | 'date', { text, start }: SignatureLine): FlowLine => ({
    ...createLine(kind, text),
    indent: { first: start, rest: start },
  });
  return [
    blankLine,
    ...layout.units.map((line) => place('signature', line)),
    ...(layout.date ? [place('date', layout.date)] : []),
  ];
}

/** 附注 in brackets, on the line below the date. @source GB/T 9704-2012 7.3.6 */
function composeNote(note: string): readonly FlowLine[] {
  const text = note.trim();
  if (text === '') return [];
  return [createLine('note', /^[（(]/u.test(text) ? text : `（${text}）`)];
}

/** Keeps `items` with what follows them. */
function keepWithNext(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item) => ({ ...item, keepWithNext: true }));
}

/** Puts `tail` under `items` such that no page holds `tail` alone. @source GB/T 9704-2012 7.3.5.5 */
function attach(items: readonly FlowItem[], tail: readonly FlowItem[]): readonly FlowItem[] {
  if (tail.length === 0) return items;
  return [
    ...items.slice(0, -1),
    ...keepWithNext(items.slice(-1)),
    ...keepWithNext(tail.slice(0, -1)),
    ...tail.slice(-1),
  ];
}

/** `body` followed by attachments, signature, date and note, each kept to the line before it. */
export function appendClosing(body: readonly FlowItem[], closing: Closing): readonly FlowItem[] {
  const titles = closing.attachments.map((title) => title.trim()).filter((title) => title !== '');
  const listed = attach(body, composeAttachments(titles));
  return attach(listed, [...composeSignature(closing), ...composeNote(closing.note)]);
}

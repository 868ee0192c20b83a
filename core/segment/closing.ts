import type { Closing } from '../model/index.ts';
import { findDate, isUnfinishedDate } from './dates.ts';
import { type Line, type TextLine, trimBlanks } from './line.ts';
import { isOrganName, splitOrgans } from './organ.ts';

/** What was found below the last paragraph, and how many lines of the text remain above it. */
export interface ClosingReading {
  readonly closing: Closing;
  readonly remaining: number;
  /** The imprint, pages of attachments below the signature, seals and unfinished dates. */
  readonly discarded: readonly Line[];
}

const notePattern = /^[（(](?:此件|本件|此文|联系人)[^）)]*[）)]$/u;
const attachmentPattern = /^附\s*件\s*(?:\d+)?\s*[:：]\s*(.*)$/u;
const attachmentHead = /^附\s*件\s*(?:\d+)?\s*[:：]?$/u;
const imprintPattern =
  /^(?:抄\s*[送报]\s*[:：]|主题词\s*[:：])|^.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u;
const attachmentItem = /^\d{1,2}[.．、]\s*(.{2,60})$/u;
const stamp = /(?<!\s)\s*[（(](?:盖章|公章|印章|签章|章)[）)]$/u;
/** How far above the end a signature may stand when attachments follow it. */
const attachmentReach = 200;

function readAttachments(lines: readonly Line[], end: number): { titles: string[]; from: number } {
  const titles: string[] = [];
  for (let index = end - 1; index >= Math.max(0, end - 12); index -= 1) {
    const line = lines[index];
    if (line?.kind !== 'text') break;
    const first = attachmentPattern.exec(line.text)?.[1];
    if (first || (first === '' && titles.length > 0)) {
      const named = first.replace(/^\d{1,2}[.．、]\s*/u, '');
      return { titles: named ? [named, ...titles] : titles, from: index };
    }
    const item = attachmentItem.exec(line.text)?.[1];
    if (!item) break;
    titles.unshift(item);
  }
  return { titles: [], from: end };
}

interface Tail {
  readonly signature: readonly string[];
  readonly signedDate: string | null;
  readonly note: string;
  readonly from: number;
  /** Seals and dates without a day, which the app sets itself. */
  readonly dropped: readonly TextLine[];
}

/** Reads one closing line into the tail; null when the line is text. */
function readTailLine(line: TextLine, tail: Tail, from: number): Tail | null {
  const seal = stamp.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(0, line.text.length - seal.length);
  const dropped = seal ? [{ ...line, text: trimBlanks(seal) }, ...tail.dropped] : tail.dropped;
  if (!tail.note && notePattern.test(text)) return { ...tail, note: text, from };
  const isDated = tail.signedDate !== null;
  if (!isDated && isUnfinishedDate(text)) {
    return { ...tail, dropped: [line, ...tail.dropped], from };
  }
  const date = isDated ? null : findDate(text);
  if (date) {
    const before = trimBlanks(text.slice(0, date.index));
    const after = trimBlanks(text.slice(date.index + date.raw.length));
    if (after !== '' || (before !== '' && !isOrganName(before))) return null;
    const signature = before ? [...splitOrgans(before), ...tail.signature] : tail.signature;
    return { ...tail, signedDate: date.iso, signature, from, dropped };
  }
  if (isOrganName(text) && !line.label) {
    return { ...tail, signature: [...splitOrgans(text), ...tail.signature], from, dropped };
  }
  return null;
}

function readTail(lines: readonly Line[], end: number): Tail {
  let tail: Tail = { signature: [], signedDate: null, note: '', from: end, dropped: [] };
  for (let index = end - 1; index > 0; index -= 1) {
    const line = lines[index];
    const next = line?.kind === 'text' ? readTailLine(line, tail, index) : null;
    if (!next) break;
    tail = next;
  }
  return tail;
}

/** 抄送 and 印发 at the very end: the app sets the imprint itself. */
function readImprint(lines: readonly Line[]): readonly TextLine[] {
  const found: TextLine[] = [];
  for (const line of lines.toReversed()) {
    if (line.kind !== 'text' || !imprintPattern.test(line.text)) break;
    found.unshift(line);
  }
  return found;
}

/** Where 附件 begins below a signature: its own pages, which are no text of the report. */
function findAnnex(lines: readonly Line[], end: number): number {
  const from = Math.max(1, end - attachmentReach);
  const at = lines.slice(from, end).findIndex((line, offset) => {
    if (line.kind !== 'text' || !attachmentHead.test(line.text)) return false;
    return readTail(lines, from + offset).signedDate !== null;
  });
  return at < 0 ? end : from + at;
}

/**
 * Reads signature, date, attachments and note from the end of a report upwards.
 * @source GB/T 9704-2012 7.3.4–7.3.6
 */
export function readClosing(lines: readonly Line[]): ClosingReading {
  const imprint = readImprint(lines);
  const end = lines.length - imprint.length;
  const annexFrom = findAnnex(lines, end);
  const annex = lines.slice(annexFrom, end);
  const tail = readTail(lines, annexFrom);
  const { signature, signedDate, note } = tail;
  const { titles, from } = readAttachments(lines, tail.from);
  const [, annexTitle] = annex;
  const named = annexTitle?.kind === 'text' && titles.length === 0 ? [annexTitle.text] : [];
  const closing = { signature, signedDate, attachments: [...titles, ...named], note };
  return { closing, remaining: from, discarded: [...tail.dropped, ...annex, ...imprint] };
}

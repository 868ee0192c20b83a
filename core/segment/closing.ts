import type { Closing } from '../model/index.ts';
import { findDate } from './dates.ts';
import { type Line, type TextLine, trimBlanks } from './line.ts';
import { isOrganName, splitOrgans } from './organ.ts';

/** What was found below the last paragraph, and how many lines of the text remain above it. */
export interface ClosingReading {
  readonly closing: Closing;
  readonly remaining: number;
  /** Lines of the imprint below the signature. */
  readonly discarded: readonly TextLine[];
}

const notePattern = /^[（(](?:此件|本件|此文|联系人)[^）)]*[）)]$/u;
const attachmentPattern = /^附\s*件\s*(?:\d+)?\s*[:：]\s*(.+)$/u;
const imprintPattern =
  /^(?:抄\s*[送报]\s*[:：]|主题词\s*[:：])|^.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u;
const attachmentItem = /^\d{1,2}[.．、]\s*(.{2,60})$/u;

function readAttachments(lines: readonly Line[], end: number): { titles: string[]; from: number } {
  const titles: string[] = [];
  for (let index = end - 1; index >= Math.max(0, end - 12); index -= 1) {
    const line = lines[index];
    if (line?.kind !== 'text') break;
    const first = attachmentPattern.exec(line.text)?.[1];
    if (first) {
      return { titles: [first.replace(/^\d{1,2}[.．、]\s*/u, ''), ...titles], from: index };
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
}

/** Reads one closing line into the tail; null when the line is text. */
function readTailLine(text: string, tail: Tail, from: number): Tail | null {
  if (!tail.note && notePattern.test(text)) return { ...tail, note: text, from };
  const date = findDate(text);
  if (date && !tail.signedDate) {
    const before = trimBlanks(text.slice(0, date.index));
    const after = trimBlanks(text.slice(date.index + date.raw.length));
    if (after !== '' || (before !== '' && !isOrganName(before))) return null;
    const signature = before ? [...splitOrgans(before), ...tail.signature] : tail.signature;
    return { ...tail, signedDate: date.iso, signature, from };
  }
  if (isOrganName(text)) {
    return { ...tail, signature: [...splitOrgans(text), ...tail.signature], from };
  }
  return null;
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

/**
 * Reads signature, date, attachments and note from the end of a report upwards.
 * @source GB/T 9704-2012 7.3.4–7.3.6
 */
export function readClosing(lines: readonly Line[]): ClosingReading {
  const imprint = readImprint(lines);
  const end = lines.length - imprint.length;
  let tail: Tail = { signature: [], signedDate: null, note: '', from: end };
  for (let index = end - 1; index > 0; index -= 1) {
    const line = lines[index];
    const next = line?.kind === 'text' ? readTailLine(line.text, tail, index) : null;
    if (!next) break;
    tail = next;
  }
  const { signature, signedDate, note } = tail;
  const { titles: attachments, from } = readAttachments(lines, tail.from);
  const closing = { signature, signedDate, attachments, note };
  return { closing, remaining: from, discarded: imprint };
}

import type { Closing } from '../model/index.ts';
import { findDate, isUnfinishedDate } from './dates.ts';
import { dropLine, wordsOf } from './drop.ts';
import {
  addDoubts,
  certain,
  type Dropped,
  decide,
  doubtful,
  type Judgement,
  likely,
  type Verdict,
  weaken,
} from './judgement.ts';
import { type Line, type TextLine, trimBlanks } from './line.ts';
import { isOrganName, splitOrgans } from './organ.ts';

/** What was found below the last paragraph, and how many lines of the text remain above it. */
export interface ClosingReading {
  readonly closing: Closing;
  readonly remaining: number;
  /** The imprint, pages of attachments below the signature, seals and unfinished dates. */
  readonly dropped: readonly Dropped[];
  readonly verdicts: readonly Verdict[];
}

const notePattern = /^[（(](?:此件|本件|此文|联系人)[^）)]*[）)]$/u;
const attachmentPattern = /^附\s*件\s{0,9}(?:\d+)?\s{0,9}[:：]\s*(.*)$/u;
const attachmentHead = /^附\s*件\s{0,9}(?:\d+)?\s{0,9}[:：]?$/u;
const imprintPattern =
  /^(?:抄\s*[送报]\s*[:：]|主题词\s*[:：])|^.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u;
const attachmentItem = /^\d{1,2}[.．、]\s*(.{2,60})$/u;
const stamp = /(?<!\s)\s*[（(](?:盖章|公章|印章|签章|章)[）)]$/u;
/** How far above the end a signature may stand when attachments follow it. */
const attachmentReach = 200;
/** More lines than this are no signature. */
const mostTailLines = 20;

interface Attachments {
  readonly titles: readonly string[];
  readonly from: number;
}

function readAttachments(lines: readonly Line[], end: number): Attachments {
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
  readonly dropped: readonly Dropped[];
  readonly verdicts: readonly Verdict[];
}

function judge(target: string, { line, origin }: TextLine, judgement: Judgement): Verdict {
  return decide(target, line, addDoubts(weaken(judgement, origin.isWhole), origin.doubts));
}

/** A name below the text is a signature for certain next to a date or at the right edge. */
function judgeSignature(line: TextLine, isDated: boolean): Judgement {
  if (isDated) return certain('words');
  return line.hints.align === 'right' ? certain('look') : likely('position');
}

function readDated(line: TextLine, text: string, tail: Tail): Tail | null {
  const date = findDate(text);
  if (!date) return null;
  const before = trimBlanks(text.slice(0, date.index));
  const after = trimBlanks(text.slice(date.index + date.raw.length));
  if (after !== '' || (before !== '' && !isOrganName(before))) return null;
  const dated = judge('date', line, certain('words'));
  const signed = before ? [decide('signature', line.line, certain('words'))] : [];
  return {
    ...tail,
    signedDate: date.iso,
    signature: before ? [...splitOrgans(before), ...tail.signature] : tail.signature,
    verdicts: [...signed, dated, ...tail.verdicts],
  };
}

/** Reads one closing line into the tail; null when the line is text. */
function readTailLine(line: TextLine, tail: Tail): Tail | null {
  const seal = stamp.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(0, line.text.length - seal.length);
  const drop = (words: string) => dropLine({ ...line, text: words }, certain('words'));
  const sealed = seal ? { ...tail, dropped: [drop(trimBlanks(seal)), ...tail.dropped] } : tail;
  if (!tail.note && notePattern.test(text)) {
    const verdicts = [judge('note', line, certain('words')), ...tail.verdicts];
    return { ...tail, note: text, verdicts };
  }
  const isDated = tail.signedDate !== null;
  if (!isDated && isUnfinishedDate(text)) {
    return { ...tail, dropped: [drop(line.text), ...tail.dropped] };
  }
  const dated = isDated ? null : readDated(line, text, sealed);
  if (dated || !isOrganName(text) || line.label) return dated;
  const verdict = judge('signature', line, judgeSignature(line, isDated));
  const signature = [...splitOrgans(text), ...tail.signature];
  return { ...sealed, signature, verdicts: [verdict, ...tail.verdicts] };
}

function readTail(lines: readonly Line[], end: number): Tail {
  let tail: Tail = {
    signature: [],
    signedDate: null,
    note: '',
    from: end,
    dropped: [],
    verdicts: [],
  };
  for (let index = end - 1; index > 0 && index >= end - mostTailLines; index -= 1) {
    const line = lines[index];
    const next = line?.kind === 'text' ? readTailLine(line, tail) : null;
    if (!next) break;
    tail = { ...next, from: index };
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

/** The pages of an attachment: left out, and the first line says so. */
function dropAnnex(annex: readonly Line[]): readonly Dropped[] {
  const title = annex[1] ?? annex[0];
  return annex.map((line, index) => {
    const text = wordsOf(title ?? line);
    const doubt = { code: 'segment/left-aside', what: 'annex', line: line.line, text } as const;
    return dropLine(line, index === 0 ? doubtful('position', doubt) : likely('position'));
  });
}

const isText = (line: Line): line is TextLine => line.kind === 'text';

/**
 * Reads signature, date, attachments and note from the end of a report upwards. The list of
 * attachments may stand above the signature or below it.
 * @source GB/T 9704-2012 7.3.4–7.3.6
 */
export function readClosing(lines: readonly Line[]): ClosingReading {
  const imprint = readImprint(lines);
  const end = lines.length - imprint.length;
  const annexFrom = findAnnex(lines, end);
  const annex = lines.slice(annexFrom, end);
  const below = readAttachments(lines, annexFrom);
  const tail = readTail(lines, below.from);
  const above = readAttachments(lines, tail.from);
  const { signature, signedDate, note } = tail;
  const titles = [...above.titles, ...below.titles];
  const [, annexTitle] = annex;
  const named = annexTitle?.kind === 'text' && titles.length === 0 ? [annexTitle.text] : [];
  const listed = [...lines.slice(above.from, tail.from), ...lines.slice(below.from, annexFrom)];
  return {
    closing: { signature, signedDate, attachments: [...titles, ...named], note },
    remaining: above.from,
    dropped: [
      ...tail.dropped,
      ...dropAnnex(annex),
      ...imprint.map((line) => dropLine(line, certain('words'))),
    ],
    verdicts: [
      ...listed.filter(isText).map((line) => judge('attachment', line, likely('words'))),
      ...tail.verdicts,
    ],
  };
}

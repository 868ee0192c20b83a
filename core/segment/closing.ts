import type { Closing } from '../model/index.ts';
import { findDate, isUnfinishedDate } from './dates.ts';
import { dropLine, wordsOf } from './drop.ts';
import { readImprint } from './imprint.ts';
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
import { type IsOrgan, splitOrgans } from './organ.ts';

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
const attachmentItem = /^\d{1,2}[.．、]\s*(.{2,60})$/u;
const stamp = /(?<!\s)\s*[（(](?:盖章|公章|印章|签章|章)[）)]$/u;
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

function readDated(line: TextLine, text: string, tail: Tail, isOrgan: IsOrgan): Tail | null {
  const date = findDate(text);
  if (!date) return null;
  const before = trimBlanks(text.slice(0, date.index));
  const after = trimBlanks(text.slice(date.index + date.raw.length));
  if (after !== '' || (before !== '' && !isOrgan(before))) return null;
  const dated = judge('date', line, certain('words'));
  const signed = before ? [decide('signature', line.line, certain('words'))] : [];
  return {
    ...tail,
    signedDate: date.iso,
    signature: before ? [...splitOrgans(before, isOrgan), ...tail.signature] : tail.signature,
    verdicts: [...signed, dated, ...tail.verdicts],
  };
}

/** Reads one closing line into the tail; null when the line is text. */
function readTailLine(line: TextLine, tail: Tail, isOrgan: IsOrgan): Tail | null {
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
  const dated = isDated ? null : readDated(line, text, sealed, isOrgan);
  if (dated || !isOrgan(text) || line.label) return dated;
  const verdict = judge('signature', line, judgeSignature(line, isDated));
  const signature = [...splitOrgans(text, isOrgan), ...tail.signature];
  return { ...sealed, signature, verdicts: [verdict, ...tail.verdicts] };
}

function readTail(lines: readonly Line[], end: number, isOrgan: IsOrgan): Tail {
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
    const next = line?.kind === 'text' ? readTailLine(line, tail, isOrgan) : null;
    if (!next) break;
    tail = { ...next, from: index };
  }
  return tail;
}

/** A name by its looks: a short row of hanzi that is no formula and no title. */
const nameLike = /^(?!特此|以上|此致)[\p{Script=Han}（）()·\s]{4,40}(?<!报告|汇报|情况)$/u;

/** A date without a signer below what looks like one: the date's verdict says so. */
function doubtUnsigned(lines: readonly Line[], tail: Tail): Tail {
  const above = lines[tail.from - 1];
  if (tail.signature.length > 0 || tail.signedDate === null || above?.kind !== 'text') return tail;
  if (above.label !== null || !nameLike.test(above.text)) return tail;
  const verdicts = tail.verdicts.map((verdict): Verdict => {
    if (verdict.target !== 'date' || verdict.line === null) return verdict;
    const doubt = {
      code: 'segment/signature-missing',
      line: verdict.line,
      text: above.text,
    } as const;
    return { ...verdict, ...addDoubts(verdict, [doubt]) };
  });
  return { ...tail, verdicts };
}

/** Where 附件 begins below a signature: its own pages, which are no text of the report. */
function findAnnex(lines: readonly Line[], end: number, isOrgan: IsOrgan): number {
  const at = lines.slice(1, end).findIndex((line, offset) => {
    if (line.kind !== 'text' || !attachmentHead.test(line.text)) return false;
    const { signature, signedDate } = readTail(lines, 1 + offset, isOrgan);
    return signedDate !== null || signature.length > 0;
  });
  return at < 0 ? end : 1 + at;
}

/** The title of an attachment's pages: the line below 附件 and the rest of it: what is centred below a centred one, the one below a unit. */
function nameAnnex(annex: readonly Line[], isOrgan: IsOrgan): readonly string[] {
  const [first, ...below] = annex.slice(1, 6);
  if (first?.kind !== 'text') return [];
  const isCentred = (line: Line) => line.kind === 'text' && line.hints.align === 'center';
  const [second] = below;
  // a unit alone is no title yet
  if (isOrgan(first.text) && second?.kind === 'text' && !second.text.endsWith('。')) {
    return [first.text + second.text];
  }
  const end = isCentred(first) ? below.findIndex((line) => !isCentred(line)) : 0;
  const rest = end < 0 ? below : below.slice(0, end);
  return [[first, ...rest].map(wordsOf).join('')];
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
 * @param isOrgan tells who may sign
 * @source GB/T 9704-2012 7.3.4–7.3.6
 */
export function readClosing(lines: readonly Line[], isOrgan: IsOrgan): ClosingReading {
  const imprint = readImprint(lines, isOrgan);
  const end = lines.length - imprint.length;
  const annexFrom = findAnnex(lines, end, isOrgan);
  const annex = lines.slice(annexFrom, end);
  const below = readAttachments(lines, annexFrom);
  const tail = doubtUnsigned(lines, readTail(lines, below.from, isOrgan));
  const above = readAttachments(lines, tail.from);
  const { signature, signedDate, note } = tail;
  const titles = [...above.titles, ...below.titles];
  const named = titles.length === 0 ? nameAnnex(annex, isOrgan) : [];
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

import { readLabel } from './labels.ts';
import { sizeOf } from './piece.ts';
import type { Line, Told } from './roles.ts';

const LONGEST_SIGNATURE = 40;
const LONGEST_STYLED = 120;
/** Points from which type is that of a title, wherever it stands. */
const DISPLAY = 20;
/** Names that are signers by where they stand alone; those of a signature's own style are any number. */
const MOST_SIGNERS = 8;
/** Blank lines between two rows of names under their seals. */
const MOST_BETWEEN = 6;

/** A date that stands alone, in whatever form. */
export const loneDate =
  /^(?:[\d〇○零一二三四五六七八九]{4}|[Xx×]{2,4})\s*年\s*[\d一二三四五六七八九十Xx×]{1,3}\s*月\s*(?:[\d一二三四五六七八九十Xx×]{1,3}\s*日)?$/u;

function isAnnexLabel({ text }: Line): boolean {
  return /^附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?$/u.test(text.trim());
}

const copiesLead = /^(?:主送|抄送)[：:]/u;

/** A table at the very end that sets the imprint. Gives the index where it begins; null for none. */
function tellImprintTable(lines: readonly Line[], told: Told): number | null {
  const last = lines.findLastIndex(({ text, isBoxed }) => !isBoxed && text.trim() !== '');
  const end = lines[last];
  if (!end || told.get(last) !== 'cell') return null;
  const begin = lines.findIndex(
    ({ section, block }) => section === end.section && block === end.block,
  );
  const words = lines.slice(begin, last + 1).map(({ text }) => text.trim());
  const isImprint = words.some((text) => copiesLead.test(text) || /^.*\d\s*日\s*印发$/u.test(text));
  if (!isImprint) return null;
  let isCopies = false;
  for (const [index, text] of words.entries()) {
    isCopies ||= copiesLead.test(text);
    told.set(begin + index, text === '' ? 'blank' : isCopies ? 'copies' : 'printed');
    // they may be parted into several lines, and end with a full stop
    if (text.endsWith('。')) isCopies = false;
  }
  return begin;
}

/** 抄送 and 印发 at the very end. Gives the index where they begin. */
function tellImprint(lines: readonly Line[], told: Told): number {
  const table = tellImprintTable(lines, told);
  if (table !== null) return table;
  let begin = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 12); at -= 1) {
    const line = lines[at];
    const words = line?.text.trim() ?? '';
    if (!line || words === '') continue;
    const { styleId } = line.paragraph;
    if (styleId === 'ImprintPrinted' || words.endsWith('印发')) told.set(at, 'printed');
    else if (styleId === 'ImprintCopies' || copiesLead.test(words)) told.set(at, 'copies');
    else break;
    begin = at;
  }
  return begin;
}

/** The lines of an attachment's title: the first with words below its label, and those that go on in its look. */
function listTitle(
  lines: readonly Line[],
  label: number,
  end: number,
  told: Told,
): readonly number[] {
  const isFree = (at: number) => at < end && !told.has(at);
  let at = label + 1;
  while (isFree(at) && lines[at]?.text.trim() === '') at += 1;
  const head = lines[at];
  if (!head || !isFree(at) || isAnnexLabel(head)) return [];
  const title = [at];
  for (at += 1; isFree(at); at += 1) {
    const line = lines[at];
    if (!line || isAnnexLabel(line) || !goesOn(head, line)) break;
    title.push(at);
  }
  return title;
}

/** Whether a line goes on with a title: directly below it, centred as it is, and no sentence. */
function goesOn(head: Line, { paragraph, text }: Line): boolean {
  const words = text.trim();
  return (
    words !== '' &&
    !/[。；：:]$/u.test(words) &&
    !readLabel(words) &&
    (paragraph.align === 'center' || sizeOf(paragraph) >= DISPLAY) &&
    paragraph.align === head.paragraph.align &&
    paragraph.styleId === head.paragraph.styleId &&
    Math.abs(sizeOf(paragraph) - sizeOf(head.paragraph)) < 0.5
  );
}

/** Pages of attachments, each begun by its label. Gives the index where they begin. */
function tellAnnexes(lines: readonly Line[], end: number, told: Told): number {
  const labels = lines.flatMap((line, at) =>
    at < end && at > 0 && !told.has(at) && isAnnexLabel(line) ? [at] : [],
  );
  const [begin] = labels;
  if (begin === undefined) return end;
  const titles = new Set(labels.flatMap((label) => listTitle(lines, label, end, told)));
  for (let at = begin; at < end; at += 1) {
    if (told.get(at) === 'cell') continue;
    const isBlank = (lines[at]?.text.trim() ?? '') === '';
    const isTitle = titles.has(at);
    const role = isBlank ? 'blank' : isTitle ? 'annexTitle' : 'annex';
    told.set(at, labels.includes(at) ? 'annexLabel' : role);
  }
  return begin;
}

/** Word has styles of these names too, and people give them to anything. */
const isShort = (words: string): boolean =>
  words !== '' && words.length <= LONGEST_STYLED && !/[。；]/u.test(words) && !readLabel(words);

function isStyledDate(line: Line | undefined): boolean {
  const words = line?.text.trim() ?? '';
  return styledAs(line, 'Date') && words.length <= 20 && /[\d〇○零一二三四五六七八九]/u.test(words);
}

function isSigner({ paragraph, text }: Line): boolean {
  const words = text.trim();
  if (paragraph.styleId === 'Signature' && isShort(words)) return true;
  if (paragraph.styleName === 'title' || paragraph.outlineLevel !== null) return false;
  if (words === '' || readLabel(words)) return false;
  // joint issuers stand beside one another
  if (words.split(/\t|\s{2,}/u).some((name) => name.length > LONGEST_SIGNATURE)) return false;
  if (/[。；：:，、]/u.test(words) || words.startsWith('附件')) return false;
  const { align, indent } = paragraph;
  const isMoved = align === 'right' || align === 'center' || indent.left + indent.first > 1200;
  const isSpaced = /^[\s\u3000]{4,}/u.test(text);
  return (
    isMoved || isSpaced || /(?:政府|办事处|委员会|党委|党工委|局|所|办公室|领导小组)$/u.test(words)
  );
}

/** Seals need blank lines between rows of names. The row above one of them; null for none. */
function rowAbove(lines: readonly Line[], at: number): number | null {
  const next = lines.slice(0, at).findLastIndex(({ text }) => text.trim() !== '');
  const row = lines[next];
  const gap = at - 1 - next;
  if (!row || gap === 0 || gap > MOST_BETWEEN) return null;
  const isRow = row.paragraph.styleId === 'Signature' || /\S(?:\t|\s{2,})\S/u.test(row.text);
  return isRow && isSigner(row) ? next : null;
}

/** The last line with words or in a table up to `at`; -1 for none. */
function skipBlanks(lines: readonly Line[], at: number, told: Told): number {
  let last = at;
  while (last >= 0 && told.get(last) !== 'cell' && (lines[last]?.text.trim() ?? '') === '') {
    last -= 1;
  }
  return last;
}

const styledAs = (line: Line | undefined, style: string): boolean =>
  line?.paragraph.styleId === style;

function isNote(line: Line | undefined): boolean {
  const words = line?.text.trim() ?? '';
  const isLike = /^[（(][^）)]*[）)]$/u.test(words) || styledAs(line, 'ClosingNote');
  return isLike && words.length <= 60 && !readLabel(words);
}

/** Names of signers from `from` upwards. Gives the index where they begin. */
function tellSigners(lines: readonly Line[], from: number, told: Told): number {
  let begin = from + 1;
  let at: number | null = skipBlanks(lines, from, told);
  for (let count = 0; at !== null; count += 1) {
    const line = lines[at];
    if (!line || told.has(at) || !isSigner(line)) break;
    if (count >= MOST_SIGNERS && !styledAs(line, 'Signature')) break;
    told.set(at, 'signature');
    begin = at;
    at = rowAbove(lines, at) ?? at - 1;
  }
  return begin;
}

/** 附注, date and signature from the end upwards. Gives the index where they begin. */
function tellSignature(lines: readonly Line[], end: number, told: Told): number {
  const last = skipBlanks(lines, end - 1, told);
  const hasNote = isNote(lines[last]);
  const at = hasNote ? skipBlanks(lines, last - 1, told) : last;
  const isDate = loneDate.test(lines[at]?.text.trim() ?? '') || isStyledDate(lines[at]);
  const isStyled = styledAs(lines[last], 'ClosingNote');
  if (isDate) told.set(at, 'date');
  if (hasNote && (isDate || isStyled)) told.set(last, 'note');
  if (isDate) return Math.min(at, tellSigners(lines, at - 1, told));
  if (styledAs(lines[at], 'Signature')) return tellSigners(lines, at, told);
  return isStyled ? last : end;
}

/** 附件：1.… directly above the signature. */
function tellAttachments(lines: readonly Line[], end: number, told: Told): void {
  let at = end - 1;
  const lowest = Math.max(0, end - 40);
  for (; at >= lowest; at -= 1) {
    const line = lines[at];
    if (!line || told.has(at)) return;
    const words = line.text.trim();
    if (/^附\s*件[:：]/u.test(words)) break;
    const isItem =
      words === '' || line.paragraph.styleId === 'AttachmentList' || /^\d+[.．、]/u.test(words);
    if (!isItem) return;
  }
  if (at < lowest) return;
  for (let index = at; index < end; index += 1) {
    if ((lines[index]?.text.trim() ?? '') !== '') told.set(index, 'attachment');
  }
}

/** Tells imprint, attachments, signature, date and note. Gives the index behind the text. */
export function tellClosing(lines: readonly Line[], told: Told): number {
  const imprint = tellImprint(lines, told);
  const annexes = tellAnnexes(lines, imprint, told);
  const signature = tellSignature(lines, annexes, told);
  tellAttachments(lines, signature, told);
  return signature;
}

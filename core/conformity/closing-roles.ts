import { readLabel } from './labels.ts';
import type { Line, Told } from './roles.ts';

const LONGEST_SIGNATURE = 40;
const MOST_SIGNERS = 8;

/** A date that stands alone, in whatever form. */
export const loneDate =
  /^(?:[\d〇○零一二三四五六七八九]{4}|[Xx×]{2,4})\s*年\s*[\d一二三四五六七八九十Xx×]{1,3}\s*月\s*(?:[\d一二三四五六七八九十Xx×]{1,3}\s*日)?$/u;

function isAnnexLabel({ paragraph, text }: Line): boolean {
  if (paragraph.styleId === 'AnnexLabel') return true;
  return /^附\s*件\s*[\d一二三四五六七八九十]*\s*[:：]?$/u.test(text.trim());
}

/** 抄送 and 印发 at the very end. Gives the index where they begin. */
function tellImprint(lines: readonly Line[], told: Told): number {
  let begin = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 12); at -= 1) {
    const line = lines[at];
    const words = line?.text.trim() ?? '';
    if (!line || words === '') continue;
    const { styleId } = line.paragraph;
    if (styleId === 'ImprintPrinted' || words.endsWith('印发')) told.set(at, 'printed');
    else if (styleId === 'ImprintCopies' || /^(?:主送|抄送)[：:]/u.test(words))
      told.set(at, 'copies');
    else break;
    begin = at;
  }
  return begin;
}

/** Pages of attachments, each begun by its label. Gives the index where they begin. */
function tellAnnexes(lines: readonly Line[], end: number, told: Told): number {
  const labels = lines.flatMap((line, at) =>
    at < end && at > 0 && !told.has(at) && isAnnexLabel(line) ? [at] : [],
  );
  const [begin] = labels;
  if (begin === undefined) return end;
  let needsTitle = false;
  for (let at = begin; at < end; at += 1) {
    if (told.get(at) === 'cell') continue;
    const isBlank = (lines[at]?.text.trim() ?? '') === '';
    if (labels.includes(at)) {
      told.set(at, 'annexLabel');
      needsTitle = true;
    } else if (isBlank) told.set(at, 'blank');
    else {
      told.set(at, needsTitle ? 'annexTitle' : 'annex');
      needsTitle = false;
    }
  }
  return begin;
}

function isSigner({ paragraph, text }: Line): boolean {
  const words = text.trim();
  if (paragraph.styleId === 'Signature') return true;
  if (paragraph.styleName === 'title' || paragraph.outlineLevel !== null) return false;
  if (words === '' || words.length > LONGEST_SIGNATURE || readLabel(words)) return false;
  if (/[。；：:，、]/u.test(words) || words.startsWith('附件')) return false;
  const { align, indent } = paragraph;
  const isMoved = align === 'right' || align === 'center' || indent.left + indent.first > 1200;
  const isSpaced = /^[\s\u3000]{4,}/u.test(text);
  return (
    isMoved || isSpaced || /(?:政府|办事处|委员会|党委|党工委|局|所|办公室|领导小组)$/u.test(words)
  );
}

/** 附注, date and signature from the end upwards. Gives the index where they begin. */
function tellSignature(lines: readonly Line[], end: number, told: Told): number {
  let at = end - 1;
  const skipBlank = () => {
    while (at >= 0 && ((lines[at]?.text.trim() ?? '') === '' || told.get(at) === 'cell')) {
      if (told.get(at) === 'cell') return;
      at -= 1;
    }
  };
  const words = () => lines[at]?.text.trim() ?? '';
  skipBlank();
  const note = at;
  const isNote =
    /^[（(][^）)]*[）)]$/u.test(words()) || lines[at]?.paragraph.styleId === 'ClosingNote';
  if (isNote && words().length <= 60 && !readLabel(words())) {
    at -= 1;
    skipBlank();
  }
  const isDate = loneDate.test(words()) || lines[at]?.paragraph.styleId === 'Date';
  if (isDate) told.set(at, 'date');
  const isStyledNote = lines[note]?.paragraph.styleId === 'ClosingNote';
  if (note !== at && (isDate || isStyledNote)) told.set(note, 'note');
  if (!isDate && lines[at]?.paragraph.styleId !== 'Signature') return isStyledNote ? note : end;
  let begin = isDate ? at : at + 1;
  if (isDate) at -= 1;
  skipBlank();
  for (let count = 0; count < MOST_SIGNERS && at >= 0; count += 1, at -= 1) {
    const line = lines[at];
    if (!line || told.has(at) || !isSigner(line)) break;
    told.set(at, 'signature');
    begin = at;
  }
  return begin;
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

import { readLabel } from './labels.ts';
import { largest } from './largest.ts';
import { sizeOf, visibleRuns } from './piece.ts';
import type { Line, Told } from './roles.ts';

/** A title stands among the first lines. */
const FRONT_LINES = 40;
/** Twenty joint issuers and sixty who signed stand above a title too. */
const MOST_FRONT_LINES = 240;
const LONGEST_ADDRESSEE = 120;

/** 青政〔2026〕12号, in whatever brackets. */
export const numberPattern =
  /[\p{Script=Han}a-z]{1,15}\s*[〔[【［（(﹝]\s*\d{4}\s*[〕\]】］）)﹞]\s*第?\s*\d+\s*号/iu;

/** Whether six hex digits are a red. */
export function isRed(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  return red >= 0xb0 && green <= 0x50 && blue <= 0x50;
}

/** Red and large, or red and called 文件. */
function isMark(line: Line): boolean {
  if (line.paragraph.styleId === 'IssuerMark') return line.text.trim() !== '';
  const red = visibleRuns(line.paragraph).some((run) => run.text.trim() && isRed(run.color));
  return red && (sizeOf(line.paragraph) >= 20 || line.text.trim().endsWith('文件'));
}

/** What stands above the title, each by its own form. */
function tellHead(line: Line, index: number, told: Told): boolean {
  const text = line.text.trim();
  const role = (() => {
    switch (line.paragraph.styleId) {
      case 'CopyNumber':
        return 'copyNumber';
      case 'Secrecy':
        return 'secrecy';
      case 'Urgency':
        return 'urgency';
      case 'IssuerMark':
        return 'mark';
      case 'DocumentNumber':
        // a style of this name may be anybody's
        if (text.length <= 120 && !/[。；]/u.test(text)) return 'number';
        break;
      default:
    }
    if (/^\d{6}$/u.test(text)) return 'copyNumber';
    if (/^(?:绝密|机密|秘密)(?:★|$)/u.test(text)) return 'secrecy';
    if (/^(?:特急|加急|平急|特提)$/u.test(text)) return 'urgency';
    if (numberPattern.test(text) && text.length <= 80 && !/。/u.test(text)) return 'number';
    if (/^签发人[：:]/u.test(text)) return 'signers';
    return isMark(line) ? 'mark' : null;
  })();
  if (role === null) return false;
  told.set(index, role);
  return true;
}

function isTitleLike(line: Line): boolean {
  const { paragraph, text } = line;
  const words = text.trim();
  if (words === '' || words.length > 120 || /[。；：:]$/u.test(words)) return false;
  if (readLabel(words)) return false;
  return paragraph.styleName === 'title' || paragraph.align === 'center';
}

/** The lines that a title stands in: the first few, and as many more as stand above one that says it is one. */
function frontOf(lines: readonly Line[]): readonly Line[] {
  const most = lines.slice(0, MOST_FRONT_LINES);
  const title = most.findIndex(({ paragraph }) => paragraph.styleName === 'title');
  const isAboveText = !most.slice(0, Math.max(0, title)).some(({ text }) => text.includes('。'));
  return lines.slice(0, isAboveText ? Math.max(FRONT_LINES, title + 1) : FRONT_LINES);
}

/** Index of the title's first line among the candidates; null for none. */
function findTitle(lines: readonly Line[], told: Told): number | null {
  const front = frontOf(lines);
  const isFree = (index: number) => !told.has(index);
  const styled = front.findIndex((line, at) => isFree(at) && line.paragraph.styleName === 'title');
  if (styled >= 0) return styled;
  const candidates = front
    .map((line, at) => ({ line, at }))
    .filter(({ line, at }) => isFree(at) && isTitleLike(line));
  const size = largest(candidates.map(({ line }) => sizeOf(line.paragraph)));
  const centred = candidates.find(({ line }) => sizeOf(line.paragraph) === size);
  const stop = front.findIndex((line, at) => isFree(at) && /[。]/u.test(line.text));
  if (centred && (stop < 0 || centred.at < stop)) return centred.at;
  const plain = front.findIndex((line, at) => isFree(at) && line.text.trim() !== '');
  const words = front[plain]?.text.trim() ?? '';
  const isTitle = /(?:报告|总结|情况|汇报|说明|意见|通知)$/u.test(words) && words.length <= 60;
  return isTitle && !readLabel(words) ? plain : null;
}

/** Title lines follow one another in one look; a blank line ends them. */
function tellTitle(lines: readonly Line[], first: number, told: Told): number {
  const head = lines[first];
  let at = first;
  if (!head) return at;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || told.has(at) || line.text.trim() === '') break;
    const isAlike =
      line.paragraph.styleId === head.paragraph.styleId &&
      line.paragraph.align === head.paragraph.align &&
      Math.abs(sizeOf(line.paragraph) - sizeOf(head.paragraph)) < 0.5;
    if (at > first && !(isAlike && isTitleLike(line))) break;
    told.set(at, 'title');
    at += 1;
  }
  return at;
}

function isAddressee({ paragraph, text }: Line): boolean {
  const words = text.trim();
  if (paragraph.styleId === 'Addressee') return true;
  return (
    /[：:]$/u.test(words) &&
    words.length <= LONGEST_ADDRESSEE &&
    !/。/u.test(words) &&
    !readLabel(words) &&
    /(?:政府|委|局|办|院|部|厅|会|中心|单位|机关|领导|街道|镇|乡)[^，。]{0,4}[：:]$/u.test(words)
  );
}

/** Addressee and the heading of the preamble, which stand between title and first part. */
function tellOpening(lines: readonly Line[], from: number, told: Told): void {
  let isFirst = true;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || told.has(at)) continue;
    const words = line.text.trim();
    if (words === '') continue;
    if (readLabel(words)) return;
    const { styleId, align } = line.paragraph;
    if (isFirst && isAddressee(line)) told.set(at, 'addressee');
    else if (styleId === 'PreambleHeading' || (align === 'center' && words.length <= 12)) {
      told.set(at, 'preambleHeading');
    } else if (/。/u.test(words)) return;
    isFirst = false;
  }
}

/** Tells red head, title, addressee and the heading of the preamble. */
export function tellFront(lines: readonly Line[], told: Told): void {
  for (const [index, line] of frontOf(lines).entries()) {
    if (told.has(index)) continue;
    if (readLabel(line.text) || line.paragraph.styleName === 'title') break;
    if (/。/u.test(line.text)) break;
    tellHead(line, index, told);
  }
  const title = findTitle(lines, told);
  tellOpening(lines, title === null ? 0 : tellTitle(lines, title, told), told);
}

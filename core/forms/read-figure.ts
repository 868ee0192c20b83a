import { parseChineseMeasure } from '../figures/index.ts';

/** What stands in a figure's cell. `extra` are its words besides the number and its unit. */
export type FigureCell =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly extra: string;
      /** `approximate`: 约, 余, 多. `none`: 无, taken for 0. `unit`: another unit stands behind it. */
      readonly doubt: 'approximate' | 'none' | 'unit' | null;
      /** The unit that stands behind it, where it is another one. */
      readonly unit: string;
    }
  | { readonly kind: 'unreadable' };

const noneWords = /^(?:无|没有|未发生|没有发生|无此项|零)[。.]?$/u;
const approximateBefore =
  /^(?:全年|本年度?|今年|大约|大概|约|近|将近|超过|超|不少于|至少|达到|达|共计|共|合计|累计)+/u;
const vague = /约|概|近|超|少/u;
const number = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/u;
const chinese = /^[〇零一二两三四五六七八九十百千万亿]+/u;
const percent = /^百分之([〇零一二两三四五六七八九十百点\d.]+)/u;
const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

interface Head {
  readonly value: number;
  readonly rest: string;
}

function readPlain(text: string): Head | null {
  const digits = number.exec(text)?.[0];
  if (digits !== undefined) {
    return { value: Number(digits.replaceAll(',', '')), rest: text.slice(digits.length) };
  }
  const letters = chinese.exec(text)?.[0] ?? '';
  const value = letters === '' ? null : readChinese(letters);
  return value === null ? null : { value, rest: text.slice(letters.length) };
}

function readChinese(letters: string): number | null {
  return /^[〇零]$/u.test(letters) ? 0 : parseChineseMeasure(letters);
}

/** 百分之八十五, where a share is asked for. */
function readShare(text: string, unit: string): Head | null {
  const found = unit === '%' ? percent.exec(text) : null;
  const head = found?.[1] === undefined ? null : readPlain(found[1]);
  return found && head?.rest === ''
    ? { value: head.value, rest: text.slice(found[0].length) }
    : null;
}

/** 1.2万 is 12000, but 1.2 where the figure is asked for in 万元. */
function applyScale({ value, rest }: Head, unit: string): Head {
  const scale = scales[rest.slice(0, 1)];
  if (scale === undefined || (unit !== '' && rest.startsWith(unit))) return { value, rest };
  const given = Math.round(value * scale * 1e6) / 1e6;
  const asked = unit.length > 1 ? scales[unit.slice(0, 1)] : undefined;
  // 3亿元 where 万元 is asked for
  return asked === undefined
    ? { value: given, rest: rest.slice(1) }
    : { value: given / asked, rest: unit.slice(0, 1) + rest.slice(1) };
}

/** The words behind a number, without its own unit, and the unit that stands there instead. */
function splitUnit(rest: string, unit: string): { readonly extra: string; readonly other: string } {
  if (unit !== '' && rest.startsWith(unit)) return { extra: rest.slice(unit.length), other: '' };
  const other = /^[^\d（(，,。.；;：:、\s]{1,6}/u.exec(rest)?.[0] ?? '';
  return other === '' || unit === '' ? { extra: rest, other: '' } : { extra: rest, other };
}

/** A second number that no bracket holds makes it doubtful which was meant. */
function namesAnother(rest: string): boolean {
  const open = rest
    .replace(/[（(][^（()）]*[)）]/gu, '')
    .replace(/[，,；;、]?(?:其中|同比|较上|比上).*/u, '');
  return (
    /\d|[一二两三四五六七八九十百]{1,4}[件次人个起场]/u.test(open) || /^[-—~～至到/]/u.test(rest)
  );
}

/** Signs that would melt into the number: the ② of a note, the ² of m², ½. */
const meltingSign = /\p{No}/u;

/** Two numbers that only a blank or a line parts. */
const partedByBlank = /\d[\s\u200b-\u200f\ufeff]+\d/u;

/**
 * Reads what an office wrote where a number was asked for: 12, １２, 1,234, 十二, 约 12 件, 1.2万,
 * 12（其中…）, 85％, 无. Two numbers, a range, words alone and a number too long to be kept digit by
 * digit are unreadable. Blank is `empty`.
 */
export function readFigure(cell: string, unit: string): FigureCell {
  const text = cell
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
    .replace(/(?<!\d),|,(?!\d)/gu, '，')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
  if (text === '') return { kind: 'empty' };
  if (meltingSign.test(cell) || partedByBlank.test(cell.normalize('NFKC'))) {
    return { kind: 'unreadable' };
  }
  if (noneWords.test(text)) {
    const doubt = text.startsWith('零') ? null : 'none';
    return { kind: 'value', value: 0, extra: doubt === null ? '' : text, doubt, unit: '' };
  }
  const asked = unit.normalize('NFKC');
  const before = approximateBefore.exec(text)?.[0] ?? '';
  const bare = text.slice(before.length);
  const head = readShare(bare, asked) ?? readPlain(bare);
  if (!head) return { kind: 'unreadable' };
  return finish(head, asked, before);
}

/** Too large to be kept digit by digit, or only part of a number: 3千, 八成, 一半. */
function isUncertain({ value, rest }: Head): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER || /^[百千成半]/u.test(rest);
}

function finish(head: Head, unit: string, before: string): FigureCell {
  const vagueBehind = /^(?:多|余|来|几|左右|上下)/u.exec(head.rest)?.[0] ?? '';
  const scaled = applyScale({ ...head, rest: head.rest.slice(vagueBehind.length) }, unit);
  const { extra, other } = splitUnit(scaled.rest, unit);
  if (namesAnother(extra) || isUncertain(scaled)) return { kind: 'unreadable' };
  const isVague = vagueBehind !== '' || vague.test(before) || /^(?:左右|上下|以上)/u.test(extra);
  const { value } = scaled;
  if (isVague) return { kind: 'value', value, extra, doubt: 'approximate', unit: '' };
  const isNote = /^(?:[，,。.；;：:、]|其中|同比|较上|比上|含|包括)/u.test(extra);
  if (other !== '' && !isNote) return { kind: 'value', value, extra, doubt: 'unit', unit: other };
  return { kind: 'value', value, extra, doubt: null, unit: '' };
}

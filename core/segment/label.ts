import {
  type HeadingLabel,
  type LabelStyle,
  parseChineseNumber,
  parseHeadingLabel,
} from '../numbering/index.ts';

/** How a line's number was written: as the standard numbers headings, or 第一部分 in words. */
export type LineStyle = LabelStyle | 'part-word';

/** A line's number. */
export interface LineLabel extends Omit<HeadingLabel, 'style'> {
  readonly style: LineStyle;
}

const partWord = /^第\s*([一二三四五六七八九十]{1,3})\s*部分[\s\u3000]*[:：、]?[\s\u3000]*/u;

/** Reads the number in front of `text`, which must not begin with blanks. Null when there is none. */
export function readLabel(text: string): LineLabel | null {
  const match = partWord.exec(text);
  const ordinal = match?.[1] ? parseChineseNumber(match[1]) : null;
  if (match && ordinal !== null) {
    return { style: 'part-word', ordinal, raw: match[0], regular: false };
  }
  return parseHeadingLabel(text);
}

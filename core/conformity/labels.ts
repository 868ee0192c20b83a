import { type HeadingLevel, parseHeadingLabel } from '../numbering/index.ts';

/** What stands before a heading, read off its first characters. */
export interface Label {
  readonly level: HeadingLevel;
  /** As written: `（一）`. */
  readonly written: string;
  readonly ordinal: number;
  /** Whether it is written as the standard writes it. */
  readonly isRight: boolean;
}

const levels = {
  'chinese-comma': 1,
  'chinese-bracket': 2,
  'arabic-point': 3,
  'arabic-bracket': 4,
  circled: null,
} as const;

/** Reads the number of a heading that a paragraph begins with; null where it begins with none. */
export function readLabel(text: string): Label | null {
  const label = parseHeadingLabel(text.trimStart());
  const level = label && levels[label.style];
  if (!level) return null;
  const written = label.raw.trimEnd();
  return {
    level,
    written,
    ordinal: label.ordinal,
    isRight: label.regular || /^\d+．$/u.test(written),
  };
}

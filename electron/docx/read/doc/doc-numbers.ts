import { createNumberPrinter, type List } from '../docx/numbering.ts';
import { type DocParagraph, inherit, type ParagraphKeys } from './paragraph-keys.ts';

/** What stands before the words of a paragraph, and how high a heading it is. */
export interface DocHead {
  readonly label: string;
  readonly outlineLevel: number | null;
  readonly align: DocParagraph['align'];
  /** It has a number that could not be worked out. */
  readonly isLost: boolean;
}

/** Gives the heads of paragraphs in the order in which they are asked; asking counts the number. */
export interface DocNumbers {
  readonly next: (paragraphKey: number) => DocHead;
}

/** Lives while one document is read. */
export function createDocNumbers(
  keys: ParagraphKeys,
  lists: ReadonlyMap<string, List>,
  styles: (style: number) => DocParagraph,
): DocNumbers {
  const printer = createNumberPrinter(lists);
  return {
    next: (key) => {
      const own = keys.paragraphOf(key);
      const { list, listLevel, outlineLevel, align } = inherit(own, styles(own.style));
      const level = outlineLevel || null;
      // 0x7ff and above take a paragraph out of its style's list.
      if (list === null || list === 0 || list >= 0x7ff) {
        return { label: '', outlineLevel: level, align, isLost: false };
      }
      const label = printer.next(String(list), listLevel ?? 0, null);
      return { label, outlineLevel: level, align, isLost: !lists.has(String(list)) };
    },
  };
}

import { type FieldKind, fieldKind } from '../field-code.ts';
import { formatListNumber } from './number-format.ts';

interface OpenField {
  code: string;
  kind: FieldKind;
  /** Before its separator: words here are the instruction's, not the document's. */
  inCode: boolean;
}

/** The fields that are open at one place of the document; they may span paragraphs. */
export interface FieldStack {
  /** Handles `w:fldChar` of that type; gives the words a field prints that keeps no result. */
  readonly mark: (type: string | null) => string;
  readonly addCode: (text: string) => void;
  readonly isInCode: () => boolean;
  /** Whether words here are the result of a table of contents. */
  readonly isInContents: () => boolean;
  /** An instruction never goes past its paragraph; one that does has lost its end, and must not swallow words. */
  readonly endParagraph: () => void;
}

/** `EQ \o\ac(○,5)`, the encircled number of old papers, prints without a result. */
function printEquation(code: string): string {
  const sign = /eq\s*\\o\s*\\ac\s*\([^,，]*[,，]\s*(\S+?)\s*\)/iu.exec(code)?.[1];
  if (!sign) return '';
  const value = /^\d{1,2}$/u.test(sign) ? Number(sign) : Number.NaN;
  return value >= 1 && value <= 20
    ? formatListNumber('decimalEnclosedCircle', value)
    : `（${sign}）`;
}

/** Word allows some twenty; more are begun without being ended. */
const deepest = 64;
/** An instruction that is looked into is short; a long one is only skipped. */
const longestCode = 200;

/** The number of a page stands for itself only in print: its result counts as instruction. */
function endCode(field: OpenField): void {
  field.kind = fieldKind(field.code);
  field.inCode = field.kind === 'page';
}

/** Lives while one document is read. */
export function createFieldStack(): FieldStack {
  const open: OpenField[] = [];
  return {
    mark: (type) => {
      if (type === 'begin') open.push({ code: '', kind: 'words', inCode: true });
      if (open.length > deepest) open.shift();
      const current = open.at(-1);
      if (type === 'separate' && current) endCode(current);
      if (type !== 'end') return '';
      const ended = open.pop();
      return ended?.inCode && ended.kind === 'words' ? printEquation(ended.code) : '';
    },
    addCode: (text) => {
      const current = open.at(-1);
      if (current?.inCode && current.code.length < longestCode)
        current.code += text.slice(0, longestCode);
    },
    isInCode: () => open.some((field) => field.inCode),
    isInContents: () => open.some((field) => field.kind === 'contents'),
    endParagraph: () => {
      for (const field of open) field.inCode = false;
    },
  };
}

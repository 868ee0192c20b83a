import type { FormMark } from './sheet.ts';

/** What the marks of our forms begin with. */
const prefix = 'nb';

const letters = {
  question: 'q',
  answer: 'a',
  figure: 'f',
  department: 'd',
  year: 'y',
  last: 'l',
  note: 'n',
} as const;

/** Word keeps no tag of a content control that is longer. */
const longestTag = 64;

function bodyOf(mark: FormMark): readonly string[] {
  switch (mark.kind) {
    case 'year':
      return [String(mark.year)];
    case 'last':
    case 'note':
      return [mark.id, mark.printed];
    default:
      return [mark.id];
  }
}

/** A mark as a tag: `nb:q:2021-13`; null for one too long to be kept, which is then found by its words. */
export function formatMark(mark: FormMark): string | null {
  const tag = [prefix, letters[mark.kind], ...bodyOf(mark)].join(':');
  return tag.length <= longestTag ? tag : null;
}

/** The mark of a tag: the inverse of {@link formatMark}; null for any other tag. */
export function parseMark(tag: string): FormMark | null {
  const [head, letter, id = '', ...rest] = tag.split(':');
  const printed = rest.join(':');
  if (head !== prefix || id === '') return null;
  switch (letter) {
    case letters.question:
      return { kind: 'question', id };
    case letters.answer:
      return { kind: 'answer', id };
    case letters.figure:
      return { kind: 'figure', id };
    case letters.department:
      return { kind: 'department', id };
    case letters.last:
      return { kind: 'last', id, printed };
    case letters.note:
      return id === 'returnBy' || id === 'contact' ? { kind: 'note', id, printed } : null;
    case letters.year:
      return /^\d{4}$/u.test(id) ? { kind: 'year', year: Number(id) } : null;
    default:
      return null;
  }
}

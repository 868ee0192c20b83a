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
    case 'question':
    case 'answer':
    case 'figure':
    case 'department':
      return [mark.id];
  }
}

/** A mark as a tag: `nb:q:2021-13`; null for one too long to be kept, which is then found by its words. */
export function formatMark(mark: FormMark): string | null {
  const tag = [prefix, letters[mark.kind], ...bodyOf(mark)].join(':');
  return tag.length <= longestTag ? tag : null;
}

const kinds = new Map<string, string>(Object.entries(letters).map(([kind, letter]) => [letter, kind]));

/** The mark of a tag: the inverse of {@link formatMark}; null for any other tag. */
export function parseMark(tag: string): FormMark | null {
  const [head, letter = '', id = '', ...rest] = tag.split(':');
  const kind = kinds.get(letter);
  if (head !== prefix || id === '' || kind === undefined) return null;
  const printed = rest.join(':');
  if (kind === 'year') return /^\d{4}$/u.test(id) ? { kind, year: Number(id) } : null;
  if (kind === 'last') return { kind, id, printed };
  if (kind !== 'note') return { kind: kind as 'question' | 'answer' | 'figure' | 'department', id };
  return id === 'returnBy' || id === 'contact' ? { kind, id, printed } : null;
}

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

const kinds = new Map<string, string>(
  Object.entries(letters).map(([kind, letter]) => [letter, kind]),
);

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

/** Longest name of a bookmark, and what its name may hold besides letters of our ids. */
const longestBookmark = 40;

/**
 * A mark as the name of a bookmark, which outlives programs that drop content controls:
 * `nb_q_2021_13`; null for one that no name can hold. Ids have hyphens only, and get them back.
 */
export function formatBookmark(mark: FormMark): string | null {
  if (mark.kind === 'last' || mark.kind === 'note') return null;
  const name = [prefix, letters[mark.kind], ...bodyOf(mark)].join('_').replaceAll('-', '_');
  return name.length <= longestBookmark && /^\w+$/u.test(name) ? name : null;
}

/** The tag of a bookmark's name, for {@link parseMark}; null for a bookmark of somebody else. */
export function bookmarkToTag(name: string): string | null {
  const [head, letter = '', ...id] = name.split('_');
  if (head !== prefix || !kinds.has(letter)) return null;
  return [prefix, letter, id.join('-')].join(':');
}

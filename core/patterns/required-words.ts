/** Words of which a text must hold at least one. */
export type AnyOf = readonly string[];

/**
 * What any match of a pattern cannot do without: for one of the alternatives, a word of each of its
 * lists. Null where the pattern does not tell. Most sentences speak of nothing a checklist asks, and
 * looking for words tells so much sooner than trying every pattern.
 */
export type Required = readonly (readonly AnyOf[])[] | null;

/** What a sequence asks of a text, and how far the reading got. */
interface Reading {
  readonly lists: readonly AnyOf[];
  readonly end: number;
}

/** The same of several sequences that stand for one another. */
interface Alternatives {
  readonly all: readonly Reading[];
  readonly end: number;
}

interface Atom {
  /** Just this letter, when it is one. */
  readonly letter: string | null;
  /** One of these must stand there; null where anything may. */
  readonly words: AnyOf | null;
  readonly end: number;
}

/** More words than these cost more to look for than they save. */
const mostWords = 48;

/** The list that tells most: of longer words, which are rarer, and of fewer. */
function chooseList(lists: readonly AnyOf[]): AnyOf | null {
  const shortest = (words: AnyOf) => Math.min(2, ...words.map(({ length }) => length));
  const [best] = lists.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length);
  return best ?? null;
}

/** A group as one list: the best of each of its alternatives. */
function unite({ all }: Alternatives): AnyOf | null {
  const words = new Set<string>();
  for (const { lists } of all) {
    const best = chooseList(lists);
    if (!best) return null;
    for (const word of best) words.add(word);
  }
  return words.size <= mostWords ? [...words] : null;
}

/** How often the piece before `at` stands: false when it may be absent. */
function readQuantifier(
  source: string,
  at: number,
): { readonly isNeeded: boolean; readonly isOnce: boolean; readonly end: number } {
  const match = /^(?:([?*])|(\+)|\{(\d+)(?:,\d*)?\})\??/u.exec(source.slice(at, at + 16));
  if (!match) return { isNeeded: true, isOnce: true, end: at };
  const isNeeded = match[1] === undefined && match[3] !== '0';
  return { isNeeded, isOnce: false, end: at + match[0].length };
}

function readClass(source: string, start: number): Atom | null {
  const match = /^\[(\^?)((?:\\.|[^\]\\])*)\]/u.exec(source.slice(start));
  if (!match) return null;
  const inner = match[2] ?? '';
  const isPlain = match[1] === '' && !/[\\-]/u.test(inner) && inner.length <= mostWords;
  return { letter: null, words: isPlain ? [...inner] : null, end: start + match[0].length };
}

const digits: AnyOf = [...'0123456789'];

function readEscape(source: string, start: number): Atom | null {
  if (source[start + 1] === 'd') return { letter: null, words: digits, end: start + 2 };
  const set = /^\\(?:[pP]\{[^}]*\}|[dDsSwWbB])/u.exec(source.slice(start));
  if (set) return { letter: null, words: null, end: start + set[0].length };
  const sign = source[start + 1] ?? '';
  // numbers and letters refer to groups or stand for signs: not worth reading
  if (sign === '' || /[\p{L}\p{N}]/u.test(sign)) return null;
  return { letter: sign, words: null, end: start + 2 };
}

function readGroup(source: string, start: number): Atom | null {
  const opening = /^\((?:\?(?::|=|!|<=|<!))?/u.exec(source.slice(start))?.[0] ?? '(';
  if (source.startsWith('(?', start) && opening === '(') return null;
  const inner = readAlternatives(source, start + opening.length);
  if (!inner || source[inner.end] !== ')') return null;
  const isTold = opening === '(' || opening === '(?:';
  return { letter: null, words: isTold ? unite(inner) : null, end: inner.end + 1 };
}

function readAtom(source: string, at: number): Atom | null {
  const sign = source[at] ?? '';
  // half of a letter outside the first plane: a quantifier behind it would mean both halves
  if (/[\ud800-\udfff]/.test(sign)) return null;
  if (sign === '(') return readGroup(source, at);
  if (sign === '[') return readClass(source, at);
  if (sign === '\\') return readEscape(source, at);
  if (sign === '.' || sign === '^' || sign === '$')
    return { letter: null, words: null, end: at + 1 };
  return { letter: sign, words: null, end: at + 1 };
}

function readSequence(source: string, start: number): Reading | null {
  const lists: AnyOf[] = [];
  let run = '';
  let at = start;
  const closeRun = () => {
    if (run !== '') lists.push([run]);
    run = '';
  };
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = readAtom(source, at);
    if (!atom) return null;
    const { isNeeded, isOnce, end } = readQuantifier(source, atom.end);
    if (atom.letter !== null && isNeeded) run += atom.letter;
    if (atom.letter === null || !isOnce) closeRun();
    if (atom.words && isNeeded) lists.push(atom.words);
    at = end;
  }
  closeRun();
  return { lists, end: at };
}

function readAlternatives(source: string, start: number): Alternatives | null {
  const all: Reading[] = [];
  let at = start;
  for (;;) {
    const reading = readSequence(source, at);
    if (!reading) return null;
    all.push(reading);
    at = reading.end;
    if (source[at] !== '|') return { all, end: at };
    at += 1;
  }
}

/**
 * Reads the words a pattern cannot do without from its source.
 * @param source of a regular expression with the flag u alone
 */
export function readRequiredWords(source: string): Required {
  const read = readAlternatives(source, 0);
  if (!read || read.end !== source.length) return null;
  const clauses = read.all.map(({ lists }) => lists);
  return clauses.every((lists) => lists.length > 0) ? clauses : null;
}

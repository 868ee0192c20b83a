/**
 * How a piece of a file departs from what a pack may hold. `missing`: it is not there. `unknown`: a
 * key there is none of. `doubled`: a key written twice. `type`, `size`, `format`, `value`: of another
 * type, too little or too much, written in a way or with a value that is not allowed. `kind`: a kind
 * of pack that is unknown. `pattern`: no regular expression; `slow`: one that may run away; `heavy`:
 * all of a pack together take too long, and this one takes most; `anything`: one that every text matches.
 * `repeated`: an id that stands twice. `taken`: an id that another pack has. `nowhere`: it names
 * something there is none of. `place`: a {…} place that nothing fills. `unsaid`: a title that leaves out
 * a place it must have. `figure`: the id of a figure that has another name or unit elsewhere. `order`: an
 * end before its beginning.
 */
export type PackMisfit =
  | 'missing'
  | 'unknown'
  | 'doubled'
  | 'type'
  | 'size'
  | 'format'
  | 'value'
  | 'kind'
  | 'pattern'
  | 'slow'
  | 'heavy'
  | 'anything'
  | 'repeated'
  | 'taken'
  | 'nowhere'
  | 'place'
  | 'unsaid'
  | 'figure'
  | 'order';

/** The entry of a list that a piece belongs to: `list` is the list's key, `label` how people know the entry. */
export interface PackThing {
  readonly list: string;
  readonly label: string;
}

/** A piece of a pack file that is not as it should be. */
export interface PackMisfitFault {
  readonly kind: 'not-a-pack';
  readonly name: string;
  /** Line of the file, from 1; of the whole entry where the piece is missing; null where not known. */
  readonly line: number | null;
  /** `parts.3.heading`, empty for the whole. */
  readonly path: string;
  readonly misfit: PackMisfit;
  readonly thing: PackThing | null;
  /** The key concerned; null for the whole or an entry as such. */
  readonly key: string | null;
  /** What stands there, shortened; empty where it says nothing. */
  readonly given: string;
  /** What may stand there, or where else it stands, after `misfit`; may be empty. */
  readonly detail: string;
}

/** Why a pack file was not taken up. */
export type PackFault =
  | { readonly kind: 'unreadable'; readonly name: string }
  | {
      readonly kind: 'too-large';
      readonly name: string;
      readonly bytes: number;
      readonly limit: number;
    }
  /** Neither UTF-8 nor GBK nor UTF-16 with its mark. */
  | { readonly kind: 'encoding'; readonly name: string }
  /** `sign` is the letter that cannot stand on that line, behind a comma that is one too many; empty where not known. */
  | {
      readonly kind: 'not-json';
      readonly name: string;
      readonly line: number | null;
      readonly sign: string;
    }
  /** Written in a format of another version. */
  | {
      readonly kind: 'other-format';
      readonly name: string;
      readonly line: number | null;
      readonly found: number;
    }
  /** Another file before it holds the pack of this kind and id. */
  | { readonly kind: 'same-pack'; readonly name: string; readonly other: string }
  | PackMisfitFault
  /** So many faults were found besides. */
  | { readonly kind: 'more'; readonly name: string; readonly count: number };

/** At most this many faults of one file are told. */
export const mostPackFaults = 20;

/** A step into a JSON value. */
export type JsonStep = string | number;

/** A JSON text that was read: its value, and on which line a piece of it begins, from 1. */
export interface JsonReading {
  readonly value: unknown;
  readonly lineOf: (path: readonly JsonStep[]) => number | null;
  /** Keys that stand twice in one object. */
  readonly listDoubled: () => readonly (readonly JsonStep[])[];
}

/** A text that is no JSON. */
export interface JsonTrouble {
  readonly line: number | null;
  readonly sign: string;
}

/** Reads a JSON text. */
export type ReadJson = (json: string) => JsonReading | JsonTrouble;

/** Reads JSON without telling lines. */
export const readPlainJson: ReadJson = (json) => {
  try {
    return { value: JSON.parse(json) as unknown, lineOf: () => null, listDoubled: () => [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line: null, sign: '' };
  }
};

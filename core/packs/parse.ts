import { checkWithin, listBadPatterns } from './check-pack.ts';
import { checkReferences, type PackNotice } from './check-references.ts';
import {
  type JsonReading,
  mostPackFaults,
  type PackFault,
  type ReadJson,
  readPlainJson,
} from './fault.ts';
import { packFormat } from './fields.ts';
import { listSchemaMisfits, type Misfit, toFault } from './misfits.ts';
import { type Pack, packSchema } from './pack.ts';

/** Packs that were read, and those that were not. */
export interface PackLibrary {
  readonly packs: readonly Pack[];
  readonly faults: readonly PackFault[];
}

/** A pack file's name and text. */
export interface PackFile {
  readonly name: string;
  readonly json: string;
}

/** How closely a pack file is looked at. */
export interface PackExam {
  /** By default one that tells no lines. */
  readonly readJson?: ReadJson;
  /**
   * Given for a pack from elsewhere: the patterns that need no proof that they end. Keys that stand
   * twice are looked for too. A pack of the app's is proved by its tests.
   */
  readonly trusted?: ReadonlySet<string>;
  /** What the patterns of the other own packs weigh together, see `weighPack`; 0 when absent. */
  readonly spent?: number;
  /** The packs it is to stand beside, for what it names in them; not asked when absent. */
  readonly others?: readonly Pack[];
}

/** A pack, or every reason not to take its file up. */
export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack; readonly notices: readonly PackNotice[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** The version of the format a file says it is written in, where that is another than this program's. */
function otherFormat(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  const { format } = value;
  return typeof format === 'number' && format !== packFormat ? format : null;
}

/** Finding a line takes a look through the whole file: of more misfits than these, the first are told. */
const mostLookedUp = 200;

/** In the order of the file, as many as are told. */
function refuse(
  name: string,
  reading: JsonReading,
  misfits: readonly Misfit[],
): Extract<ParsedPack, { ok: false }> {
  const all = misfits
    .slice(0, mostLookedUp)
    .map((misfit) => toFault(name, reading, misfit))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const rest = misfits.length - mostPackFaults;
  const more: readonly PackFault[] = rest > 0 ? [{ kind: 'more', name, count: rest }] : [];
  return { ok: false, faults: [...all.slice(0, mostPackFaults), ...more] };
}

/**
 * Parses the text of one pack file. Everything that is wrong with it is told at once, in the order
 * of the file: first what is wrong with its shape, and only where that is right what it says.
 */
export function parsePack({ name, json }: PackFile, exam: PackExam = {}): ParsedPack {
  const { readJson = readPlainJson, trusted, others, spent = 0 } = exam;
  const reading = readJson(json);
  if (!('value' in reading)) return { ok: false, faults: [{ kind: 'not-json', name, ...reading }] };
  const found = otherFormat(reading.value);
  if (found !== null) {
    const line = reading.lineOf(['format']);
    return { ok: false, faults: [{ kind: 'other-format', name, line, found }] };
  }
  const doubled = (trusted ? reading.listDoubled() : []).map(
    (path): Misfit => ({ path, misfit: 'doubled' }),
  );
  const parsed = packSchema.safeParse(reading.value, { reportInput: true });
  if (!parsed.success) {
    return refuse(name, reading, [...doubled, ...listSchemaMisfits(parsed.error.issues)]);
  }
  const pack = parsed.data;
  const references = others ? checkReferences(pack, others) : { misfits: [], notices: [] };
  const patterns = trusted ? listBadPatterns(pack, trusted, spent) : [];
  const misfits = [...doubled, ...checkWithin(pack), ...patterns, ...references.misfits];
  if (misfits.length > 0) return refuse(name, reading, misfits);
  return { ok: true, pack, notices: references.notices };
}

/** Parses the JSON texts of pack files. A file that is no pack becomes faults; the others stand. */
export function parsePacks(files: readonly PackFile[], exam: PackExam = {}): PackLibrary {
  const parsed = files.map((file) => parsePack(file, exam));
  return {
    packs: parsed.flatMap((one) => (one.ok ? [one.pack] : [])),
    faults: parsed.flatMap((one) => (one.ok ? [] : one.faults)),
  };
}

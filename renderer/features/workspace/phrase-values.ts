import type { LedgerEntry } from '../../../core/materials/index.ts';
import { type AskedFigure, listBlanks } from '../../../core/packs/index.ts';

/** A blank that took a value of the ledger. */
export interface TakenValue {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Who gave it; empty for the unit as a whole. */
  readonly department: string;
}

/** A sentence with the ledger's values in its blanks. */
export interface FilledPhrase {
  readonly text: string;
  readonly taken: readonly TakenValue[];
  /** Figures that several offices gave: which counts, or whether they add up, a person must say. */
  readonly ambiguous: readonly string[];
}

/** The value that counts: the only one there is, or that of the unit as a whole. */
function chooseEntry(entries: readonly LedgerEntry[]): LedgerEntry | null {
  const whole = entries.find(({ department }) => department === '');
  return whole ?? (entries.length === 1 ? (entries[0] ?? null) : null);
}

/**
 * Fills the blanks of a sentence whose words are the name of one of its item's figures. Values of
 * several offices are neither added nor chosen between: the blank stays.
 * @param ledger the entries of the report's year
 */
export function fillFromLedger(
  phrase: string,
  figures: readonly AskedFigure[],
  ledger: readonly LedgerEntry[],
): FilledPhrase {
  const taken: TakenValue[] = [];
  const ambiguous: string[] = [];
  let text = '';
  let behind = 0;
  for (const { start, end, name } of listBlanks(phrase)) {
    const figure = figures.find((each) => each.name === name);
    const entries = ledger.filter(({ figureId }) => figureId === figure?.id);
    const entry = chooseEntry(entries);
    if (!figure || !entry) {
      if (entries.length > 1) ambiguous.push(name);
      continue;
    }
    const { value, department } = entry;
    taken.push({ name, value, unit: figure.unit, department });
    text += phrase.slice(behind, start) + String(value);
    behind = end;
  }
  return { text: text + phrase.slice(behind), taken, ambiguous };
}

/** What was taken from the ledger and what was not, in words; empty when there is nothing to say. */
export function describeTaken({ taken, ambiguous }: FilledPhrase): string {
  const values = taken.map(
    ({ name, value, unit, department }) =>
      `${name} ${value}${unit}${department === '' ? '' : `（${department}）`}`,
  );
  return [
    ...(values.length > 0 ? [`已从台账填入：${values.join('、')}`] : []),
    ...(ambiguous.length > 0 ? [`${ambiguous.join('、')}有几家报了数，请自己填`] : []),
  ].join('；');
}

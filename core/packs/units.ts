import type { Unit, UnitKind, UnitsPack } from './units-pack.ts';

/** What counts where no units pack is loaded. */
const plainUnit: Unit = { kind: 'town', name: '镇', names: [], words: {} };

/**
 * The kind of unit that issues a report, by its name; the first that any issuer's name tells. The
 * last of the packs is asked first, and its last unit stands for what no name tells. A `kind` the
 * writer named goes before any name; its last unit stands for what no name tells.
 */
export function chooseUnit(
  packs: readonly UnitsPack[],
  issuers: readonly string[],
  kind?: UnitKind,
): Unit {
  const all = packs.toReversed().flatMap((pack) => pack.units);
  const ofKind = all.filter((unit) => unit.kind === kind);
  const units = ofKind.length > 0 ? ofKind : all;
  const told = units.find(({ names }) =>
    names.some((source) => issuers.some((issuer) => new RegExp(source, 'u').test(issuer.trim()))),
  );
  return told ?? units.at(-1) ?? plainUnit;
}

/** True when something asked of `kinds` is asked of `kind`; of every kind where none are named. */
export function isOfUnit(kinds: readonly UnitKind[] | undefined, kind: UnitKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}

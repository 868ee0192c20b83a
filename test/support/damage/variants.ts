import { byteDamages, type Damage } from './damage-bytes.ts';
import { textDamages } from './damage-text.ts';
import { zipDamages } from './damage-zip.ts';
import { createDice } from './dice.ts';
import type { WholeFile } from './sources.ts';

/** A damaged file; the same `seed` gives the same damage of the same whole files. */
export interface Variant {
  readonly seed: number;
  readonly name: string;
  readonly damage: string;
  readonly bytes: Uint8Array;
}

function damagesFor({ kind }: WholeFile): readonly (readonly [string, Damage])[] {
  const bytes = Object.entries(byteDamages);
  if (kind === 'zip')
    return [...bytes, ...Object.entries(zipDamages), ...Object.entries(zipDamages)];
  if (kind === 'words')
    return [...bytes, ...Object.entries(textDamages), ...Object.entries(textDamages)];
  return bytes;
}

/** Damages one of the files; which and how is told by the seed. */
export function damageFile(files: readonly WholeFile[], seed: number): Variant {
  const dice = createDice(seed);
  const file = files[seed % files.length] ?? dice.pick(files);
  const [damage, apply] = dice.pick(damagesFor(file));
  return { seed, name: file.name, damage, bytes: apply(file.bytes, dice) };
}

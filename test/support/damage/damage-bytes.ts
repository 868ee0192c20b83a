import type { Dice } from './dice.ts';

/** One way of damaging bytes; gives new bytes. */
export type Damage = (bytes: Uint8Array, dice: Dice) => Uint8Array;

function change(bytes: Uint8Array, work: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  work(copy);
  return copy;
}

const join = (...pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));
const range = (bytes: Uint8Array, { roll }: Dice, most: number) => {
  const start = roll(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + roll(most))] as const;
};

/** A number somewhere in the bytes, of two or four bytes, made larger: lengths, counts and offsets. */
const doubleNumber: Damage = (bytes, { roll, pick }) =>
  change(bytes, (copy) => {
    const view = new DataView(copy.buffer);
    const size = pick([2, 4]);
    const at = roll(copy.length - size);
    if (at < 0 || copy.length < size) return;
    const top = size === 2 ? 0xffff : 0xffffffff;
    const read = size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    const value = pick([read * 2, read * 2, read + 1, top, top >>> 1, 0]);
    if (size === 2) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value >>> 0, true);
  });

/** Damage that any file can meet. */
export const byteDamages: Readonly<Record<string, Damage>> = {
  flips: (bytes, { roll }) =>
    change(bytes, (copy) => {
      for (let count = 1 + roll(20); count > 0; count -= 1) {
        const at = roll(copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << roll(8));
      }
    }),
  truncated: (bytes, { roll }) => bytes.slice(0, roll(bytes.length)),
  spliced: (bytes, dice) => {
    const [start, end] = range(bytes, dice, 2000);
    const at = dice.roll(bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(start, end), bytes.subarray(at));
  },
  removed: (bytes, dice) => {
    const [start, end] = range(bytes, dice, 500);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  zeroed: (bytes, dice) =>
    change(bytes, (copy) => {
      const [start, end] = range(copy, dice, 600);
      copy.fill(dice.pick([0, 0, 0xff, 0x41]), start, end);
    }),
  'longer numbers': doubleNumber,
  doubled: (bytes) => join(bytes, bytes),
};

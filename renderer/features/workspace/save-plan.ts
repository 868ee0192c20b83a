import type { Piece } from '../../../core/model/index.ts';

/** What one save must send: the pieces that differ, and the ids of all in their order. */
export interface SavePlan {
  readonly changed: readonly Piece[];
  readonly order: readonly string[];
}

/** True when two JSON values are the same. Parts that are the very same object cost nothing. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  if (keysOfA.length !== keysOfB.length || Array.isArray(a) !== Array.isArray(b)) return false;
  return keysOfA.every(
    (key) => Object.hasOwn(b, key) && isSameValue(Reflect.get(a, key), Reflect.get(b, key)),
  );
}

/** Compares a draft with what was last saved of it; null when there is nothing to save. */
export function planSave(saved: readonly Piece[], current: readonly Piece[]): SavePlan | null {
  const known = new Map(saved.map((piece) => [piece.id, piece]));
  const changed = current.filter((piece) => !isSameValue(known.get(piece.id), piece));
  const moved =
    saved.length !== current.length || current.some(({ id }, index) => saved[index]?.id !== id);
  if (changed.length === 0 && !moved) return null;
  return { changed, order: current.map(({ id }) => id) };
}

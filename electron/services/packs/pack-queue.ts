import type { LoadedPacks } from '../load-packs.ts';

const last = new WeakMap<Pick<LoadedPacks, 'reload'>, Promise<unknown>>();

/**
 * Runs what changes a library's own packs one after another: what an import is looked at against must
 * not change under it.
 */
export function queuePackWork<Value>(
  library: Pick<LoadedPacks, 'reload'>,
  work: () => Promise<Value>,
): Promise<Value> {
  const mine = (last.get(library) ?? Promise.resolve()).then(work, work);
  last.set(library, mine);
  return mine;
}

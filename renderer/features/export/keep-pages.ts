import type { Page } from '../../../core/paginate/index.ts';

/** Pages that did not change are those from before, so that they need not be drawn anew. */
export function keepPages(before: readonly Page[], now: readonly Page[]): readonly Page[] {
  const kept = now.map((page, index) => {
    const old = before[index];
    return old && JSON.stringify(old) === JSON.stringify(page) ? old : page;
  });
  const isSame =
    kept.length === before.length && kept.every((page, index) => page === before[index]);
  return isSame ? before : kept;
}

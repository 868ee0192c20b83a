import type { CheckItemResult } from '../api/index.ts';
import { measureLikeness, readLikeable } from '../compare/index.ts';
import { createMemory, type Memory } from '../memory/index.ts';
import type { ChecklistPack, OutlinePack } from '../packs/index.ts';
import type { Spot } from './spots.ts';

/**
 * The home most of the results have; the first of several. Null where none has one, or where it is
 * that of less than `least` of those that have one: then they do not belong together.
 */
function commonHome(results: readonly CheckItemResult[], least: number): string | null {
  const counts = new Map<string, number>();
  for (const { homeId } of results) {
    if (homeId !== null) counts.set(homeId, (counts.get(homeId) ?? 0) + 1);
  }
  let best: readonly [string, number] | null = null;
  for (const entry of counts) if (entry[1] > (best?.[1] ?? 0)) best = entry;
  const homed = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return best && best[1] >= homed * least ? best[0] : null;
}

function groupBy(
  results: readonly CheckItemResult[],
  keyOf: (result: CheckItemResult) => string | undefined,
  least: number,
): ReadonlyMap<string, string | null> {
  const groups = Map.groupBy(results, (result) => keyOf(result) ?? '');
  groups.delete('');
  return new Map([...groups].map(([key, group]) => [key, commonHome(group, least)]));
}

/** A chapter whose questions are spread over a report has no section of its own there. */
const leastOfChapter = 0.5;

/** Headings less like a chapter's title are not of that chapter. */
const leastLikeness = 0.5;
const chapterByHeading = new WeakMap<OutlinePack, Memory<number | null>>();
const maxKnownHeadings = 500;

function findChapter(outline: OutlinePack, heading: string): number | null {
  const words = readLikeable(heading);
  let best: { readonly ordinal: number; readonly likeness: number } | null = null;
  for (const { ordinal, title } of outline.chapters) {
    const likeness = measureLikeness(words, readLikeable(title));
    if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0)) best = { ordinal, likeness };
  }
  return best?.ordinal ?? null;
}

/** The sections of what was done that are headed as a chapter of the outline, by its ordinal. */
function listChapterHomes(
  outline: OutlinePack,
  spots: readonly Spot[],
): ReadonlyMap<string, string> {
  const known = chapterByHeading.get(outline) ?? createMemory<number | null>(maxKnownHeadings);
  chapterByHeading.set(outline, known);
  const homes = new Map<string, string>();
  for (const { id, kind, sectionId, heading } of spots) {
    if (kind !== 'achievements' || sectionId === null) continue;
    const chapter = known.get(heading, () => findChapter(outline, heading));
    if (chapter !== null && !homes.has(`${chapter}`)) homes.set(`${chapter}`, id);
  }
  return homes;
}

/**
 * A question that no section fits goes under the section headed as its chapter of the outline, else
 * where the other questions of its outline item belong, else where those of its chapter do: a report that has a section on 突发事件 has a place for every
 * question on them, in whatever words the section is headed.
 */
export function findOtherHomes(
  { outline, checklist }: { readonly outline: OutlinePack; readonly checklist: ChecklistPack },
  results: readonly CheckItemResult[],
  spots: readonly Spot[],
): readonly CheckItemResult[] {
  if (results.every(({ homeId }) => homeId !== null)) return results;
  const itemOf = new Map(checklist.items.map(({ id, outlineItem }) => [id, outlineItem ?? '']));
  const partOf = new Map(checklist.items.map(({ id, parts }) => [id, parts[0] ?? '']));
  const chapterOf = new Map(
    outline.chapters.flatMap(({ ordinal, items }) => items.map(({ id }) => [id, `${ordinal}`])),
  );
  // a question of another part says nothing of where in this part its like belongs
  const keyOf = (key: string | undefined, id: string) => key && `${partOf.get(id)} ${key}`;
  const itemKey = ({ itemId }: CheckItemResult) => keyOf(itemOf.get(itemId), itemId);
  const chapterKey = ({ itemId }: CheckItemResult) =>
    keyOf(chapterOf.get(itemOf.get(itemId) ?? ''), itemId);
  const byTitle = listChapterHomes(outline, spots);
  const ownChapter = ({ itemId }: CheckItemResult) =>
    partOf.get(itemId) === 'achievements' ? chapterOf.get(itemOf.get(itemId) ?? '') : undefined;
  const byItem = groupBy(results, itemKey, 0);
  const byChapter = groupBy(results, chapterKey, leastOfChapter);
  return results.map((result) => {
    if (result.homeId !== null) return result;
    const homeId =
      byTitle.get(ownChapter(result) ?? '') ??
      byItem.get(itemKey(result) ?? '') ??
      byChapter.get(chapterKey(result) ?? '') ??
      null;
    return homeId === null ? result : { ...result, homeId };
  });
}

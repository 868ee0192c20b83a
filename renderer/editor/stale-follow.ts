import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { StaleChip } from '../../core/stale/index.ts';
import { findChangedLines } from './changed-lines.ts';
import { type PlacedChip, placeChips } from './stale-places.ts';

/** Those whose line was taken away and put elsewhere, as when a section is moved. */
function findMoved(
  placed: readonly PlacedChip[],
  kept: readonly PlacedChip[],
  doc: Node,
): readonly PlacedChip[] {
  const [keys, spots] = [new Set(kept.map(({ chip }) => chip.key)), new Set<number>()];
  for (const { from } of kept) spots.add(from);
  const lost = placed.flatMap(({ chip }) => (keys.has(chip.key) ? [] : [chip]));
  return placeChips(doc, lost).filter(({ from }) => !spots.has(from));
}

/** The chips after an edit: those whose words are no longer what they were are gone. */
export function followEdit(placed: readonly PlacedChip[], tr: Transaction): readonly PlacedChip[] {
  const changed = findChangedLines(tr);
  const kept = placed.flatMap(({ chip, from, to }) => {
    const moved = { chip, from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) };
    if (moved.to - moved.from !== chip.text.length) return [];
    const isApart = !changed || moved.to < changed.from || moved.from > changed.to;
    return isApart || tr.doc.textBetween(moved.from, moved.to) === chip.text ? [moved] : [];
  });
  if (kept.length === placed.length) return kept;
  const moved = findMoved(placed, kept, tr.doc);
  return moved.length === 0 ? kept : [...kept, ...moved].toSorted((a, b) => a.from - b.from);
}

const saysSame = (a: StaleChip, b: StaleChip) =>
  a.start === b.start &&
  a.text === b.text &&
  a.why === b.why &&
  a.like === b.like &&
  a.place.partId === b.place.partId &&
  a.place.sectionId === b.place.sectionId &&
  a.place.quote === b.place.quote &&
  a.proposals.join() === b.proposals.join();

/** Chips that were found again stay the same objects, so that nothing is drawn anew for them. */
export function keepKnown(
  shown: readonly StaleChip[],
  placed: readonly PlacedChip[],
): readonly StaleChip[] {
  const known = new Map(placed.map(({ chip }) => [chip.key, chip]));
  return shown.map((chip) => {
    const before = known.get(chip.key);
    return before && saysSame(before, chip) ? before : chip;
  });
}

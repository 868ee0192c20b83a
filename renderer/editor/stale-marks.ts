import type { Node } from '@tiptap/pm/model';
import { Decoration, type DecorationSet } from '@tiptap/pm/view';
import type { PlacedChip } from './stale-places.ts';

/** The chip whose card is open. A new object each time that one is opened. */
export interface OpenChip {
  readonly key: string;
  /** Whether the card takes the focus, as when it was opened by a key. */
  readonly takesFocus: boolean;
}

interface MarkSpec {
  readonly key: string;
  readonly isOpen: boolean;
}

function mark({ chip, from, to }: PlacedChip, open: OpenChip | null): Decoration {
  const isOpen = chip.key === open?.key;
  const attrs = {
    class: isOpen ? 'stale-chip is-open' : 'stale-chip',
    role: 'mark',
    'aria-roledescription': '待更新',
  };
  return Decoration.inline(from, to, attrs, { key: chip.key, isOpen } satisfies MarkSpec);
}

const nameMark = (from: number, to: number, { key: chipKey, isOpen }: MarkSpec) =>
  `${from} ${to} ${isOpen} ${chipKey}`;

/** Brings marks to the chips; those that are right already are left alone. */
export function updateMarks(
  marks: DecorationSet,
  { placed, open }: { readonly placed: readonly PlacedChip[]; readonly open: OpenChip | null },
  doc: Node,
): DecorationSet {
  const wanted = new Map(
    placed.map((each) => {
      const isOpen = each.chip.key === open?.key;
      return [nameMark(each.from, each.to, { key: each.chip.key, isOpen }), each];
    }),
  );
  const outdated = marks
    .find()
    .filter(({ from, to, spec }) => !wanted.delete(nameMark(from, to, spec as MarkSpec)));
  const added = [...wanted.values()].map((each) => mark(each, open));
  return marks.remove(outdated).add(doc, added);
}

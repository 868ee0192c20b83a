import { closeHistory } from '@tiptap/pm/history';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { StaleChip } from '../../core/stale/index.ts';
import { followEdit, keepKnown } from './stale-follow.ts';
import { type OpenChip, updateMarks } from './stale-marks.ts';
import { type PlacedChip, placeChips } from './stale-places.ts';

/** The 待更新 chips of the page. */
export interface StaleState {
  readonly placed: readonly PlacedChip[];
  /** Of the same chips; the same array as long as none comes or goes. */
  readonly chips: readonly StaleChip[];
  readonly open: OpenChip | null;
}

interface Caret {
  readonly anchor: number;
  readonly head: number;
}

interface Stored extends StaleState {
  readonly marks: DecorationSet;
  /** True while an input method keeps the marks from following the chips. */
  readonly isBehind: boolean;
  /** Where the caret was before a card took the focus. */
  readonly origin: Caret | null;
}

/** What a transaction may say to the chips. */
interface StaleMeta {
  readonly show?: readonly StaleChip[];
  readonly remove?: ReadonlySet<string>;
  readonly open?: OpenChip | null;
  /** An answer was given on a card: the next one may open, and the caret still knows its way back. */
  readonly isAnswer?: true;
}

const key = new PluginKey<Stored>('stale');
const none: Stored = {
  placed: [],
  chips: [],
  open: null,
  marks: DecorationSet.empty,
  isBehind: false,
  origin: null,
};

function nextPlaced(tr: Transaction, { placed }: Stored, meta: StaleMeta | undefined) {
  if (meta?.show) return placeChips(tr.doc, keepKnown(meta.show, placed));
  const followed = tr.docChanged ? followEdit(placed, tr) : placed;
  return meta?.remove ? followed.filter(({ chip }) => !meta.remove?.has(chip.key)) : followed;
}

/** A card closes when its chip goes, and when the caret leaves it. */
function nextOpen(
  tr: Transaction,
  open: OpenChip | null,
  placed: readonly PlacedChip[],
): OpenChip | null {
  const its = open && placed.find(({ chip }) => chip.key === open.key);
  if (!its) return null;
  const { from, to } = tr.selection;
  const hasLeft = (tr.selectionSet || tr.docChanged) && (from < its.from || to > its.to);
  return hasLeft ? null : open;
}

function mapCaret(caret: Caret, tr: Transaction): Caret {
  return { anchor: tr.mapping.map(caret.anchor), head: tr.mapping.map(caret.head) };
}

function isSameChips(a: readonly PlacedChip[], b: readonly StaleChip[]): boolean {
  return a.length === b.length && a.every(({ chip }, index) => chip === b[index]);
}

/** Marks follow at once, but for an input method at work: nothing may touch the words it writes. */
function nextMarks(
  tr: Transaction,
  before: Stored,
  now: StaleState,
): Pick<Stored, 'marks' | 'isBehind'> {
  const isSame = now.chips === before.chips && now.open?.key === before.open?.key;
  const marks = tr.docChanged ? before.marks.map(tr.mapping, tr.doc) : before.marks;
  if (tr.getMeta('composition') !== undefined) {
    return { marks, isBehind: before.isBehind || !isSame };
  }
  return isSame && !before.isBehind
    ? { marks, isBehind: false }
    : { marks: updateMarks(marks, now, tr.doc), isBehind: false };
}

function apply(tr: Transaction, before: Stored, old: EditorState): Stored {
  const meta = tr.getMeta(key) as StaleMeta | undefined;
  if (!meta && before.placed.length === 0 && !before.isBehind) return before;
  const placed = nextPlaced(tr, before, meta);
  const chips = isSameChips(placed, before.chips) ? before.chips : placed.map(({ chip }) => chip);
  const open = nextOpen(tr, meta?.open === undefined ? before.open : meta.open, placed);
  const now = { placed, chips, open };
  const goesOn = open?.takesFocus === true || meta?.isAnswer === true;
  const origin = goesOn ? mapCaret(before.origin ?? old.selection, tr) : null;
  return { ...now, ...nextMarks(tr, before, now), origin };
}

/** The chips of a state. */
export function staleOf(state: EditorState): StaleState {
  return key.getState(state) ?? none;
}

/** The chip that a position lies in or at the edge of, if there is one. */
export function chipAt(state: EditorState, pos: number): PlacedChip | null {
  return staleOf(state).placed.find(({ from, to }) => from <= pos && pos <= to) ?? null;
}

/**
 * The next chip behind (`step` 1) or before (-1) the open one or the caret, around the ends of the
 * report; null when there is none. One that the caret stands in or before is the next.
 */
export function findNextChip(state: EditorState, step: 1 | -1): PlacedChip | null {
  const { placed, open } = staleOf(state);
  const its = placed.find(({ chip }) => chip.key === open?.key);
  const { from, to } = state.selection;
  if (step === -1) {
    const before = its?.from ?? from;
    return placed.findLast((each) => each.from < before) ?? placed.at(-1) ?? null;
  }
  const isNext = its
    ? (each: PlacedChip) => each.from > its.from
    : (each: PlacedChip) => (from === to ? each.to >= from : each.from >= to);
  return placed.find(isNext) ?? placed[0] ?? null;
}

const say = (tr: Transaction, meta: StaleMeta): Transaction =>
  tr.setMeta(key, meta).setMeta('addToHistory', false);

/** Shows these chips and no others. */
export function showChips(state: EditorState, chips: readonly StaleChip[]): Transaction {
  return say(state.tr, { show: chips });
}

/** Takes away the marks that an input method kept from going. */
export function settleChips(state: EditorState): Transaction | null {
  return key.getState(state)?.isBehind ? say(state.tr, {}) : null;
}

/** Takes chips away that were answered. */
export function removeChips(state: EditorState, keys: readonly string[]): Transaction {
  return say(state.tr, { remove: new Set(keys), isAnswer: true });
}

/** Opens the card of a chip that takes the focus, with the caret before its words; null when it is gone. */
export function openChip(state: EditorState, chipKey: string): Transaction | null {
  const its = staleOf(state).placed.find(({ chip }) => chip.key === chipKey);
  if (!its) return null;
  const tr = state.tr.setSelection(TextSelection.create(state.doc, its.from));
  return say(tr, { open: { key: chipKey, takesFocus: true } });
}

/** Closes the card; the caret returns to where it was before one took the focus. */
export function leaveChip(state: EditorState): Transaction | null {
  const stored = key.getState(state);
  if (!stored?.open) return null;
  const { tr } = state;
  if (stored.origin) {
    const { anchor, head } = stored.origin;
    const [$anchor, $head] = [tr.doc.resolve(anchor), tr.doc.resolve(head)];
    tr.setSelection(TextSelection.between($anchor, $head));
  }
  return say(tr, { open: null });
}

/** Closes the card and selects the words of its chip, for typing over. */
export function selectChip(state: EditorState): Transaction | null {
  const { placed, open } = staleOf(state);
  const its = placed.find(({ chip }) => chip.key === open?.key);
  if (!its) return null;
  const tr = state.tr.setSelection(TextSelection.create(state.doc, its.from, its.to));
  return say(tr, { open: null });
}

const answered: StaleMeta = { isAnswer: true };

/** Puts `words` in the place of chips, as one step of the history of its own; null when all are gone. */
export function replaceChips(
  state: EditorState,
  keys: readonly string[],
  words: string,
): Transaction | null {
  const named = new Set(keys);
  const { tr } = state;
  for (const { chip, from, to } of staleOf(state).placed.toReversed()) {
    if (named.has(chip.key)) tr.insertText(words, from, to);
  }
  return tr.docChanged ? closeHistory(tr).setMeta(key, answered) : null;
}

function openAtClick(view: EditorView, pos: number, { target, shiftKey }: MouseEvent): boolean {
  const isOnChip = target instanceof Element && target.closest('.stale-chip') !== null;
  const its = isOnChip && view.editable && !shiftKey ? chipAt(view.state, pos) : null;
  if (!its) return false;
  // the caret goes where it was clicked, as anywhere else; the page may not know of it yet
  const tr = view.state.tr.setSelection(TextSelection.create(view.state.doc, pos));
  view.dispatch(say(tr, { open: { key: its.chip.key, takesFocus: false } }));
  return false;
}

function openAtCaret(view: EditorView, event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || !event.altKey || view.composing) return false;
  const its = chipAt(view.state, view.state.selection.from);
  const tr = its && openChip(view.state, its.chip.key);
  if (tr) view.dispatch(tr);
  return true;
}

/**
 * 待更新 chips on their words. They come from outside, follow every edit, and go as soon as their
 * words are no others' than last year's. Nothing of them is part of the text.
 */
export function createStalePlugin(): Plugin {
  return new Plugin<Stored>({
    key,
    state: { init: () => none, apply },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: openAtClick,
      handleKeyDown: openAtCaret,
    },
  });
}

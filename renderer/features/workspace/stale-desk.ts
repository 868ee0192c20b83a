import { undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { StaleChip } from '../../../core/stale/index.ts';
import {
  findNextChip,
  leaveChip,
  openChip,
  removeChips,
  replaceChips,
  selectChip,
  settleChips,
  showChips,
  staleOf,
} from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';
import { quoteWords } from './stale-words.ts';

/** What the writer does with the 待更新 chips of the page. */
export interface StaleDesk {
  /** Opens the card of the next or previous chip. False when there is none. */
  step(step: 1 | -1): boolean;
  open(key: string): void;
  /** Closes the card; the caret returns to where it was. */
  leave(): void;
  /** Closes the card; the chip's words are selected in the text. */
  write(): void;
  /** Of the open chips, those that are answered together with this one; itself among them. */
  listAlike(chip: StaleChip): readonly StaleChip[];
  /** They are right as they stand. Opens the next card when one was open. */
  confirm(chips: readonly StaleChip[]): void;
  /** Puts other words in their place. Opens the next card when one was open. */
  replace(chips: readonly StaleChip[], words: string): void;
  /** They are not right after all. */
  takeBack(keys: readonly string[]): Promise<void>;
  /** Takes the last answer back, whichever it was. */
  undo(): void;
  /** Shows what the analysis found in `doc`. */
  show(chips: readonly StaleChip[], doc: Node): void;
  /** An input method let go: what waited for it is done. */
  settle(): void;
  /** Tells the desk around the page what became of the chips. */
  follow(state: EditorState): void;
}

const keysOf = (chips: readonly StaleChip[]) => chips.map(({ key }) => key);

function describeConfirmed(chips: readonly StaleChip[]): string {
  const [first] = chips;
  return chips.length === 1
    ? `已确认${quoteWords(first?.text ?? '')}不变`
    : `已确认 ${chips.length} 处不变`;
}

/** What the chips need of the session around them. */
type Surroundings = Pick<
  DraftSession,
  'store' | 'answering' | 'getState' | 'getView' | 'isReadOnly'
>;

class OpenStaleDesk implements StaleDesk {
  readonly #around: Surroundings;
  /** Confirmed, but not yet kept. */
  readonly #confirming = new Set<string>();
  #waiting: { readonly chips: readonly StaleChip[]; readonly doc: Node } | null = null;
  /** The chip whose card opens as soon as it is back. */
  #wanted: string | null = null;
  #last: 'replace' | readonly string[] | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  step(step: 1 | -1): boolean {
    const next = findNextChip(this.#around.getState(), step);
    if (next) this.open(next.chip.key);
    return next !== null;
  }

  open(key: string): void {
    // in a narrow window outline and panel lie over the very words
    this.#around.store.setState({ outlineOpen: false, panelOpen: false });
    this.#dispatch((state) => openChip(state, key));
  }

  leave(): void {
    this.#dispatch(leaveChip);
    this.#focusPage();
    this.#dispatch((state) => state.tr.scrollIntoView());
  }

  write(): void {
    this.#dispatch(selectChip);
    this.#focusPage();
  }

  listAlike(chip: StaleChip): readonly StaleChip[] {
    return staleOf(this.#around.getState()).chips.filter(({ like }) => like === chip.like);
  }

  confirm(chips: readonly StaleChip[]): void {
    const { answering, store } = this.#around;
    const keys = keysOf(chips);
    for (const key of keys) this.#confirming.add(key);
    this.#last = keys;
    this.#answer((state) => removeChips(state, keys));
    void answering.confirm(keys, true).then((isKept) => {
      for (const key of keys) this.#confirming.delete(key);
      if (!isKept) this.#showAnalysed();
      else {
        const text = describeConfirmed(chips);
        store.setState({ message: { text, details: [], tone: 'done', takesBack: keys } });
      }
    });
  }

  replace(chips: readonly StaleChip[], words: string): void {
    this.#last = 'replace';
    this.#answer((state) => replaceChips(state, keysOf(chips), words));
  }

  async takeBack(keys: readonly string[]): Promise<void> {
    this.#last = null;
    const isKept = await this.#around.answering.confirm(keys, false);
    if (isKept) this.#around.store.setState({ message: null });
  }

  undo(): void {
    const { getView } = this.#around;
    const view = getView();
    const last = this.#last;
    this.#last = null;
    if (typeof last !== 'string' && last) {
      this.#wanted = last[0] ?? null;
      void this.takeBack(last);
    } else if (view) {
      undo(view.state, view.dispatch);
      this.#focusPage();
    }
  }

  show(chips: readonly StaleChip[], doc: Node): void {
    this.#waiting = { chips, doc };
    this.settle();
  }

  settle(): void {
    const { getView, getState, isReadOnly, store } = this.#around;
    if (isReadOnly || !getView() || getView()?.composing) return;
    this.#dispatch(settleChips);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting?.doc !== getState().doc) return;
    const said = new Set([...store.getState().confirmed, ...this.#confirming]);
    const open = waiting.chips.filter(({ key }) => !said.has(key));
    this.#dispatch((state) => showChips(state, open));
    if (open.some(({ key }) => key === this.#wanted)) {
      this.open(this.#wanted ?? '');
      this.#wanted = null;
    }
  }

  follow(state: EditorState): void {
    const { chips, open } = staleOf(state);
    const before = this.#around.store.getState();
    if (before.chips === chips && before.openChip === open) return;
    this.#around.store.setState({ chips, openChip: open });
  }

  /** What was found last, once more: for chips whose answer could not be kept. */
  #showAnalysed(): void {
    const { store, getState } = this.#around;
    const found = store.getState().analysis?.stale;
    if (found) this.show(found, getState().doc);
  }

  /** Makes an answer; a card that was open gives way to the next one behind its words. */
  #answer(change: (state: EditorState) => Transaction | null): void {
    const { getState } = this.#around;
    const { open, placed } = staleOf(getState());
    const its = placed.find(({ chip }) => chip.key === open?.key);
    if (!its || !open) {
      this.#dispatch(change);
      return;
    }
    const tr = change(getState());
    if (!tr) return;
    const behind = tr.mapping.map(its.to);
    this.#dispatch(() => tr);
    const left = staleOf(getState()).placed;
    const next = left.find(({ from }) => from >= behind) ?? left[0];
    if (next) this.open(next.chip.key);
    else this.#finish(behind);
  }

  #finish(caret: number): void {
    this.#dispatch((state) => state.tr.setSelection(TextSelection.create(state.doc, caret)));
    this.#focusPage();
  }

  #dispatch(change: (state: EditorState) => Transaction | null): void {
    const view = this.#around.getView();
    const tr = view && change(view.state);
    if (tr) view.dispatch(tr);
  }

  #focusPage(): void {
    this.#around.getView()?.focus();
  }
}

/** The 待更新 chips of one open draft. */
export function createStaleDesk(around: Surroundings): StaleDesk {
  return new OpenStaleDesk(around);
}

import type { Node } from '@tiptap/pm/model';
import type { Place } from '../../../core/api/index.ts';
import { hasOpenPlace } from '../../../core/packs/index.ts';
import { findBlanks, stepBlank } from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';
import { findPlace, type TextRange } from './jump.ts';

/** Selects the next or previous blank of the report, for typing over. False when there is none. */
export function stepToBlank(session: DraftSession, step: 1 | -1): boolean {
  const view = session.getView();
  const tr = view && stepBlank(view.state, step);
  if (!tr) return false;
  view.dispatch(tr);
  view.focus();
  // in a narrow window outline and panel lie over the very words
  session.store.setState({ outlineOpen: false, panelOpen: false });
  return true;
}

/** The first blank in the words that answer a question in part; null when they have none, or are gone. */
export function findUnfilled(doc: Node, where: readonly Place[]): TextRange | null {
  const blanks = findBlanks(doc);
  for (const place of where) {
    const words = hasOpenPlace(place.quote) ? findPlace(doc, place) : null;
    const blank = words && blanks.find(({ from, to }) => from >= words.from && to <= words.to);
    if (blank) return blank;
  }
  return null;
}

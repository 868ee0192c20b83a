import type { Node } from '@tiptap/pm/model';
import type { Place } from '../../../core/api/index.ts';
import type { OpenRow } from '../../../core/self-check/index.ts';
import { useSession } from '../workspace/desk-context.ts';
import { showPanel } from '../workspace/desk-state.ts';
import type { DraftSession } from '../workspace/draft-session.ts';
import {
  findWordsAt,
  jumpToPlace,
  jumpToStop,
  showRange,
  type TextRange,
} from '../workspace/jump.ts';
import { useLeaveCheck } from '../workspace/use-check-view.ts';

/** Where the words of an open point stand; of several alike in a paragraph, the very ones. */
export function findRow(doc: Node, { place, text, within, offset }: OpenRow): TextRange | null {
  const around = place && findWordsAt(doc, place, within);
  if (!around) return null;
  const from = around.from + offset;
  return { from, to: from + text.length };
}

function goToWords(session: DraftSession, place: Place, row: OpenRow): void {
  const range = findRow(session.getState().doc, row);
  if (range) showRange(session, range);
  else jumpToPlace(session, place);
}

/** To the section a question belongs under, with the checklist beside it; to those without one else. */
function goToQuestion(session: DraftSession, { place, homeId }: OpenRow): void {
  const { store } = session;
  store.setState({ showsHomeless: place === null && homeId === null });
  showPanel(store, 'checklist');
  if (place) jumpToPlace(session, place);
  else if (homeId !== null) jumpToStop(session, homeId);
}

function goToPart(session: DraftSession, { place }: OpenRow): void {
  if (place?.partId) jumpToPlace(session, place);
  else session.store.setState({ outlineOpen: true, panelOpen: false });
}

/** Goes to where an open point is answered on the desk. */
export function goToRow(session: DraftSession, row: OpenRow): void {
  const { kind, place, refId } = row;
  switch (kind) {
    case 'missing':
    case 'partly':
      goToQuestion(session, row);
      return;
    case 'stale':
      if (session.isReadOnly && place) goToWords(session, place, row);
      else if (refId !== null) session.stale.open(refId);
      return;
    case 'promise':
      showPanel(session.store, 'promises');
      return;
    case 'blank':
    case 'finding':
      if (place) goToWords(session, place, row);
      return;
    case 'part':
    case 'emptyPart':
      goToPart(session, row);
      return;
    case 'date':
      jumpToStop(session, 'closing');
  }
}

/** The ways from the page to the words on the desk. */
export interface Jump {
  readonly toRow: (row: OpenRow) => void;
  readonly toPlace: (place: Place) => void;
  /** To a section, a part, or `front`. */
  readonly toStop: (id: string) => void;
}

/** Each leaves the page first: only what nothing lies over can take the focus. */
export function useJump(): Jump {
  const session = useSession();
  const leave = useLeaveCheck();
  return {
    toRow: (row) => leave(() => goToRow(session, row)),
    toPlace: (place) => leave(() => jumpToPlace(session, place)),
    toStop: (id) => leave(() => jumpToStop(session, id)),
  };
}

import { stepBlank } from '../../editor/index.ts';
import type { DraftSession } from './draft-session.ts';

/** Selects the next or previous blank of the report, for typing over. False when there is none. */
export function stepToBlank(session: DraftSession, step: 1 | -1): boolean {
  // in a narrow window outline and panel lie over the very words
  const isThere = session.edit((state) => stepBlank(state, step));
  if (isThere) session.store.setState({ outlineOpen: false, panelOpen: false });
  return isThere;
}

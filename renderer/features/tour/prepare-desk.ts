import type { CheckItemResult } from '../../../core/api/index.ts';
import type { DraftSession } from '../workspace/draft-session.ts';
import { jumpToStop } from '../workspace/jump.ts';
import type { TourStep } from './steps.ts';

/** A required question that the text leaves open, where a sentence can be put in; in reading order. */
function findOpenQuestion(session: DraftSession): CheckItemResult | undefined {
  const { analysis, stops } = session.store.getState();
  const offered = new Set(
    session.opened.packs.checklist.items.flatMap(({ id, required, phrases }) =>
      required && phrases.length > 0 ? id : [],
    ),
  );
  const open = analysis?.items.filter(
    ({ itemId, state }) => state === 'missing' && offered.has(itemId),
  );
  return stops.flatMap(({ id }) => open?.find(({ homeId }) => homeId === id) ?? [])[0];
}

/** How long the panel takes to follow the caret. */
const panelFollowsMs = 250;

/** Leads to a question that is open, so that there is something to see. */
function goToOpenQuestion(session: DraftSession): void {
  const question = findOpenQuestion(session);
  if (!question?.homeId) return;
  jumpToStop(session, question.homeId);
  const card = `.panel [data-item="${CSS.escape(question.itemId)}"]`;
  const show = () => document.querySelector(card)?.scrollIntoView({ block: 'center' });
  window.setTimeout(show, panelFollowsMs);
}

/** Opens what a step speaks of, and brings it into sight. */
export function prepareDesk(session: DraftSession, { desk, comesTo }: TourStep): void {
  session.store.setState(desk);
  if (comesTo === 'chip')
    document.querySelector('.stale-chip')?.scrollIntoView({ block: 'center' });
  if (comesTo === 'openQuestion') goToOpenQuestion(session);
}

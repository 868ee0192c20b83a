import { record } from '../../../core/claim/index.ts';
import type { ClaimState, Head } from './claim-state.ts';

/** Another year, or other issuing organs. What is typed on in the same field is one step. */
export function setHead(state: ClaimState, change: Partial<Head>): ClaimState {
  const { history, active } = state;
  const typedIn = change.year === undefined ? 'issuers' : 'year';
  const head = { ...history.present.head, ...change };
  const next = { ...history.present, head, active, typedIn } as const;
  const isTypedOn = history.present.typedIn === typedIn && history.future.length === 0;
  if (isTypedOn) return { ...state, history: { ...history, present: next } };
  const present = { ...history.present, active };
  return { ...state, history: record({ ...history, present }, next) };
}

import { type RefObject, useEffect, useState } from 'react';
import type { ItemState } from '../../../core/api/index.ts';
import { useDesk, useSession } from './desk-context.ts';

/** What the writer says of a question, against what was found. */
export interface Verdict {
  readonly set: (state: ItemState, reason?: string) => void;
  readonly takeBack: () => void;
  /** What was said in this card just now. */
  readonly said: ItemState | null;
}

/**
 * Answers a question from its card; while a filter is on, the card stays in sight. Afterwards the
 * focus is on what one may do next: a reason takes it by itself.
 */
export function useVerdict(itemId: string, card: RefObject<HTMLElement | null>): Verdict {
  const { store, answering } = useSession();
  const answered = useDesk((state) => state.answers[itemId]?.state);
  const [said, setSaid] = useState<ItemState | 'back' | null>(null);
  const isKept = said === 'back' ? answered === undefined : answered === said;
  useEffect(() => {
    if (said === null || said === 'notApplicable' || !isKept) return;
    card.current?.querySelector<HTMLElement>('.check-verdict button, .check-more')?.focus();
  }, [said, isKept, card]);
  const send = (state: ItemState | null, reason = '') => {
    setSaid(state ?? 'back');
    store.setState(({ checklist }) => ({
      checklist: { ...checklist, kept: [...new Set([...checklist.kept, itemId])] },
    }));
    void answering.answer(itemId, state && { state, reason });
  };
  return { set: send, takeBack: () => send(null), said: said === 'back' ? null : said };
}

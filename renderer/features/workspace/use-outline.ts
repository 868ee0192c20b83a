import { useMemo } from 'react';
import { useDesk, useSession } from './desk-context.ts';
import { buildOutline, type OutlineView } from './outline-rows.ts';

/** The outline as the text and the last analysis of it say. */
export function useOutline(): OutlineView {
  const { checklist } = useSession().opened.packs;
  const stops = useDesk((state) => state.stops);
  const items = useDesk((state) => state.analysis?.items);
  return useMemo(() => buildOutline(stops, items ?? [], checklist), [stops, items, checklist]);
}

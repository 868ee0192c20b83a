import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DeskState } from './desk-state.ts';
import type { DraftSession } from './draft-session.ts';

const SessionContext = createContext<DraftSession | null>(null);

/** Gives the open draft to everything on the desk. */
export const SessionProvider = SessionContext.Provider;

/** The open draft. Throws outside {@link SessionProvider}: that is a mistake of ours. */
export function useSession(): DraftSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** A part of the desk's state; the component follows only that. */
export function useDesk<Value>(select: (state: DeskState) => Value): Value {
  return useStore(useSession().store, select);
}

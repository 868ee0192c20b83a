import { createContext, useContext } from 'react';
import type { Call } from '../../core/api/index.ts';

const CallContext = createContext<Call | null>(null);

/** Gives the API to everything inside. */
export const CallProvider = CallContext.Provider;

/** The API. Throws outside {@link CallProvider}: that is a mistake of ours. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall outside CallProvider');
  return call;
}

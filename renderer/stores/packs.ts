import { create } from 'zustand';
import type { Call } from '../../core/api/index.ts';
import { useApp } from './app.ts';

/** How often the packs in use were changed from this window; what was asked of them before is old. */
export const usePackChanges = create<{ readonly count: number }>()(() => ({ count: 0 }));

/** Tells the window that other packs are in use now. */
export async function tellPacksChanged(call: Call): Promise<void> {
  usePackChanges.setState(({ count }) => ({ count: count + 1 }));
  const info = await call('app.info', {});
  const state = useApp.getState();
  if (info.ok && state.phase === 'ready') useApp.setState({ ...state, info: info.value }, true);
}

import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CopyKind } from '../../../core/layout/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useSession } from '../workspace/desk-context.ts';
import { type PreviewKeeper, type PreviewState, previewKeeperOf } from './preview-keeper.ts';

/** How long nothing was saved before the pages are laid out anew, in milliseconds. */
const PAUSE_MS = 1000;

/** The keeper of the open draft's pages. */
export function useKeeper(): PreviewKeeper {
  const call = useCall();
  const session = useSession();
  return useMemo(() => previewKeeperOf(call, session), [call, session]);
}

/** A copy's pages, laid out anew when the writing pauses while `isShown`. */
export function usePreview(copy: CopyKind, isShown: boolean): PreviewState {
  const keeper = useKeeper();
  const session = useSession();
  useEffect(() => {
    if (!isShown) return undefined;
    void keeper.refresh(copy);
    let timer = 0;
    const stop = session.store.subscribe(({ savedAt }, before) => {
      if (savedAt === before.savedAt) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void keeper.refresh(copy), PAUSE_MS);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [keeper, session, copy, isShown]);
  return useStore(keeper.store, (state) => state[copy]);
}

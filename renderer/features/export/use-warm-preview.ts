import { useEffect } from 'react';
import { useSession } from '../workspace/desk-context.ts';
import { useKeeper } from './use-preview.ts';

/** How long the desk is open before the pages are laid out once, in milliseconds. */
const DELAY_MS = 5000;

/** Lays the pages out once while nothing else is to be done: the first look at them waits for nothing. */
export function useWarmPreview(): void {
  const keeper = useKeeper();
  const session = useSession();
  useEffect(() => {
    let idle = 0;
    const timer = window.setTimeout(() => {
      idle = window.requestIdleCallback(() => {
        const { copy } = session.store.getState();
        if (!keeper.store.getState()[copy].preview) void keeper.refresh(copy);
      });
    }, DELAY_MS);
    return () => {
      window.clearTimeout(timer);
      window.cancelIdleCallback(idle);
    };
  }, [keeper, session]);
}

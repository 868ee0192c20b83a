import { useEffect } from 'react';
import { holdScreen } from '../../stores/navigation.ts';

/** A window that closes, and the way back of the browser, ask before corrections are lost. */
export function useLastChance(isDirty: boolean, onGoingBack: () => void): void {
  useEffect(() => {
    if (!isDirty) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const release = holdScreen(onGoingBack);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      release();
    };
  }, [isDirty, onGoingBack]);
}

import { useEffect } from 'react';
import type { ClaimActions } from './use-claim.ts';

/** Puts the focus on the next of the three: structure, original, the fields below. */
export function focusNext(screen: HTMLElement | null): void {
  const places = ['.structure', '.source-pane', '.claim-bar input']
    .map((place) => screen?.querySelector<HTMLElement>(place))
    .filter((place) => place !== null && place !== undefined);
  const at = places.findIndex((place) => place.contains(document.activeElement));
  places[(at + 1) % places.length]?.focus();
}

/** The keys that work anywhere on the screen, even while a field below is typed into. */
export function useScreenKeys(actions: ClaimActions, focusNextPlace: () => void): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'F8') {
        actions.run({ name: 'doubt', to: event.shiftKey ? 'previous' : 'next' });
      } else if (event.key === 'F6') focusNextPlace();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [actions, focusNextPlace]);
}

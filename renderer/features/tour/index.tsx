import './tour.css';
import { useCallback, useEffect, useState } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { offerDesk, useTour } from '../../stores/tour.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { tourSteps } from './steps.ts';
import { TourCard } from './tour-card.tsx';

/** The step that is shown, by what was asked for and what was seen; null while there is none. */
function useStep() {
  const { settings } = useReadyApp();
  const { isReadOnly } = useSession();
  const asked = useTour((state) => state.asked);
  const [before, setBefore] = useState(asked);
  const [at, setAt] = useState<number | null>(settings.tourSeen || isReadOnly ? null : 0);
  if (asked !== before) {
    setBefore(asked);
    setAt(0);
  }
  return { at, setAt };
}

/**
 * Three steps round the desk, at the first draft and whenever it is asked for. It lies over nothing
 * that must be read and takes no key that writes.
 */
export function Tour() {
  const call = useCall();
  const session = useSession();
  const { at, setAt } = useStep();
  const isReady = useDesk((state) => state.analysis !== null);
  const hasChips = useDesk((state) => state.chips.length > 0);
  const [steps] = useState(() => [tourSteps(false), tourSteps(true)] as const);
  useEffect(offerDesk, []);
  const shown = at === null ? undefined : steps[hasChips ? 1 : 0][at];
  const leave = useCallback(() => {
    setAt(null);
    session.getView()?.focus();
    // seen is seen, even where it cannot be kept: it then comes once more after a restart
    void changeSettings(call, { tourSeen: true });
  }, [call, session, setAt]);
  const skip = () => {
    session.store.setState({ outlineOpen: false, panelOpen: false });
    leave();
  };
  if (!shown || at === null || !isReady) return null;
  // in a narrow window the panel stays open after the last step: the next thing is done there
  const isLast = at === steps[0].length - 1;
  return (
    <TourCard
      step={shown}
      at={at}
      of={steps[0].length}
      onTurn={setAt}
      onLeave={isLast ? leave : skip}
    />
  );
}

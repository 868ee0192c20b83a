import { create } from 'zustand';

interface TourState {
  /** True while a desk is open for the tour to go round. */
  readonly isThere: boolean;
  /** Grows each time the tour is asked for. */
  readonly asked: number;
}

/** The three-step tour of the desk. */
export const useTour = create<TourState>()(() => ({ isThere: false, asked: 0 }));

/** Starts the tour anew. False where no desk is open. */
export function askForTour(): boolean {
  const { isThere, asked } = useTour.getState();
  if (isThere) useTour.setState({ asked: asked + 1 });
  return isThere;
}

/** A desk says that it is there. Gives the function that takes it back. */
export function offerDesk(): () => void {
  useTour.setState({ isThere: true });
  return () => useTour.setState({ isThere: false });
}

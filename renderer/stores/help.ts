import { create } from 'zustand';

/** A page of the help and where on it: the file's name below docs without `.md`, and a heading. */
export interface HelpPlace {
  /** `guide/checklist`; null is the table of contents. */
  readonly page: string | null;
  /** The heading to come to, as it is written; the page's beginning where it is absent. */
  readonly heading?: string;
}

export interface HelpState {
  readonly isOpen: boolean;
  readonly place: HelpPlace;
  /** The places before this one, the latest last. */
  readonly before: readonly HelpPlace[];
  /** At which side of the window it lies. */
  readonly side: 'left' | 'right';
  /** Grows each time it is asked for, so that it takes the focus. */
  readonly asked: number;
}

const closed: HelpState = {
  isOpen: false,
  place: { page: null },
  before: [],
  side: 'left',
  asked: 0,
};

/** The help at the side of the window. */
export const useHelp = create<HelpState>()(() => closed);

const isSame = (a: HelpPlace, b: HelpPlace) => a.page === b.page && a.heading === b.heading;

/** Goes on to another place; 返回 comes back. */
export function turnTo(place: HelpPlace): void {
  useHelp.setState(({ place: from, before }) =>
    isSame(from, place) ? {} : { place, before: [...before, from] },
  );
}

/** Opens the help, or leads to it, at the page that fits. */
export function openHelp(place: HelpPlace): void {
  const { isOpen, asked } = useHelp.getState();
  if (isOpen) turnTo(place);
  else useHelp.setState({ isOpen: true, place, before: [] });
  useHelp.setState({ asked: asked + 1 });
}

/** To the place before. */
export function turnBack(): void {
  useHelp.setState(({ before }) => {
    const last = before.at(-1);
    return last ? { place: last, before: before.slice(0, -1) } : {};
  });
}

export function closeHelp(): void {
  useHelp.setState({ isOpen: false });
}

/** To the other side of the window, off what one wants to see. */
export function changeSide(): void {
  useHelp.setState(({ side }) => ({ side: side === 'left' ? 'right' : 'left' }));
}

import { create } from 'zustand';
import type { Choices } from '../../../core/roll-forward/index.ts';

/** What was chosen in which list, so that leaving one and coming back loses nothing. Not kept after a reload. */
const useRollChoices = create<{ readonly byList: Readonly<Record<string, Choices>> }>()(() => ({
  byList: {},
}));

const none: Choices = {};

/** The choices of a list. */
export function useChoices(list: string): Choices {
  return useRollChoices(({ byList }) => byList[list] ?? none);
}

/** Changes the choices of a list. */
export function changeChoices(list: string, next: (last: Choices) => Choices): void {
  useRollChoices.setState(({ byList }) => ({
    byList: { ...byList, [list]: next(byList[list] ?? none) },
  }));
}

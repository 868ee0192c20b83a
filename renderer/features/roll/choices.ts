import { create } from 'zustand';
import type { Choices, RollChange } from '../../../core/roll-forward/index.ts';
import { keepFitting } from './decisions.ts';

/** What was chosen in a list, and the changes it was chosen of. */
interface Chosen {
  readonly choices: Choices;
  readonly changes: readonly RollChange[];
}

/** What was chosen in which list, so that leaving one and coming back loses nothing. Not kept after a reload. */
const useRollChoices = create<{ readonly byList: Readonly<Record<string, Chosen>> }>()(() => ({
  byList: {},
}));

const none: Choices = {};

/** The choices of a list. */
export function useChoices(list: string): Choices {
  return useRollChoices(({ byList }) => byList[list]?.choices ?? none);
}

/** Tells of which changes a list now is. Of choices made in other ones, those that still fit are kept. */
export function settleChoices(list: string, changes: readonly RollChange[]): void {
  useRollChoices.setState(({ byList }) => {
    const last = byList[list];
    const choices = last ? keepFitting(last.choices, last.changes, changes) : none;
    return { byList: { ...byList, [list]: { choices, changes } } };
  });
}

/** Changes the choices of a list. */
export function changeChoices(list: string, next: (last: Choices) => Choices): void {
  useRollChoices.setState(({ byList }) => {
    const { choices = none, changes = [] } = byList[list] ?? {};
    return { byList: { ...byList, [list]: { choices: next(choices), changes } } };
  });
}

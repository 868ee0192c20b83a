import type { ClaimCommand } from './claim-command.ts';
import { correct, restore } from './claim-correct.ts';
import { beginEditing } from './claim-editing.ts';
import {
  type ClaimState,
  chosenIds,
  lineOf,
  openDoubtsOf,
  openPlacesOf,
  say,
  takeStep,
} from './claim-state.ts';
import { stepDoubt, walk } from './claim-walk.ts';
import { residueKey } from './outline-rows.ts';

/** Confirms what stands at the active line and goes to the next doubt; takes back a line that was left out. */
function confirm(state: ClaimState): ClaimState {
  if (state.active === residueKey) return { ...state, isResidueOpen: !state.isResidueOpen };
  if (lineOf(state)?.role === 'discarded') return restore(state);
  const ids = chosenIds(state);
  const own = openDoubtsOf(state).filter(({ lineId }) => ids.has(lineId));
  if (own.length === 0) return stepDoubt(state, 'next');
  const confirmed = new Set([...state.history.present.confirmed, ...own.map(({ key }) => key)]);
  const done = takeStep(state, { confirmed }, '');
  const left = openPlacesOf(done).length;
  const words = left === 0 ? '已确认，没有待确认的了' : `已确认，还有 ${left} 处待确认`;
  return say(left === 0 ? done : stepDoubt(done, 'next'), words);
}

/** The state after a command. What cannot be done changes nothing and says why. */
export function runCommand(state: ClaimState, command: ClaimCommand): ClaimState {
  switch (command.name) {
    case 'go':
    case 'extend':
    case 'doubt':
    case 'choose':
    case 'undo':
    case 'redo':
      return walk(state, command);
    case 'confirm':
      return confirm(state);
    case 'split':
      return beginEditing(state, 'split');
    case 'edit':
      return beginEditing(state, 'words');
    case 'raise':
    case 'lower':
    case 'role':
    case 'kind':
    case 'move':
    case 'discard':
    case 'restore':
    case 'merge':
    case 'runIn':
      return correct(state, command);
  }
}

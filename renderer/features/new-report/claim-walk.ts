import { redo, undo } from '../../../core/claim/index.ts';
import type { WalkCommand } from './claim-command.ts';
import {
  type ClaimState,
  extendTo,
  goTo,
  openPlacesOf,
  rowsOf,
  say,
  toggleChosen,
} from './claim-state.ts';
import { residueKey } from './outline-rows.ts';

function go(state: ClaimState, to: Extract<WalkCommand, { name: 'go' }>['to']): ClaimState {
  const keys = rowsOf(state).map(({ key }) => key);
  const at = keys.indexOf(state.active);
  const targets = {
    up: at - 1,
    down: at + 1,
    pageUp: at - 12,
    pageDown: at + 12,
    first: 0,
    last: keys.length - 1,
  };
  const key = keys[Math.min(keys.length - 1, Math.max(0, targets[to]))];
  return key === undefined || key === state.active ? state : goTo(state, key);
}

function extend(state: ClaimState, to: 'up' | 'down'): ClaimState {
  const keys = rowsOf(state).map(({ key }) => key);
  const key = keys[keys.indexOf(state.active) + (to === 'up' ? -1 : 1)];
  return key === undefined || key === residueKey ? state : extendTo(state, key);
}

/** Goes to the open doubt before or after the active line, around the ends. */
export function stepDoubt(state: ClaimState, to: 'next' | 'previous'): ClaimState {
  const places = openPlacesOf(state);
  const order = new Map(rowsOf(state).map(({ key }, index) => [key, index]));
  const here = order.get(state.active) ?? -1;
  const placeOf = (id: string) => order.get(id) ?? 0;
  const target =
    to === 'next'
      ? (places.find((id) => placeOf(id) > here) ?? places[0])
      : (places.findLast((id) => placeOf(id) < here) ?? places.at(-1));
  return target === undefined ? say(state, '没有待确认的了') : goTo(state, target);
}

function travel(state: ClaimState, direction: 'undo' | 'redo'): ClaimState {
  const history = direction === 'undo' ? undo(state.history) : redo(state.history);
  if (history === state.history) {
    return say(state, direction === 'undo' ? '没有可撤销的了' : '没有可重做的了');
  }
  const moved = { ...state, history };
  const words = direction === 'undo' ? '已撤销' : '已重做';
  return say(goTo(moved, history.present.active), words);
}

/** The state with another line active or chosen, or a step taken back or again. */
export function walk(state: ClaimState, command: WalkCommand): ClaimState {
  switch (command.name) {
    case 'go':
      return go(state, command.to);
    case 'extend':
      return extend(state, command.to);
    case 'doubt':
      return stepDoubt(state, command.to);
    case 'choose':
      return toggleChosen(state, state.active);
    case 'undo':
    case 'redo':
      return travel(state, command.name);
  }
}

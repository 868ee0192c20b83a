import {
  type Claim,
  discardLines,
  isHeadingRole,
  lowerLines,
  mergeLines,
  moveLines,
  raiseLines,
  restoreLines,
  setKind,
  setRole,
  setRunIn,
} from '../../../core/claim/index.ts';
import type { PartKind } from '../../../core/model/index.ts';
import { partKindNames } from '../../messages.ts';
import type { CorrectCommand } from './claim-command.ts';
import { type ClaimState, chosenIds, claimOf, lineOf, say, takeStep } from './claim-state.ts';
import { nameChosen } from './claim-tell.ts';
import { roleTags } from './outline-rows.ts';

/** Takes a step that changes lines; says so when there was nothing it could change. */
function change(
  state: ClaimState,
  claim: Claim,
  tell: (after: Claim) => string,
  refusal: string,
): ClaimState {
  if (claim === claimOf(state)) return say(state, refusal);
  return takeStep(state, { claim }, tell(claim));
}

function tellRole(state: ClaimState): (after: Claim) => string {
  return (after) => {
    const line = after.lines.find(({ id }) => id === state.active);
    return `${nameChosen(state)}改为${line ? roleTags[line.role] : '正文'}`;
  };
}

function merge(state: ClaimState): ClaimState {
  const before = claimOf(state);
  const claim = mergeLines(before, chosenIds(state));
  if (claim === before) return say(state, '这一行不能与上一行合并');
  const at = before.lines.findIndex(({ id }) => id === state.active);
  const above = before.lines.slice(0, at).findLast(({ role }) => role !== 'discarded');
  const isGone = !claim.lines.some(({ id }) => id === state.active);
  const words = `${nameChosen(state)}已与上一行合并`;
  return takeStep(state, { claim }, words, isGone ? above?.id : undefined);
}

function toggleRunIn(state: ClaimState): ClaimState {
  const line = lineOf(state);
  if (!line || !isHeadingRole(line.role)) return say(state, '只有标题可以与正文同行');
  const claim = setRunIn(claimOf(state), line.id, !line.runIn);
  const words = line.runIn ? '标题独占一行' : '标题与正文同行';
  return change(state, claim, () => words, '标题后面没有可以同行的正文');
}

function discard(state: ClaimState): ClaimState {
  if (lineOf(state)?.role === 'discarded') return state;
  const claim = discardLines(claimOf(state), chosenIds(state));
  return change(
    state,
    claim,
    () => `${nameChosen(state)}已剔除，可在“页面残留”里恢复`,
    '这一行不能剔除',
  );
}

/** Takes back what was left out. */
export function restore(state: ClaimState): ClaimState {
  const claim = restoreLines(claimOf(state), chosenIds(state));
  return change(
    state,
    claim,
    (after) => {
      const line = after.lines.find(({ id }) => id === state.active);
      return `${nameChosen(state)}已恢复为${line ? roleTags[line.role] : '正文'}`;
    },
    '这一行没有剔除',
  );
}

function classify(state: ClaimState, kind: PartKind): ClaimState {
  const claim = setKind(claimOf(state), chosenIds(state), kind);
  return change(state, claim, () => `改为“${partKindNames[kind]}”`, '只有部分的标题可以归类');
}

function move(state: ClaimState, direction: 'up' | 'down'): ClaimState {
  const claim = moveLines(claimOf(state), chosenIds(state), direction);
  const words = `${nameChosen(state)}已${direction === 'up' ? '上' : '下'}移`;
  return change(state, claim, () => words, '不能再移了');
}

/** The state with the chosen lines changed. What cannot be done changes nothing and says why. */
export function correct(state: ClaimState, command: CorrectCommand): ClaimState {
  const [claim, ids] = [claimOf(state), chosenIds(state)];
  switch (command.name) {
    case 'raise':
      return change(state, raiseLines(claim, ids), tellRole(state), '不能再提升了');
    case 'lower':
      return change(state, lowerLines(claim, ids), tellRole(state), '不能再降低了');
    case 'role':
      return change(state, setRole(claim, ids, command.role), tellRole(state), '不能改成这一种');
    case 'kind':
      return classify(state, command.kind);
    case 'move':
      return move(state, command.direction);
    case 'discard':
      return discard(state);
    case 'restore':
      return restore(state);
    case 'merge':
      return merge(state);
    case 'runIn':
      return toggleRunIn(state);
  }
}

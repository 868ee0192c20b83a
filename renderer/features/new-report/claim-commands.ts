import {
  type Claim,
  type ClaimRole,
  discardLines,
  isHeadingRole,
  lowerLines,
  mergeLines,
  moveLines,
  raiseLines,
  redo,
  restoreLines,
  setKind,
  setRole,
  setRunIn,
  setWords,
  splitLine,
  undo,
} from '../../../core/claim/index.ts';
import type { PartKind } from '../../../core/model/index.ts';
import { partKindNames } from '../../messages.ts';
import {
  type ClaimState,
  chosenIds,
  claimOf,
  extendTo,
  goTo,
  lineOf,
  openDoubtsOf,
  rowsOf,
  say,
  takeStep,
  toggleChosen,
} from './claim-state.ts';
import { residueKey, roleTags } from './outline-rows.ts';

/** What a person can ask of the claim screen. */
export type ClaimCommand =
  | { readonly name: 'go'; readonly to: 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown' }
  | { readonly name: 'extend'; readonly to: 'up' | 'down' }
  | { readonly name: 'doubt'; readonly to: 'next' | 'previous' }
  | { readonly name: 'role'; readonly role: ClaimRole }
  | { readonly name: 'kind'; readonly kind: PartKind }
  | { readonly name: 'move'; readonly direction: 'up' | 'down' }
  | {
      readonly name:
        | 'raise'
        | 'lower'
        | 'confirm'
        | 'discard'
        | 'restore'
        | 'merge'
        | 'split'
        | 'edit'
        | 'runIn'
        | 'choose'
        | 'undo'
        | 'redo';
    };

/** “第 8 行”, by the line of the source; what the source does not hold by its words. */
export function nameLine(claim: Claim, id: string): string {
  const line = claim.lines.find((each) => each.id === id);
  const block = line?.spans[0]?.block;
  const number = block === undefined ? undefined : claim.source[block]?.line;
  return number === undefined ? '这一行' : `第 ${number + 1} 行`;
}

function nameChosen(state: ClaimState): string {
  const ids = chosenIds(state);
  return ids.size > 1 ? `${ids.size} 行` : nameLine(claimOf(state), state.active);
}

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

function go(state: ClaimState, to: Extract<ClaimCommand, { name: 'go' }>['to']): ClaimState {
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
function stepDoubt(state: ClaimState, to: 'next' | 'previous'): ClaimState {
  const open = openDoubtsOf(state);
  const order = new Map(rowsOf(state).map(({ key }, index) => [key, index]));
  const here = order.get(state.active) ?? -1;
  const places = [...new Set(open.map(({ lineId }) => lineId))];
  const placeOf = (id: string) => order.get(id) ?? 0;
  const target =
    to === 'next'
      ? (places.find((id) => placeOf(id) > here) ?? places[0])
      : (places.findLast((id) => placeOf(id) < here) ?? places.at(-1));
  return target === undefined ? say(state, '没有待确认的了') : goTo(state, target);
}

/** Confirms what stands at the active line and goes to the next doubt; takes back a line that was left out. */
function confirm(state: ClaimState): ClaimState {
  if (state.active === residueKey) return { ...state, isResidueOpen: !state.isResidueOpen };
  if (lineOf(state)?.role === 'discarded') return runCommand(state, { name: 'restore' });
  const ids = chosenIds(state);
  const own = openDoubtsOf(state).filter(({ lineId }) => ids.has(lineId));
  if (own.length === 0) return stepDoubt(state, 'next');
  const confirmed = new Set([...state.history.present.confirmed, ...own.map(({ key }) => key)]);
  const done = takeStep(state, { confirmed }, '');
  const left = openDoubtsOf(done).length;
  const words = left === 0 ? '已确认，没有待确认的了' : `已确认，还有 ${left} 处待确认`;
  return say(left === 0 ? done : stepDoubt(done, 'next'), words);
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

function beginEditing(state: ClaimState, mode: 'words' | 'split'): ClaimState {
  const line = lineOf(state);
  const isFixed = !line || line.rows !== null || line.role === 'discarded';
  if (isFixed) return say(state, mode === 'split' ? '这一行不能拆分' : '这一行不能改字');
  return { ...state, editing: { id: line.id, mode }, selected: new Set() };
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

function restore(state: ClaimState): ClaimState {
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

/** The state after a command. What cannot be done changes nothing and says why. */
export function runCommand(state: ClaimState, command: ClaimCommand): ClaimState {
  const claim = claimOf(state);
  const ids = chosenIds(state);
  switch (command.name) {
    case 'go':
      return go(state, command.to);
    case 'extend':
      return extend(state, command.to);
    case 'doubt':
      return stepDoubt(state, command.to);
    case 'choose':
      return toggleChosen(state, state.active);
    case 'raise':
      return change(state, raiseLines(claim, ids), tellRole(state), '不能再提升了');
    case 'lower':
      return change(state, lowerLines(claim, ids), tellRole(state), '不能再降低了');
    case 'role':
      return change(state, setRole(claim, ids, command.role), tellRole(state), '不能改成这一种');
    case 'kind':
      return change(
        state,
        setKind(claim, ids, command.kind),
        () => `改为“${partKindNames[command.kind]}”`,
        '只有部分的标题可以归类',
      );
    case 'move':
      return change(
        state,
        moveLines(claim, ids, command.direction),
        () => `${nameChosen(state)}已${command.direction === 'up' ? '上' : '下'}移`,
        '不能再移了',
      );
    case 'confirm':
      return confirm(state);
    case 'discard':
      return discard(state);
    case 'restore':
      return restore(state);
    case 'merge':
      return merge(state);
    case 'split':
      return beginEditing(state, 'split');
    case 'edit':
      return beginEditing(state, 'words');
    case 'runIn':
      return toggleRunIn(state);
    case 'undo':
    case 'redo':
      return travel(state, command.name);
  }
}

/** Ends an edit with the words as they now are. */
export function endEditing(state: ClaimState, words: string): ClaimState {
  const { editing } = state;
  if (!editing) return state;
  const claim = setWords(claimOf(state), editing.id, words);
  if (claim === claimOf(state)) return { ...state, editing: null };
  return takeStep(state, { claim }, `${nameLine(claim, editing.id)}的文字已改`);
}

/** Parts the line being edited at `offset` of `words`; words changed before are kept. */
export function splitEditing(state: ClaimState, words: string, offset: number): ClaimState {
  const { editing } = state;
  if (!editing) return state;
  const edited = setWords(claimOf(state), editing.id, words);
  const claim = splitLine(edited, editing.id, offset - (words.length - words.trimStart().length));
  if (claim === edited) return say({ ...state, editing: null }, '光标在一端，没有可拆的');
  const at = claim.lines.findIndex(({ id }) => id === editing.id);
  return takeStep(
    state,
    { claim },
    `${nameLine(edited, editing.id)}已拆成两行`,
    claim.lines[at + 1]?.id,
  );
}

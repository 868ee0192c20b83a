import { canSplit, setWords, splitLine, wordsOf } from '../../../core/claim/index.ts';
import { type ClaimState, claimOf, lineOf, say, takeStep } from './claim-state.ts';
import { nameLine } from './claim-tell.ts';

const noSplit = '这一行不能拆分';

function canSplitActive(state: ClaimState): boolean {
  const line = lineOf(state, state.editing?.id);
  return line !== undefined && canSplit(line);
}

/** Opens the words of the active line, to be changed or parted. */
export function beginEditing(state: ClaimState, mode: 'words' | 'split'): ClaimState {
  const line = lineOf(state);
  if (mode === 'split' && !canSplitActive(state)) return say(state, noSplit);
  const isFixed = !line || line.rows !== null || line.role === 'discarded';
  if (isFixed) return say(state, '这一行不能改字');
  return { ...state, editing: { id: line.id, mode }, selected: new Set() };
}

/** Says why words that were typed did not stay. */
function refuseWords(state: ClaimState, id: string, words: string): ClaimState {
  const line = lineOf(state, id);
  const isDate = line?.role === 'date' && words.trim() !== wordsOf(line);
  return isDate ? say(state, '日期这一行只能写日期，没有改') : state;
}

/** Ends an edit with the words as they now are. */
export function endEditing(state: ClaimState, words: string): ClaimState {
  const { editing } = state;
  if (!editing) return state;
  const claim = setWords(claimOf(state), editing.id, words);
  if (claim === claimOf(state)) return refuseWords({ ...state, editing: null }, editing.id, words);
  return takeStep(state, { claim }, `${nameLine(claim, editing.id)}的文字已改`);
}

/** Parts the line being edited at `offset` of `words`; words changed before are kept. */
export function splitEditing(state: ClaimState, words: string, offset: number): ClaimState {
  const { editing } = state;
  if (!editing) return state;
  if (!canSplitActive(state)) return say({ ...state, editing: null }, noSplit);
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

import {
  type Claim,
  type ClaimLine,
  type History,
  record,
  startHistory,
} from '../../../core/claim/index.ts';
import { type Doubt, listOpenDoubts } from './doubts.ts';
import { listOutlineRows, type OutlineRow, residueKey } from './outline-rows.ts';

/** Unit and year of the report. They change with every key, and the lines need not be looked at for that. */
export type Head = Pick<Claim, 'issuers' | 'year'>;

/** What undoing restores: lines, unit and year, the answered doubts, and where one was. */
export interface ClaimStep {
  readonly claim: Claim;
  readonly head: Head;
  readonly confirmed: ReadonlySet<string>;
  readonly active: string;
  /** What of the head this step changed: what is typed on in the same field belongs to it. */
  readonly typedIn: keyof Head | null;
}

/** A line whose words are being changed; `split` waits for the place to part it at. */
export interface Editing {
  readonly id: string;
  readonly mode: 'words' | 'split';
}

/** Everything the claim screen knows besides its fields below. */
export interface ClaimState {
  readonly opened: Claim;
  readonly doubts: readonly Doubt[];
  readonly history: History<ClaimStep>;
  /** Key of the line the keys are meant for. */
  readonly active: string;
  /** Chosen besides the active line. */
  readonly selected: ReadonlySet<string>;
  /** Where a choice with Shift began. */
  readonly anchor: string;
  readonly editing: Editing | null;
  readonly isResidueOpen: boolean;
  /** What the last step did, for those who do not see it; `turn` tells two like ones apart. */
  readonly said: { readonly words: string; readonly turn: number };
}

const none: ReadonlySet<string> = new Set();

/** The state on arrival: the first doubt is active, or else the first line. */
export function openState(claim: Claim, doubts: readonly Doubt[]): ClaimState {
  const active = doubts[0]?.lineId ?? listOutlineRows(claim, false)[0]?.key ?? '';
  const head = { issuers: claim.issuers, year: claim.year };
  return {
    opened: claim,
    doubts,
    history: startHistory({ claim, head, confirmed: none, active, typedIn: null }),
    active,
    selected: none,
    anchor: active,
    editing: null,
    isResidueOpen: false,
    said: { words: '', turn: 0 },
  };
}

export function claimOf(state: ClaimState): Claim {
  return state.history.present.claim;
}

export function headOf(state: ClaimState): Head {
  return state.history.present.head;
}

/** Whether anything was put right that leaving would lose. */
export function isChanged(state: ClaimState): boolean {
  const { opened } = state;
  const { issuers, year } = headOf(state);
  const isSameHead = year === opened.year && issuers.join('\n') === opened.issuers.join('\n');
  return claimOf(state) !== opened || !isSameHead;
}

const knownRows = new WeakMap<Claim, Map<boolean, readonly OutlineRow[]>>();

/** The lines as they are shown; the same list as long as nothing of it changes. */
export function rowsOf({ history, isResidueOpen }: ClaimState): readonly OutlineRow[] {
  const { claim } = history.present;
  const known = knownRows.get(claim) ?? new Map<boolean, readonly OutlineRow[]>();
  const rows = known.get(isResidueOpen) ?? listOutlineRows(claim, isResidueOpen);
  knownRows.set(claim, known.set(isResidueOpen, rows));
  return rows;
}

interface KnownDoubts {
  readonly doubts: readonly Doubt[];
  readonly confirmed: ReadonlySet<string>;
  readonly open: readonly Doubt[];
}
const knownDoubts = new WeakMap<Claim, KnownDoubts>();

/** The doubts nobody has answered; the same list as long as nothing of it changes. */
export function openDoubtsOf({ doubts, opened, history }: ClaimState): readonly Doubt[] {
  const { claim, confirmed } = history.present;
  const known = knownDoubts.get(claim);
  if (known?.confirmed === confirmed && known.doubts === doubts) return known.open;
  const open = listOpenDoubts(doubts, { opened, claim, confirmed });
  knownDoubts.set(claim, { doubts, confirmed, open });
  return open;
}

/** The lines with open doubts, from the first. */
export function openPlacesOf(state: ClaimState): readonly string[] {
  const places = new Set(openDoubtsOf(state).map(({ lineId }) => lineId));
  return rowsOf(state).flatMap(({ key }) => (places.has(key) ? [key] : []));
}

/** How many places are open and how many there were; which of the open ones is active, from 1. */
export function countPlaces(state: ClaimState): {
  readonly at: number | null;
  readonly open: number;
  readonly all: number;
} {
  const places = openPlacesOf(state);
  const at = places.indexOf(state.active);
  const all = new Set(state.doubts.map(({ lineId }) => lineId)).size;
  return { at: at < 0 ? null : at + 1, open: places.length, all };
}

export function lineOf(state: ClaimState, key = state.active): ClaimLine | undefined {
  return claimOf(state).lines.find(({ id }) => id === key);
}

/** The lines a step is meant for: the chosen ones, or the active one. */
export function chosenIds(state: ClaimState): ReadonlySet<string> {
  return state.selected.size > 0
    ? new Set([...state.selected, state.active])
    : new Set([state.active]);
}

export function say(state: ClaimState, words: string): ClaimState {
  return { ...state, said: { words, turn: state.said.turn + 1 } };
}

/** The line that takes over from one that is gone: the one now at its place. */
function findSuccessor(state: ClaimState, next: ClaimState): string {
  const rows = rowsOf(next);
  if (rows.some(({ key }) => key === state.active)) return state.active;
  const at = rowsOf(state).findIndex(({ key }) => key === state.active);
  return (rows[Math.min(Math.max(0, at), rows.length - 1)] ?? rows[0])?.key ?? '';
}

/** The state after a step, with the keys meant for the same line or its successor. */
export function takeStep(
  state: ClaimState,
  step: Partial<Pick<ClaimStep, 'claim' | 'confirmed'>>,
  words: string,
  to?: string,
): ClaimState {
  const { history, active } = state;
  const present = { ...history.present, active };
  const changed = record({ ...history, present }, { ...present, typedIn: null, ...step });
  const next = { ...state, history: changed, selected: none, editing: null };
  const reached = to ?? findSuccessor(state, next);
  const placed = {
    ...next,
    history: { ...changed, present: { ...changed.present, active: reached } },
  };
  return say({ ...placed, active: reached, anchor: reached }, words);
}

/** Goes to a line; what was left out opens when the line is in it. */
export function goTo(state: ClaimState, key: string): ClaimState {
  const isLeftOut = lineOf(state, key)?.role === 'discarded';
  const isResidueOpen = state.isResidueOpen || isLeftOut;
  return { ...state, active: key, anchor: key, selected: none, editing: null, isResidueOpen };
}

/** Chooses every line from where choosing began to `key`. */
export function extendTo(state: ClaimState, key: string): ClaimState {
  const keys = rowsOf(state)
    .map((row) => row.key)
    .filter((each) => each !== residueKey);
  const [from, to] = [keys.indexOf(state.anchor), keys.indexOf(key)];
  if (from < 0 || to < 0) return goTo(state, key);
  const selected = new Set(keys.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { ...state, active: key, selected, editing: null };
}

/** Adds a line to the chosen ones, or takes it out. */
export function toggleChosen(state: ClaimState, key: string): ClaimState {
  if (key === residueKey) return state;
  const selected = new Set(state.selected);
  if (!selected.delete(key)) selected.add(key);
  return { ...state, active: key, anchor: key, selected, editing: null };
}

import type { Notice } from '../api/notice.ts';
import type { Decision, DecisionConfidence, DecisionGround } from './decision.ts';

/** A notice that says at which source line to look. */
export type PlacedNotice = Extract<Notice, { readonly line: number }>;

/** How surely something was decided and why. It is doubtful exactly when it carries a doubt. */
export interface Judgement {
  readonly confidence: DecisionConfidence;
  readonly ground: DecisionGround;
  readonly doubts: readonly PlacedNotice[];
}

/** A decision with the doubts it was made with. */
export interface Verdict extends Decision {
  readonly doubts: readonly PlacedNotice[];
}

/** Words of the source that go nowhere, and why they were left out. */
export interface Dropped {
  readonly line: number;
  readonly text: string;
  readonly judgement: Judgement;
}

/** Nothing else in a report looks like this. */
export function certain(ground: DecisionGround): Judgement {
  return { confidence: 'certain', ground, doubts: [] };
}

/** Most often right, and not worth a person's time. */
export function likely(ground: DecisionGround): Judgement {
  return { confidence: 'likely', ground, doubts: [] };
}

/** A person should look: `doubts` say where and at what. */
export function doubtful(
  ground: DecisionGround,
  ...doubts: readonly [PlacedNotice, ...PlacedNotice[]]
): Judgement {
  return { confidence: 'doubtful', ground, doubts };
}

/** `judgement` with more to look at; the same where there is nothing more. */
export function addDoubts(judgement: Judgement, doubts: readonly PlacedNotice[]): Judgement {
  if (doubts.length === 0) return judgement;
  return { ...judgement, confidence: 'doubtful', doubts: [...judgement.doubts, ...doubts] };
}

/** `judgement`, no longer certain where `isWhole` is false: its line was put together or cut from another. */
export function weaken(judgement: Judgement, isWhole: boolean): Judgement {
  return isWhole || judgement.confidence !== 'certain'
    ? judgement
    : { ...judgement, confidence: 'likely' };
}

/** A verdict without its doubts, which are told as notices. */
export function toDecision({ target, line, confidence, ground }: Verdict): Decision {
  return { target, line, confidence, ground };
}

/** The decision that `line` became `target`. */
export function decide(target: string | null, line: number | null, judgement: Judgement): Verdict {
  return { target, line, ...judgement };
}

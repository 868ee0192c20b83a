import type { Claim } from '../../../core/claim/index.ts';
import { type ClaimState, chosenIds, claimOf } from './claim-state.ts';

/** “第 8 行”, by the line of the source; what the source does not hold by its words. */
export function nameLine(claim: Claim, id: string): string {
  const line = claim.lines.find((each) => each.id === id);
  const block = line?.spans[0]?.block;
  const number = block === undefined ? undefined : claim.source[block]?.line;
  return number === undefined ? '这一行' : `第 ${number + 1} 行`;
}

/** The chosen lines in words: one by its place, several by their number. */
export function nameChosen(state: ClaimState): string {
  const ids = chosenIds(state);
  return ids.size > 1 ? `${ids.size} 行` : nameLine(claimOf(state), state.active);
}

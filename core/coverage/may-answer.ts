import type { CheckItem } from '../packs/index.ts';
import type { Spot } from './spots.ts';

/** A topic word that marks a question as one the preamble answers. */
export const preambleTopic = '引言';

/** True when the answer to `item` may stand in `spot`. */
export function mayAnswer(item: CheckItem, spot: Spot): boolean {
  if (spot.kind === null) return item.topics.includes(preambleTopic);
  return item.parts.includes(spot.kind) || (spot.planFrom.size > 0 && item.parts.includes('plan'));
}

import type { CheckItem } from '../packs/index.ts';
import type { PlacedEvidence } from './placed-evidence.ts';
import type { Spot } from './spots.ts';
import { frontId } from './spots.ts';

/** A topic word that marks a question as one the preamble answers. */
export const preambleTopic = '引言';

/** True when the answer to `item` may stand in `spot`. */
export function mayAnswer(item: CheckItem, spot: Spot): boolean {
  return spot.kind === null ? item.topics.includes(preambleTopic) : item.parts.includes(spot.kind);
}

// A heading that names the topic outweighs any evidence, and an answer any touch: a sentence on
// contract reviews under 政务公开 does not move the question there while 合法性审查 has a heading.
const topicWeight = 40;
const topicLetterWeight = 4;
const answerWeight = 12;
const touchWeight = 4;
const keywordWeight = 1;
const maxKeywordScore = 3;
const firstPartWeight = 2;

function scoreTopics(topics: readonly string[], heading: string): number {
  const found = topics.filter((topic) => heading.includes(topic));
  const whole = found.filter(
    (topic) => !found.some((other) => other !== topic && other.includes(topic)),
  );
  const letters = whole.reduce((sum, topic) => sum + topic.length, 0);
  return letters === 0 ? 0 : topicWeight + letters * topicLetterWeight;
}

function scoreEvidence(evidence: readonly PlacedEvidence[], spot: Spot): number {
  const here = evidence.filter(({ spotId }) => spotId === spot.id);
  if (here.some(({ answers }) => answers)) return answerWeight;
  return here.length > 0 ? touchWeight : 0;
}

function scoreKeywords(keywords: readonly string[], spot: Spot): number {
  const count = keywords.filter((word) =>
    spot.texts.some(({ text }) => text.includes(word)),
  ).length;
  return Math.min(count * keywordWeight, maxKeywordScore);
}

function scoreSpot(
  item: CheckItem,
  keywords: readonly string[],
  evidence: readonly PlacedEvidence[],
  spot: Spot,
): number {
  // A part's own heading names the part; its sections' headings name topics.
  const topics = spot.sectionId === null ? 0 : scoreTopics(item.topics, spot.heading);
  const score = topics + scoreEvidence(evidence, spot) + scoreKeywords(keywords, spot);
  return score > 0 && spot.kind === item.parts[0] ? score + firstPartWeight : score;
}

/** A part of few questions takes those that none of its sections claims. */
function findDefaultHome(item: CheckItem, spots: readonly Spot[]): string | null {
  if (item.topics.includes(preambleTopic)) return frontId;
  const [kind] = item.parts;
  if (kind === 'achievements') return null;
  return spots.find((spot) => spot.kind === kind && spot.sectionId === null)?.id ?? null;
}

/**
 * The section a question belongs under: the one whose heading speaks of it, else the one whose
 * text does. A question of the preamble belongs to `front`; one of another part than 主要举措和成效
 * falls back to that part; null when nothing fits.
 * @param keywords of the outline item the question is drawn from
 * @param evidence of this item only
 */
export function findHome(
  item: CheckItem,
  keywords: readonly string[],
  evidence: readonly PlacedEvidence[],
  spots: readonly Spot[],
): string | null {
  let best: { readonly id: string; readonly score: number } | null = null;
  for (const spot of spots) {
    if (spot.isBare || !mayAnswer(item, spot)) continue;
    const score = scoreSpot(item, keywords, evidence, spot);
    if (score > (best?.score ?? 0)) best = { id: spot.id, score };
  }
  return best?.id ?? findDefaultHome(item, spots);
}

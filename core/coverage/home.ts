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
  return keywords.filter((word) => spot.texts.some(({ text }) => text.includes(word))).length;
}

function scoreSpot(item: CheckItem, evidence: readonly PlacedEvidence[], spot: Spot): number {
  // A part's own heading names the part; its sections' headings name topics.
  const topics = spot.sectionId === null ? 0 : scoreTopics(item.topics, spot.heading);
  const score = topics + scoreEvidence(evidence, spot);
  return score > 0 && spot.kind === item.parts[0] ? score + firstPartWeight : score;
}

/** The best spot above `floor`. Keywords decide only between spots that are otherwise as good. */
function findBest(
  scored: readonly { readonly spot: Spot; readonly score: number }[],
  keywords: readonly string[],
  floor: number,
): Spot | null {
  const top = Math.max(floor, ...scored.map(({ score }) => score));
  let best: { readonly spot: Spot; readonly score: number } | null = null;
  for (const { spot, score } of scored) {
    if (score < top) continue;
    const whole = score + scoreKeywords(keywords, spot);
    if (whole > (best?.score ?? floor)) best = { spot, score: whole };
  }
  return best?.spot ?? null;
}

/**
 * The kind of part a question is asked of: the first allowed one the report has. A leader's act told
 * under 主要举措和成效 answers a question of the leaders' part without moving it there.
 */
function listCandidates(item: CheckItem, spots: readonly Spot[]): readonly Spot[] {
  const allowed = spots.filter((spot) => !spot.isBare && mayAnswer(item, spot));
  const [main] = item.parts;
  if (main === 'achievements') return allowed;
  const inMain = spots.filter((spot) => spot.kind === main);
  return inMain.length > 0 ? inMain : allowed;
}

/**
 * The section a question belongs under: the one whose heading speaks of it, else the one whose
 * text does. A question of the leaders, the shortcomings or the plan that no section's heading
 * claims belongs to that part as a whole, one of the preamble to `front`; null when nothing fits.
 * @param keywords of the outline item the question is drawn from
 * @param evidence of this item only
 */
export function findHome(
  item: CheckItem,
  keywords: readonly string[],
  evidence: readonly PlacedEvidence[],
  spots: readonly Spot[],
): string | null {
  const candidates = listCandidates(item, spots);
  const whole = candidates.find(
    (spot) =>
      spot.kind === item.parts[0] && spot.kind !== 'achievements' && spot.sectionId === null,
  );
  const scored = candidates.map((spot) => ({ spot, score: scoreSpot(item, evidence, spot) }));
  const best = findBest(scored, keywords, whole ? topicWeight : 0);
  return (best ?? whole)?.id ?? (item.topics.includes(preambleTopic) ? frontId : null);
}

import { createMemory, type Memory } from '../memory/index.ts';
import type { CheckItem } from '../packs/index.ts';
import { mayAnswer, preambleTopic } from './may-answer.ts';
import { countKeywords, type SpotReading } from './placed-evidence.ts';
import type { Spot } from './spots.ts';
import { frontId } from './spots.ts';

/** A stretch with what it says. */
export interface ReadSpot {
  readonly spot: Spot;
  readonly reading: SpotReading;
}

// A heading that names the topic outweighs any evidence, and an answer any touch: a sentence on
// contract reviews under 政务公开 does not move the question there while 合法性审查 has a heading.
const topicWeight = 40;
const topicLetterWeight = 4;
const answerWeight = 12;
const touchWeight = 4;
const firstPartWeight = 2;

function readTopics(topics: readonly string[], heading: string): number {
  const found = topics.filter((topic) => heading.includes(topic));
  const whole = found.filter(
    (topic) => !found.some((other) => other !== topic && other.includes(topic)),
  );
  const letters = whole.reduce((sum, topic) => sum + topic.length, 0);
  return letters === 0 ? 0 : topicWeight + letters * topicLetterWeight;
}

/** Scores by heading, for the topics of one item: they are the same as long as nobody edits a heading. */
const scoresByTopics = new WeakMap<readonly string[], Memory<number>>();
const maxKnownHeadings = 500;

function scoreTopics(topics: readonly string[], heading: string): number {
  const known = scoresByTopics.get(topics) ?? createMemory<number>(maxKnownHeadings);
  scoresByTopics.set(topics, known);
  return known.get(heading, () => readTopics(topics, heading));
}

function scoreEvidence(index: number, { byItem }: SpotReading): number {
  const here = byItem.get(index) ?? [];
  if (here.some(({ answers }) => answers)) return answerWeight;
  return here.length > 0 ? touchWeight : 0;
}

function scoreSpot(item: CheckItem, index: number, { spot, reading }: ReadSpot): number {
  // A part's own heading names the part; its sections' headings name topics.
  const topics = spot.sectionId === null ? 0 : scoreTopics(item.topics, spot.heading);
  const score = topics + scoreEvidence(index, reading);
  return score > 0 && spot.kind === item.parts[0] ? score + firstPartWeight : score;
}

/** The best spot above `floor`. Keywords decide only between spots that are otherwise as good. */
function findBest(
  scored: readonly { readonly read: ReadSpot; readonly score: number }[],
  keywords: readonly string[],
  floor: number,
): Spot | null {
  const top = Math.max(floor, ...scored.map(({ score }) => score));
  let best: { readonly spot: Spot; readonly score: number } | null = null;
  for (const { read, score } of scored) {
    if (score < top || score === 0) continue;
    const whole = score + countKeywords(keywords, read.spot, read.reading);
    if (whole > (best?.score ?? floor)) best = { spot: read.spot, score: whole };
  }
  return best?.spot ?? null;
}

/**
 * The kind of part a question is asked of: the first allowed one the report has. A leader's act told
 * under 主要举措和成效 answers a question of the leaders' part without moving it there.
 */
function listCandidates(item: CheckItem, spots: readonly ReadSpot[]): readonly ReadSpot[] {
  const allowed = spots.filter(({ spot }) => !spot.isBare && mayAnswer(item, spot));
  const [main] = item.parts;
  if (main === 'achievements') return allowed;
  const inMain = spots.filter(({ spot }) => spot.kind === main);
  return inMain.length > 0 ? inMain : allowed;
}

/** A part whose own heading speaks of what is asked of all of it: 主要举措和成效. */
function findTopicPart(item: CheckItem, spots: readonly ReadSpot[]): string | null {
  const found = spots.find(
    ({ spot: { kind, sectionId, heading } }) =>
      kind === item.parts[0] &&
      sectionId === null &&
      item.topics.some((topic) => heading.includes(topic)),
  );
  return found?.spot.id ?? null;
}

/**
 * The section a question belongs under: the one whose heading speaks of it, else the one whose
 * text does. A question of the leaders, the shortcomings or the plan that no section's heading
 * claims belongs to that part as a whole, one of the preamble to `front`; null when nothing fits.
 * @param index of the item in its checklist
 * @param keywords of the outline item the question is drawn from; the same array at each call
 */
export function findHome(
  item: CheckItem,
  index: number,
  keywords: readonly string[],
  spots: readonly ReadSpot[],
): string | null {
  const candidates = listCandidates(item, spots);
  const whole = candidates.find(
    ({ spot }) =>
      spot.kind === item.parts[0] && spot.kind !== 'achievements' && spot.sectionId === null,
  );
  const scored = candidates.map((read) => ({ read, score: scoreSpot(item, index, read) }));
  const best = findBest(scored, keywords, whole ? topicWeight : 0);
  const fallback = item.topics.includes(preambleTopic) ? frontId : findTopicPart(item, spots);
  return (best ?? whole?.spot)?.id ?? fallback;
}

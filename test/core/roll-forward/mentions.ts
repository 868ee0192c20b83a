import { readFileSync } from 'node:fs';
import type { PartKind } from '../../../core/model/index.ts';
import { choosePacks, parsePacks } from '../../../core/packs/index.ts';
import { findMentions } from '../../../core/roll-forward/index.ts';
import { compileKnowledge } from '../../../core/roll-forward/knowledge.ts';

const names = [
  'four-part-report',
  'outline-2021-2025',
  'outline-2015-2020',
  'checklist-2021-2025',
  'checklist-2015-2020',
  'wording',
  'documents',
];
const { packs } = parsePacks(
  names.map((name) => ({
    name,
    json: readFileSync(new URL(`../../../templates/${name}.json`, import.meta.url), 'utf8'),
  })),
);

/** The shipped packs of a year. */
export const packsOf = (year: number) => choosePacks(packs, year);

/** Where and when a sentence stands; by default in part one of the report of 2025, rolled to 2026. */
export interface Standing {
  readonly fromYear?: number;
  readonly toYear?: number;
  readonly partKind?: PartKind | null;
}

const known = new Map<number, ReturnType<typeof compileKnowledge>>();

function knowledgeOf(year: number) {
  const knowledge = known.get(year) ?? compileKnowledge(packsOf(year));
  known.set(year, knowledge);
  return knowledge;
}

/** The mentions of a sentence under the shipped packs. */
export function mentionsOf(text: string, standing: Standing = {}) {
  const { fromYear = 2025, toYear = fromYear + 1, partKind = 'achievements' } = standing;
  return findMentions(text, { fromYear, toYear, partKind }, knowledgeOf(toYear));
}

/** Mentions as words: `move 2025 > 2026`, `keep 2024 history`, `ask 三 > 四 session`. */
export function tell(text: string, standing: Standing = {}): readonly string[] {
  return mentionsOf(text, standing).map(({ verdict, from, to, reason }) =>
    [verdict, from, ...(to === null ? [] : ['>', to]), reason].join(' '),
  );
}

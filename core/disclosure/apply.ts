import type { Annex } from '../layout/filing.ts';
import type { Report } from '../model/index.ts';
import type { DisclosureDecision, DisclosureHit } from './hit.ts';
import { type ChangeText, mapAnnexTexts, mapTexts, nameAnnex } from './texts.ts';

/** What was decided, by the key of the hit. */
export type DisclosureDecisions = Readonly<Record<string, DisclosureDecision>>;

interface Change {
  readonly hit: DisclosureHit;
  readonly words: string;
}

const placeOf = (id: string, field: string) => `${id}\n${field}`;

function listChanges(
  hits: readonly DisclosureHit[],
  decisions: DisclosureDecisions,
): ReadonlyMap<string, readonly Change[]> {
  const changes = new Map<string, readonly Change[]>();
  for (const hit of hits) {
    const decision = Object.hasOwn(decisions, hit.key) ? decisions[hit.key] : undefined;
    if (decision?.action !== 'replace') continue;
    const place = placeOf(hit.target.id, hit.target.field);
    changes.set(place, [...(changes.get(place) ?? []), { hit, words: decision.text }]);
  }
  return changes;
}

/** Changes of one text, the first first; one whose words are not there any more is left out. */
function changeText(text: string, changes: readonly Change[]): string {
  let result = '';
  let from = 0;
  for (const { hit, words } of changes.toSorted((a, b) => a.hit.start - b.hit.start)) {
    const isHere = hit.start >= from && text.slice(hit.start, hit.end) === hit.text;
    if (!isHere) continue;
    result += text.slice(from, hit.start) + words;
    from = hit.end;
  }
  return result + text.slice(from);
}

function changer(hits: readonly DisclosureHit[], decisions: DisclosureDecisions): ChangeText {
  const changes = listChanges(hits, decisions);
  return ({ id, field, text }) => {
    const own = changes.get(placeOf(id, field));
    return own ? changeText(text, own) : text;
  };
}

/**
 * The report as it is published: a new one with the decided words replaced; the draft stays as it is.
 * Ids stay. A decision whose words are not there any more does nothing.
 */
export function applyDecisions(
  report: Report,
  hits: readonly DisclosureHit[],
  decisions: DisclosureDecisions,
): Report {
  return mapTexts(report, changer(hits, decisions));
}

/** The same of the annexes that go out with it; one whose title is taken out is left out. */
export function applyToAnnexes(
  annexes: readonly Annex[],
  hits: readonly DisclosureHit[],
  decisions: DisclosureDecisions,
): readonly Annex[] {
  return mapAnnexTexts(annexes, changer(hits, decisions));
}

/** Those of the annexes that were looked through whose titles are taken out: they do not go out. */
export function listTakenOut(
  annexes: readonly Annex[],
  hits: readonly DisclosureHit[],
  decisions: DisclosureDecisions,
): readonly Annex[] {
  const change = changer(hits, decisions);
  return annexes.filter(({ title }, index) => {
    const placed = { id: nameAnnex(index), field: 'title', text: title };
    return change(placed).trim() === '';
  });
}

/** A report with everything that blocks replaced by the best proposal, where nobody can be asked. */
export interface Generalised {
  readonly report: Report;
  /** Those that go out with it. */
  readonly annexes: readonly Annex[];
  /** How many were replaced. */
  readonly generalised: number;
  /** How many are worth a look and stand as they were. */
  readonly left: number;
}

/**
 * Replaces every hit that blocks by its best proposal, in the annexes too, and counts the others.
 * @param annexes those that the hits were found in
 */
export function generaliseAll(
  report: Report,
  hits: readonly DisclosureHit[],
  annexes: readonly Annex[] = [],
): Generalised {
  const decisions: Record<string, DisclosureDecision> = {};
  for (const { key, severity, proposals } of hits) {
    const [text] = proposals;
    if (severity === 'block' && text !== undefined) {
      decisions[key] = { action: 'replace', text, reason: '' };
    }
  }
  const generalised = Object.keys(decisions).length;
  return {
    report: applyDecisions(report, hits, decisions),
    annexes: applyToAnnexes(annexes, hits, decisions),
    generalised,
    left: hits.length - generalised,
  };
}

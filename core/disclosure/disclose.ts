import { type Annex, keyOfAnnex } from '../layout/index.ts';
import type { Report } from '../model/index.ts';
import type { DisclosurePack } from '../packs/index.ts';
import { sentenceAround } from './clauses.ts';
import { type CompiledPack, compilePacks } from './compile.ts';
import { findInText } from './find-in-text.ts';
import type { DisclosureHit } from './hit.ts';
import { nameHit } from './key.ts';
import { type Merged, mergeFound } from './merge.ts';
import { listTexts, nameAnnex, type PlacedText } from './texts.ts';

/** A hit before it has a name. */
type Unnamed = Omit<DisclosureHit, 'key'>;

function toHit({ id, field, text }: PlacedText, merged: Merged): Unnamed {
  const { rule, start, end, why, severity, proposals } = merged;
  return {
    rule: rule.id,
    kind: rule.kind,
    severity,
    target: { id, field },
    start,
    end,
    text: text.slice(start, end),
    context: sentenceAround(text, { start, end }),
    why,
    basis: rule.basis,
    proposals,
  };
}

/** Each annex that goes out with the report is looked at once as such. */
function findAnnexes(
  annexes: readonly Annex[],
  packs: readonly CompiledPack[],
): readonly Unnamed[] {
  const rules = packs
    .flatMap((pack) => pack.rules.map(({ rule }) => rule))
    .filter(({ structure }) => structure === 'annex');
  return annexes.flatMap(({ title }, index) =>
    rules.map((rule) => {
      const { why, severity, proposals } = rule;
      const merged = { start: 0, end: title.length, rule, why, severity, proposals };
      return toHit({ id: nameAnnex(index), field: 'title', text: title }, merged);
    }),
  );
}

/** The whole of a listed attachment, where it is not one of those that go out with the report. */
function findListed(
  placed: PlacedText,
  annexes: readonly Annex[],
  packs: readonly CompiledPack[],
): readonly Unnamed[] {
  const { id, field, text } = placed;
  const key = keyOfAnnex(text);
  const isListed = id === 'closing' && field.startsWith('attachments.');
  if (!isListed || annexes.some(({ title }) => keyOfAnnex(title) === key)) return [];
  return packs
    .flatMap((pack) => pack.rules.map(({ rule }) => rule))
    .filter(({ structure }) => structure === 'listed-annex')
    .map((rule) => toHit(placed, { start: 0, end: text.length, rule, ...rule }));
}

function nameAll(hits: readonly Unnamed[]): readonly DisclosureHit[] {
  const counts = new Map<string, number>();
  return hits.map((hit) => {
    const equal = nameHit(hit.target.id, hit.rule, hit.text, 0);
    const ordinal = counts.get(equal) ?? 0;
    counts.set(equal, ordinal + 1);
    return { key: nameHit(hit.target.id, hit.rule, hit.text, ordinal), ...hit };
  });
}

/**
 * Finds what must be looked at before a report is published, in every text of it and of the annexes
 * that go out with it, in reading order and without overlaps. Advice: no machine knows all secrets.
 * @param annexes those of the public copy only
 * @source regulations.md 8, export checks
 */
export function findDisclosures(
  report: Report,
  annexes: readonly Annex[],
  packs: readonly DisclosurePack[],
): readonly DisclosureHit[] {
  const compiled = compilePacks(packs);
  const ofAnnexes = findAnnexes(annexes, compiled);
  const isTaken = ({ id, field }: PlacedText) =>
    ofAnnexes.some(({ target }) => target.id === id && target.field === field);
  const ofTexts = listTexts(report, annexes)
    .filter((placed) => !isTaken(placed))
    .flatMap((placed) => {
      const merged = mergeFound(findInText(placed.text, compiled));
      if (merged.length === 0) return findListed(placed, annexes, compiled);
      return merged.map((one) => toHit(placed, one));
    });
  return nameAll([...ofTexts, ...ofAnnexes]);
}

/** The mark of secrecy that stands in a report or in its annexes; null where there is none. */
export function findSecrecyMark(
  report: Report,
  annexes: readonly Annex[],
  packs: readonly DisclosurePack[],
): string | null {
  const secret = packs.map((pack) => ({
    ...pack,
    rules: pack.rules.filter(({ isSecret }) => isSecret),
  }));
  const [first] = findDisclosures(report, annexes, secret).filter(({ kind }) => kind === 'secrecy');
  return first ? first.text.trim() : null;
}

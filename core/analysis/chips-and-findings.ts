import type { Finding } from '../api/index.ts';
import type { StaleChip, StaleKind } from '../stale/index.ts';

/** What a rolled draft says by a chip, by the rules that object to the same words in any draft. */
const chipOfRule: ReadonlyMap<string, StaleKind> = new Map([
  ['expired-document', 'title'],
  ['outline-citation', 'title'],
  ['foreign-place', 'place'],
]);

function isAtOnePlace({ place: a }: Finding, { place: b }: StaleChip): boolean {
  return a.partId === b.partId && a.sectionId === b.sectionId && a.blockId === b.blockId;
}

/** True where finding and chip object to the same words. A finding may reach over several chips, or lie in one. */
function isOfSame(finding: Finding, chip: StaleChip): boolean {
  if (chipOfRule.get(finding.rule) !== chip.kind || !isAtOnePlace(finding, chip)) return false;
  // one that reaches from title to title may hold a fault of neither
  const mayReach = finding.rule !== 'outline-citation' && finding.text.includes(chip.text);
  return mayReach || chip.text.includes(finding.text);
}

/** A draft's chips and findings without one word being both. */
export interface Settled {
  readonly chips: readonly StaleChip[];
  readonly findings: readonly Finding[];
}

/**
 * Decides for a draft that was rolled forward what is a chip and what a finding: a title that is past
 * and the name of another place are chips, and no findings besides. Whether a title is told as past
 * (不再适用原《…》) proofreading knows: where it has no objection, there is no chip either.
 */
export function settle(chips: readonly StaleChip[], findings: readonly Finding[]): Settled {
  // most chips and findings are of other kinds, and no business of each other
  const doubtful = chips.filter(({ kind }) => kind === 'title' || kind === 'place');
  if (doubtful.length === 0) return { chips, findings };
  const rivals = findings.filter(({ rule }) => chipOfRule.has(rule));
  const isToldAsPast = (chip: StaleChip) =>
    chip.kind === 'title' && !rivals.some((finding) => isOfSame(finding, chip));
  const past = new Set(doubtful.filter(isToldAsPast));
  const isChip = (finding: Finding) =>
    chipOfRule.has(finding.rule) &&
    doubtful.some((chip) => !past.has(chip) && isOfSame(finding, chip));
  return {
    chips: chips.filter((chip) => !past.has(chip)),
    findings: findings.filter((finding) => !isChip(finding)),
  };
}

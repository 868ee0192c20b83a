import type { Finding } from '../../../core/api/index.ts';

/** A finding with what tells it from every other of its list. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: Finding;
}

/**
 * Keys that stay with a finding while others come and go. One rule may say two things of the same
 * words, so that rule and place alone tell too little.
 */
export function keyFindings(findings: readonly Finding[]): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, place, text, message } = finding;
    const own = JSON.stringify([rule, place.blockId, place.quote, text, message]);
    const nth = (seen.get(own) ?? 0) + 1;
    seen.set(own, nth);
    return { key: `${own} ${nth}`, finding };
  });
}

import type { Report } from '../model/index.ts';
import type { DisclosureDecision, DisclosureHit } from './hit.ts';

/** Finds what must be looked at before a report is published. */
export function findDisclosures(_report: Report): readonly DisclosureHit[] {
  return [];
}

/** The report as it is published: a new one with the decided words replaced; the draft stays as it is. */
export function applyDecisions(
  report: Report,
  _hits: readonly DisclosureHit[],
  _decisions: Readonly<Record<string, DisclosureDecision>>,
): Report {
  return report;
}

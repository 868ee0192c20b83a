import type { Report } from '../model/index.ts';
import { listPlanPassages } from './plan-passages.ts';

/** Offset from which a block plans, by its id; 0 by the id of a section whose heading is a point of the plan. */
export function findPlanSpans(report: Report): ReadonlyMap<string, number> {
  return new Map(
    listPlanPassages(report).map(({ blockId, sectionId, span }) => [
      blockId ?? sectionId ?? '',
      span.start,
    ]),
  );
}

/** The measures a report plans, each text once, with the headings they stand under. */
export function listPlanTexts(report: Report): readonly string[] {
  const passages = listPlanPassages(report);
  const headings = passages.map(({ heading }) => heading).filter((heading) => heading !== '');
  return [
    ...new Set([
      ...headings,
      ...passages.map(({ text, span }) => text.slice(span.start, span.end)),
    ]),
  ];
}

import type { CheckItemResult, Place } from '../api/index.ts';
import { isSettled } from '../coverage/index.ts';
import type { Report } from '../model/index.ts';
import type { AppliedPacks, CheckItem } from '../packs/index.ts';
import { judgeFiling } from './judge.ts';
import { type CheckedAnalysis, countOpen, listOpen } from './list-open.ts';
import { namePlaces, type PlaceNames } from './name-places.ts';
import type { NamedPlace, SelfCheck, SelfCheckRow } from './self-check.ts';

function listPlaces(where: readonly Place[], names: PlaceNames): readonly NamedPlace[] {
  return where.map((place) => ({ label: names.ofAnswer(place), quote: place.quote }));
}

function toRow(item: CheckItem, result: CheckItemResult, names: PlaceNames): SelfCheckRow {
  return {
    itemId: item.id,
    question: item.question,
    basis: item.basis,
    isUnconfirmed: item.confidence === 'unconfirmed',
    state: result.state,
    reason: result.reason,
    places: listPlaces(result.where, names),
    home: names.ofStop(result.homeId),
  };
}

/**
 * The self-check sheet of a report. Nothing is looked for here: states and places are those of the
 * analysis, which the panel and the coverage map show too, so that all of them agree.
 * @param analysis of this very report, with these packs
 */
export function buildSelfCheck(
  report: Report,
  packs: Pick<AppliedPacks, 'checklist' | 'outline' | 'outlineIsCurrent'>,
  analysis: CheckedAnalysis,
): SelfCheck {
  const names = namePlaces(report);
  const results = new Map(analysis.items.map((result) => [result.itemId, result]));
  const rows = packs.checklist.items
    .filter(({ required }) => required)
    .flatMap((item) => {
      const result = results.get(item.id);
      return result ? [toRow(item, result, names)] : [];
    });
  const open = listOpen(analysis, packs, report.closing.signedDate === null);
  return {
    unit: report.issuers.join('、'),
    year: report.year,
    title: report.title.replaceAll('\n', ''),
    outline: packs.outline.citation.replaceAll(/[《》]/gu, ''),
    outlineIsCurrent: packs.outlineIsCurrent,
    rows,
    settled: rows.filter(isSettled).length,
    open: countOpen(open),
    ...judgeFiling(open, rows.length),
  };
}

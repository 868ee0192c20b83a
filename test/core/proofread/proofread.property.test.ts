import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import { blockText, listBlocks, type Report } from '../../../core/model/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { applySuggestion } from '../../support/apply-suggestion.ts';
import { messyReport } from '../../support/messy-report.ts';
import { packsOf } from './seed-report.ts';

const check = (report: Report) =>
  proofread(report, { packs: packsOf(report.year), year: report.year });

/** Every text a finding's place may name. */
function textsAt(
  report: Report,
  { blockId, sectionId, partId }: Finding['place'],
): readonly string[] {
  if (blockId !== null) {
    const placed = listBlocks(report).find(({ block }) => block.id === blockId);
    return placed ? [blockText(placed.block)] : [];
  }
  const part = report.parts.find(({ id }) => id === partId);
  if (part) {
    const section = part.sections.find(({ id }) => id === sectionId);
    return [section ? section.heading : part.heading];
  }
  const { signature, attachments, note } = report.closing;
  return [
    report.title,
    report.addressee,
    report.preambleHeading,
    ...signature,
    ...attachments,
    note,
  ];
}

/** Findings of the same rule in the same place. */
function countLike(report: Report, { rule, place }: Finding): number {
  return check(report).filter(
    (finding) =>
      finding.rule === rule &&
      finding.place.blockId === place.blockId &&
      finding.place.sectionId === place.sectionId &&
      finding.place.partId === place.partId,
  ).length;
}

describe('proofreading any report', () => {
  test('throws at none and finds the same twice', () => {
    fc.assert(
      fc.property(messyReport, (report) => {
        expect(check(report)).toEqual(check(report));
      }),
      { numRuns: 60 },
    );
  });

  test('words stand in their quote, and the quote at its place', () => {
    fc.assert(
      fc.property(messyReport, (report) => {
        for (const { text, place } of check(report)) {
          expect(place.quote).toContain(text);
          expect(textsAt(report, place).some((whole) => whole.includes(place.quote))).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('applying a suggestion removes its finding', () => {
    fc.assert(
      fc.property(messyReport, (report) => {
        for (const finding of check(report)) {
          if (finding.suggestion === '') continue;
          const mended = applySuggestion(report, finding);
          expect(countLike(mended, finding), finding.rule).toBeLessThan(countLike(report, finding));
        }
      }),
      { numRuns: 120 },
    );
  });

  test('a finding without suggestion changes nothing when applied', () => {
    fc.assert(
      fc.property(messyReport, (report) => {
        for (const finding of check(report).filter(({ suggestion }) => suggestion === '')) {
          expect(applySuggestion(report, finding)).toBe(report);
        }
      }),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContradictions, findSums, listFigures } from '../../../core/figures/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { createPromiseReviewer, reviewPromises } from '../../../core/promises/index.ts';
import { createProofreader, proofread } from '../../../core/proofread/index.ts';
import { anyEdit, applyEdit } from '../../support/any-edit.ts';
import { messyReport } from '../../support/messy-report.ts';
import { buildLongReport, buildVariedReport } from '../../support/sample-reports.ts';
import { packsOf } from './seed-report.ts';

const figuresOf = (report: Report) => ({
  sums: findSums(report),
  contradictions: findContradictions(report),
  figures: listFigures(report),
});

const anyDraft = fc.oneof(
  messyReport,
  fc.constant(buildVariedReport()),
  fc.integer({ min: 1, max: 9 }).map((seed) => buildLongReport(1500, seed)),
);

describe('after any edits', () => {
  test('findings and figures are those of a draft never seen before', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        const context = { packs: packsOf(first.year), year: first.year };
        const read = createProofreader(context);
        read(first);
        edits.reduce((draft, edit) => {
          const next = applyEdit(draft, edit);
          const copy = structuredClone(next);
          expect(read(next)).toEqual(proofread(copy, context));
          expect(figuresOf(next)).toEqual(figuresOf(structuredClone(next)));
          return next;
        }, first);
      }),
      { numRuns: 25 },
    );
  });

  test('promises are told of where they are in a draft never seen before', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (base, edits) => {
        const review = createPromiseReviewer(base);
        review(base, {});
        edits.reduce((draft, edit) => {
          const next = applyEdit(draft, edit);
          expect(review(next, {})).toEqual(reviewPromises(base, structuredClone(next), {}));
          return next;
        }, base);
      }),
      { numRuns: 60 },
    );
  });
});

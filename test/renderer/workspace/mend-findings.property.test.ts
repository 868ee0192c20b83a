import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { proofread } from '../../../core/proofread/index.ts';
import { toDocument, toReport } from '../../../renderer/editor/index.ts';
import { findWordsAt } from '../../../renderer/features/workspace/jump.ts';
import { mendFindings } from '../../../renderer/features/workspace/mend-findings.ts';
import { messyReport } from '../../support/messy-report.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const check = (report: Report): readonly Finding[] =>
  proofread(report, { packs: choosePacks(shipped.packs, report.year), year: report.year });

/** Findings of one rule at one place. */
function countLike(report: Report, { rule, place }: Finding): number {
  const at = ({ blockId, sectionId, partId }: Finding['place']) =>
    [partId, sectionId, blockId].join('\n');
  return check(report).filter((other) => other.rule === rule && at(other.place) === at(place))
    .length;
}

test('every finding with words stands where the page says, in any draft', () => {
  fc.assert(
    fc.property(messyReport, (report) => {
      const doc = toDocument(report);
      for (const { place, text } of check(toReport(doc))) {
        const range = findWordsAt(doc, place, text);
        if (text === '') expect(range).toBeNull();
        else expect(range && doc.textBetween(range.from, range.to)).toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});

test('mending a finding on the page removes it', () => {
  fc.assert(
    fc.property(messyReport, (report) => {
      const state = EditorState.create({ doc: toDocument(report) });
      const before = toReport(state.doc);
      for (const finding of check(before).filter(({ suggestion }) => suggestion !== '')) {
        const mended = mendFindings(state, [finding]);
        expect(mended, finding.rule).not.toBeNull();
        const after = mended ? toReport(mended.doc) : before;
        expect(countLike(after, finding), finding.rule).toBeLessThan(countLike(before, finding));
      }
    }),
    { numRuns: 60 },
  );
});

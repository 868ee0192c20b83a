import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitReport } from '../../../core/model/index.ts';
import { toDocument, toPieces, toReport } from '../../../renderer/editor/index.ts';
import { arbitraryReport } from './arbitrary-report.ts';

describe('turning a report into the page and back', () => {
  test('gives the same report, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(toReport(toDocument(report))).toEqual(report);
      }),
    );
  });

  test('gives the pieces that the report is split into', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(toPieces(toDocument(report))).toEqual(splitReport(report));
      }),
    );
  });

  test('gives a document that keeps the schema', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(() => toDocument(report).check()).not.toThrow();
      }),
    );
  });

  test('gives the very same block for a node that did not change', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const doc = toDocument(report);
        const [once, again] = [toPieces(doc)[0], toPieces(doc)[0]];
        if (once?.kind !== 'front' || again?.kind !== 'front') throw new Error('no front');
        for (const [index, block] of once.blocks.entries()) expect(again.blocks[index]).toBe(block);
      }),
    );
  });
});

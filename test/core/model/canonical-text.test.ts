import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  blockText,
  canonicalText,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { mapBlocks } from '../../support/map-blocks.ts';
import { anyReport } from '../../support/report-arbitraries.ts';

/** The same report with other ids everywhere, and carried from somewhere else. */
function reidentify(report: Report): Report {
  const createId = createCountingIds('other-');
  const source = { reportId: 'last-year', blockId: 'some-block' };
  const anew = <Item extends { readonly id: string }>(item: Item): Item => ({
    ...item,
    id: createId(),
    source,
  });
  const all = (blocks: readonly Block[]) => blocks.map(anew);
  return {
    ...report,
    preamble: all(report.preamble),
    parts: report.parts.map((part) => ({
      ...anew(part),
      blocks: all(part.blocks),
      sections: part.sections.map((section) => ({ ...anew(section), blocks: all(section.blocks) })),
    })),
  };
}

describe('the canonical text of a report', () => {
  test('is the same for the same words, whatever the ids and wherever they came from', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(canonicalText(reidentify(report))).toBe(canonicalText(report));
      }),
    );
  });

  test('is another one when a single letter of any block is changed, added or taken away', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.nat(),
        fc.constantFrom('改', ' ', '\n', '\ud800'),
        (report, at, letter) => {
          const blocks = listBlocks(report).map(({ block }) => block);
          fc.pre(blocks.length > 0);
          const chosen = blocks[at % blocks.length];
          const change = (text: string) => text + letter;
          const changed = mapBlocks(report, (block) => {
            if (block.id !== chosen?.id) return block;
            return block.type === 'table'
              ? { ...block, rows: block.rows.map((row) => row.map(change)) }
              : { ...block, text: change(block.text) };
          });
          expect(canonicalText(changed)).not.toBe(canonicalText(report));
        },
      ),
    );
  });

  test('is another one when a heading changes its level or its manner', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { block } of listBlocks(report)) {
          if (block.type !== 'subheading') continue;
          const raise = (one: Block): Block =>
            one.id === block.id && one.type === 'subheading'
              ? { ...one, level: one.level === 3 ? 4 : 3 }
              : one;
          const join = (one: Block): Block =>
            one.id === block.id && one.type === 'subheading' ? { ...one, runIn: !one.runIn } : one;
          const demote = (one: Block): Block =>
            one.id === block.id
              ? { type: 'paragraph', id: one.id, source: null, text: blockText(one) }
              : one;
          const known = canonicalText(report);
          for (const change of [raise, join, demote]) {
            expect(canonicalText(mapBlocks(report, change))).not.toBe(known);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is another one when a section becomes a part, or moves to the part before', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const at = report.parts.findIndex(({ sections }) => sections.length > 0);
        const [part, section] = [report.parts[at], report.parts[at]?.sections.at(-1)];
        fc.pre(part !== undefined && section !== undefined);
        const without = { ...part, sections: part.sections.slice(0, -1) };
        const { runIn: _, ...rest } = section;
        const raised = { ...rest, kind: part.kind, sections: [] };
        const parts = report.parts.toSpliced(at, 1, without, raised);
        expect(canonicalText({ ...report, parts })).not.toBe(canonicalText(report));
      }),
    );
  });

  test('tells every field around the text apart', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { closing } = report;
        const others: readonly Report[] = [
          { ...report, year: report.year + 1 },
          { ...report, issuers: [...report.issuers, '青石镇人民政府'] },
          { ...report, title: `${report.title}。` },
          { ...report, addressee: `${report.addressee}。` },
          { ...report, preambleHeading: '引言' },
          { ...report, closing: { ...closing, signature: [...closing.signature, '青石镇'] } },
          { ...report, closing: { ...closing, signedDate: '2027-01-01' } },
          { ...report, closing: { ...closing, attachments: ['清单'] } },
          { ...report, closing: { ...closing, note: '此件公开发布' } },
        ];
        const texts = [report, ...others].map(canonicalText);
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });
});

import fc from 'fast-check';
import {
  type Block,
  buildReport,
  type CreateId,
  createCountingIds,
  type Part,
  partKinds,
  type Report,
} from '../../../core/model/index.ts';
import { mapBlocks } from '../../support/map-blocks.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'依法治镇，2025年。（一）〔〕 \n\tA'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const line = text.filter((value) => value !== '');
const source = fc.option(fc.record({ reportId: fc.constant('base'), blockId: fc.uuid() }), {
  nil: null,
});
const id = fc.constant('');

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), id, source, text }),
  fc.record({
    type: fc.constant('subheading' as const),
    id,
    source,
    level: fc.constantFrom(3 as const, 4 as const),
    runIn: fc.boolean(),
    text,
  }),
  fc
    .tuple(
      source,
      fc.nat(3),
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 3 }),
    )
    .map(
      ([origin, width, rows]): Block => ({
        type: 'table',
        id: '',
        source: origin,
        rows: rows.map((row) => row.slice(0, width)),
      }),
    ),
);
const blocks = fc.array(block, { maxLength: 4 });
const section = fc.record({ id, source, heading: text, runIn: fc.boolean(), blocks });
const part: fc.Arbitrary<Part> = fc.record({
  id,
  source,
  kind: fc.constantFrom(...partKinds),
  heading: text,
  blocks,
  sections: fc.array(section, { maxLength: 3 }),
});

/** The report with a new id on everything that has one. */
export function withIds(report: Report, createId: CreateId = createCountingIds()): Report {
  const parts = report.parts.map((each) => ({
    ...each,
    id: createId(),
    sections: each.sections.map((inner) => ({ ...inner, id: createId() })),
  }));
  return mapBlocks({ ...report, parts }, (each) => ({ ...each, id: createId() }));
}

/** Any report the model allows, but for empty lines in signature and attachments. */
export const arbitraryReport: fc.Arbitrary<Report> = fc
  .record({
    issuers: fc.array(text, { maxLength: 2 }),
    title: text,
    addressee: text,
    preambleHeading: text,
    preamble: blocks,
    parts: fc.array(part, { maxLength: 5 }),
    closing: fc.record({
      signature: fc.array(line, { maxLength: 2 }),
      signedDate: fc.constantFrom(null, '2027-02-05', '2026-12-31'),
      attachments: fc.array(line, { maxLength: 2 }),
      note: text,
    }),
  })
  .map((content) => withIds(buildReport(2026, content)));

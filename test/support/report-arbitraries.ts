import fc from 'fast-check';
import {
  type Block,
  buildReport,
  createCountingIds,
  type Part,
  partKinds,
  type Report,
} from '../../core/model/index.ts';

const han = fc.constantFrom(
  ...'法治政府建设年度报告镇村推进落实执法监督调解公开培训制度责任群众矛盾纠纷',
);
/** A run of hanzi. */
export const hanText = (minLength: number, maxLength: number) =>
  fc.array(han, { minLength, maxLength }).map((letters) => letters.join(''));

type Plan = {
  readonly kind: Block['type'];
  readonly text: string;
  readonly level: 3 | 4;
  readonly runIn: boolean;
};
const blockPlan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(
    'paragraph' as const,
    'paragraph' as const,
    'subheading' as const,
    'table' as const,
  ),
  text: hanText(1, 30),
  level: fc.constantFrom(3 as const, 4 as const),
  runIn: fc.boolean(),
});
const sectionPlan = fc.record({
  heading: hanText(2, 12),
  runIn: fc.boolean(),
  blocks: fc.array(blockPlan, { maxLength: 4 }),
});
const partPlan = fc.record({
  kind: fc.constantFrom(...partKinds),
  heading: hanText(2, 12),
  blocks: fc.array(blockPlan, { maxLength: 3 }),
  sections: fc.array(sectionPlan, { maxLength: 4 }),
});

function toBlock(id: string, { kind, text, level, runIn }: Plan): Block {
  switch (kind) {
    case 'paragraph':
      return { type: 'paragraph', id, source: null, text };
    case 'subheading':
      return { type: 'subheading', id, source: null, level, runIn, text };
    case 'table':
      return {
        type: 'table',
        id,
        source: null,
        rows: [
          [text, '件数'],
          ['甲', '1'],
        ],
      };
  }
}

/** Any report of the model, with unique ids and all kinds of blocks. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    year: fc.integer({ min: 2016, max: 2035 }),
    title: hanText(0, 20),
    addressee: hanText(0, 8),
    preamble: fc.array(blockPlan, { maxLength: 3 }),
    parts: fc.array(partPlan, { maxLength: 5 }),
    signature: fc.array(hanText(3, 12), { maxLength: 2 }),
    signedDate: fc.constantFrom(null, '2026-02-05'),
  })
  .map((plan) => {
    const createId = createCountingIds('x');
    const parts = plan.parts.map(
      (part): Part => ({
        id: createId(),
        source: null,
        kind: part.kind,
        heading: part.heading,
        blocks: part.blocks.map((block) => toBlock(createId(), block)),
        sections: part.sections.map((section) => ({
          id: createId(),
          source: null,
          heading: section.heading,
          runIn: section.runIn,
          blocks: section.blocks.map((block) => toBlock(createId(), block)),
        })),
      }),
    );
    return buildReport(plan.year, {
      title: plan.title,
      addressee: plan.addressee,
      issuers: plan.signature,
      preamble: plan.preamble.map((block) => toBlock(createId(), block)),
      parts,
      closing: {
        signature: plan.signature,
        signedDate: plan.signedDate,
        attachments: [],
        note: '',
      },
    });
  });

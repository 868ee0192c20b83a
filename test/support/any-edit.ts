import fc from 'fast-check';
import type { Block, Report } from '../../core/model/index.ts';

/** A change that a writer makes, to the one of a draft's blocks that `at` comes to. */
export interface Edit {
  readonly at: number;
  readonly kind: 'type' | 'remove' | 'repeat' | 'turnPart';
  readonly from: number;
  readonly words: string;
}

/** Any change to a draft: words in and out of a block, a block gone or doubled, a part of another kind. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(500),
  kind: fc.constantFrom('type', 'type', 'type', 'remove', 'repeat', 'turnPart'),
  from: fc.nat(200),
  words: fc.constantFrom(
    '',
    '。',
    '，',
    '法治培训',
    '化解矛盾纠纷56件。',
    '共8件，其中甲类3件、乙类4件。',
  ),
});

function change(block: Block, { from, words }: Edit): Block {
  if (block.type === 'table') {
    return { ...block, rows: block.rows.map((row) => row.map((cell) => `${cell}${words}`)) };
  }
  const at = from % (block.text.length + 1);
  return { ...block, text: `${block.text.slice(0, at)}${words}${block.text.slice(at + 1)}` };
}

function changeIn(blocks: readonly Block[], at: number, edit: Edit): readonly Block[] {
  return blocks.flatMap((block, index) => {
    if (index !== at) return [block];
    if (edit.kind === 'remove') return [];
    if (edit.kind === 'repeat') return [block, { ...block, id: `${block.id}+` }];
    return [change(block, edit)];
  });
}

/** The draft after an edit; nothing of it is the object it was, as after its way to another thread. */
export function applyEdit(report: Report, edit: Edit): Report {
  const homes = [
    report.preamble,
    ...report.parts.flatMap(({ blocks, sections }) => [
      blocks,
      ...sections.map((section) => section.blocks),
    ]),
  ];
  let left = edit.at % Math.max(1, homes.flat().length);
  const edited = (blocks: readonly Block[]) => {
    const at = left;
    left -= blocks.length;
    return changeIn(blocks, at, edit);
  };
  const preamble = edited(report.preamble);
  const turned = edit.kind === 'turnPart' ? edit.from % Math.max(1, report.parts.length) : -1;
  const parts = report.parts.map((part, index) => {
    const blocks = edited(part.blocks);
    const sections = part.sections.map((one) => ({ ...one, blocks: edited(one.blocks) }));
    return { ...part, blocks, sections, kind: index === turned ? ('plan' as const) : part.kind };
  });
  return structuredClone({ ...report, preamble, parts });
}

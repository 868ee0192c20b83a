import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemState } from '../../../core/api/index.ts';
import { coverReport } from '../../../core/coverage/index.ts';
import type { PartKind } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { fillPhrase, shipped } from '../../templates/shipped-packs.ts';
import { buildCovered, type Outlined } from './build-covered.ts';

const packs = choosePacks(shipped.packs, 2023);
const rank: Readonly<Record<ItemState, number>> = {
  missing: 0,
  partly: 1,
  answered: 2,
  notApplicable: 3,
};
const kinds: readonly PartKind[] = ['achievements', 'shortcomings', 'leadership', 'plan'];
const phrases = packs.checklist.items.flatMap((item) => item.phrases.map(fillPhrase));
const sentence = fc.oneof(
  fc.constantFrom(...phrases),
  fc.constantFrom('推进政务公开。', '加强矛盾纠纷调解；', '落实三项制度。', '集镇有一座石桥。'),
);
const heading = fc.constantFrom('推进政务公开', '规范执法', '化解矛盾纠纷', '久久为功', '');
const section = fc
  .tuple(heading, fc.array(sentence, { maxLength: 4 }))
  .map(([head, texts]) => [head, ...texts] as const);
const sections = fc.array(section, { maxLength: 5 });
const outlined = fc
  .tuple(sections, sections, sections, sections)
  .map(
    (parts): Outlined => Object.fromEntries(kinds.map((kind, index) => [kind, parts[index] ?? []])),
  );

// one more shortcoming may leave its cause and its measure open
const judged = new Set(
  packs.checklist.items.flatMap(({ id, judge, under }) => (judge ? [id, ...under] : [])),
);

function statesOf(content: Outlined): ReadonlyMap<string, ItemState> {
  const { items, outline } = coverReport(buildCovered(content), packs);
  return new Map([...items, ...outline].map(({ itemId, state }) => [itemId, state]));
}

describe('coverage', () => {
  it('never loses a state when a sentence is added', () => {
    fc.assert(
      fc.property(outlined, fc.constantFrom(...kinds), sentence, (content, kind, added) => {
        const before = statesOf(content);
        const after = statesOf({
          ...content,
          [kind]: [...(content[kind] ?? []), ['新的一条', added]],
        });
        for (const [id, state] of before) {
          if (judged.has(id)) continue;
          expect(rank[after.get(id) ?? 'missing']).toBeGreaterThanOrEqual(rank[state]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in whatever order parts and sections stand', () => {
    fc.assert(
      fc.property(outlined, (content) => {
        const turned: Outlined = Object.fromEntries(
          Object.entries(content)
            .toReversed()
            .map(([kind, list]) => [kind, list.toReversed()]),
        );
        expect(statesOf(turned)).toEqual(statesOf(content));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same for a copy of the report and the packs, as a worker gets them', () => {
    fc.assert(
      fc.property(outlined, (content) => {
        const report = buildCovered(content);
        const first = coverReport(report, packs);
        expect(coverReport(structuredClone(report), structuredClone(packs))).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('points to places that exist and quote their block', () => {
    fc.assert(
      fc.property(outlined, (content) => {
        const report = buildCovered(content);
        const texts = new Map(
          report.parts
            .flatMap((part) => [part, ...part.sections])
            .flatMap(({ id, heading: words, blocks }) => [
              [id, words] as const,
              ...blocks.map((block) => [block.id, 'text' in block ? block.text : ''] as const),
            ]),
        );
        for (const { where } of coverReport(report, packs).items) {
          for (const { blockId, sectionId, partId, quote } of where) {
            expect(texts.get(blockId ?? sectionId ?? partId ?? '')).toContain(quote);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(packs.checklist.items.map((item) => [item.id, item] as const))(
    '%s is answered by its phrases in any part it allows',
    (id, item) => {
      for (const phrase of item.phrases.map(fillPhrase)) {
        for (const kind of item.parts) {
          expect(statesOf({ [kind]: [['新的一条', phrase]] }).get(id)).toBe('answered');
        }
      }
    },
  );
});

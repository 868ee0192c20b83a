import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Piece, splitReport } from '../../../core/model/index.ts';
import { isSameValue, planSave } from '../../../renderer/features/workspace/save-plan.ts';
import { arbitraryReport } from '../editor/arbitrary-report.ts';

/** What a store does with a plan. */
function applyPlan(saved: readonly Piece[], plan: ReturnType<typeof planSave>): readonly Piece[] {
  if (!plan) return saved;
  const known = new Map([...saved, ...plan.changed].map((piece) => [piece.id, piece]));
  return plan.order.flatMap((id) => known.get(id) ?? []);
}

const pieces = arbitraryReport.map((report) => splitReport(report));

describe('planning a save', () => {
  test('has nothing to do for an equal draft, whoever built it', () => {
    fc.assert(
      fc.property(pieces, (draft) => {
        expect(planSave(draft, structuredClone(draft))).toBeNull();
      }),
    );
  });

  test('makes the store hold exactly what is on the page, from any state to any other', () => {
    fc.assert(
      fc.property(pieces, pieces, (saved, current) => {
        expect(applyPlan(saved, planSave(saved, current))).toEqual(current);
      }),
    );
  });

  test('sends only the piece that was changed', () => {
    fc.assert(
      fc.property(pieces, (saved) => {
        const current = saved.map((piece) =>
          piece.kind === 'front' ? { ...piece, title: `${piece.title}改` } : piece,
        );
        expect(planSave(saved, current)?.changed.map(({ id }) => id)).toEqual(['front']);
      }),
    );
  });

  test('sends an order and no piece when two sections change places', () => {
    const [front, ...rest] = splitReport(
      fc.sample(arbitraryReport, { numRuns: 1, seed: 7 })[0] ?? fail(),
    );
    const section = (id: string): Piece => ({
      kind: 'section',
      id,
      source: null,
      heading: id,
      runIn: false,
      blocks: [],
    });
    if (!front) return fail();
    const saved = [front, section('甲'), section('乙'), ...rest];
    const plan = planSave(saved, [front, section('乙'), section('甲'), ...rest]);
    expect(plan?.changed).toEqual([]);
    expect(plan?.order.slice(0, 3)).toEqual(['front', '乙', '甲']);
  });
});

test('two JSON values are the same exactly when they are written alike', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isSameValue(a, structuredClone(a))).toBe(true);
      expect(isSameValue([a], [b])).toBe(isSameValue([b], [a]));
    }),
  );
  expect(isSameValue([], {})).toBe(false);
  expect(isSameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
});

function fail(): never {
  throw new Error('no sample');
}

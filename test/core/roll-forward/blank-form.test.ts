import { describe, expect, it } from 'vitest';
import { createCountingIds } from '../../../core/model/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { type BlankForm, startBlank } from '../../../core/roll-forward/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const issuers = ['青石镇人民政府'];
const packs = choosePacks(shipped.packs, 2025, { issuers });
const begin = (form?: BlankForm, addressee: string | null = null) =>
  startBlank({
    year: 2025,
    issuers,
    packs: { ...packs, addressee },
    createId: createCountingIds(),
    form,
  });
const kindsOf = (form?: BlankForm) => begin(form).parts.map(({ kind }) => kind);

describe('a blank draft', () => {
  it('is sent to nobody unless the county or the writer says to whom', () => {
    expect(begin().addressee).toBe('');
    expect(begin({}, '云岭县人民政府').addressee).toBe('云岭县人民政府');
    expect(begin({ addressee: '县委、县政府' }, '云岭县人民政府').addressee).toBe('县委、县政府');
    expect(begin({ addressee: '' }, '云岭县人民政府').addressee).toBe('');
  });

  it('has the title the writer chose, filled in', () => {
    const [variant = ''] = packs.template.titleVariants;
    expect(begin({ titlePattern: variant }).title).toBe(
      variant.replace('{unit}', '青石镇人民政府').replace('{year}', '2025'),
    );
  });

  it.each(packs.template.orders.map(({ title, parts }) => [title, parts] as const))(
    'has its parts in the order chosen: %s',
    (_, parts) => {
      expect(kindsOf({ order: parts })).toEqual(parts);
    },
  );

  it('lacks no required part in an order that does not name it', () => {
    expect(kindsOf({ order: ['plan'] })).toEqual([
      'plan',
      'achievements',
      'shortcomings',
      'leadership',
    ]);
    expect(kindsOf()).toEqual(['achievements', 'shortcomings', 'leadership', 'plan']);
  });
});

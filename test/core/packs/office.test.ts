import { describe, expect, it } from 'vitest';
import { choosePacks, type OfficePack, officePackSchema } from '../../../core/packs/index.ts';
import { buildCheckItem } from '../../support/checklists.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const office = (id: string, change: Partial<OfficePack> = {}): OfficePack =>
  officePackSchema.parse({
    kind: 'office',
    format: 1,
    id,
    title: id,
    source: '县里的通知',
    date: '2026-01-05',
    confidence: 'verified',
    ...change,
  });
const deadline = (id: string, month: number, day: number) => ({
  id,
  title: `期限${id}`,
  month,
  day,
  source: '通知',
  confidence: 'verified' as const,
});
const apply = (...offices: readonly OfficePack[]) =>
  choosePacks([...shipped.packs, ...offices], 2025, { issuers: ['青石镇人民政府'] });
const plain = apply();

describe('what a county asks of its units', () => {
  it('changes nothing where it says nothing', () => {
    const same = apply(office('silent'));
    expect(same.template).toEqual(plain.template);
    expect(same.addressee).toBeNull();
    expect(same.checklist.items).toEqual(plain.checklist.items);
    expect(same.sources).toEqual(plain.sources);
  });

  it('gives the title, and the headings of the parts it names', () => {
    const { template } = apply(
      office('one', {
        titlePattern: '{unit}{year}年报告',
        headings: [{ part: 'plan', heading: '{nextYear}年打算' }],
      }),
    );
    expect(template.titlePattern).toBe('{unit}{year}年报告');
    for (const [index, part] of template.parts.entries()) {
      const before = plain.template.parts[index];
      expect(part).toEqual(
        part.kind === 'plan' ? { ...before, heading: '{nextYear}年打算' } : before,
      );
    }
  });

  it('has its addressees stand first, and none of them twice', () => {
    const [known = ''] = plain.template.addressees;
    const { template, addressee } = apply(office('one', { addressees: ['云岭县人民政府', known] }));
    expect(addressee).toBe('云岭县人民政府');
    expect(template.addressees.slice(0, 2)).toEqual(['云岭县人民政府', known]);
    expect(new Set(template.addressees).size).toBe(template.addressees.length);
  });

  it('replaces a deadline by its id, in its place, and adds others behind', () => {
    const { template } = apply(
      office('one', { deadlines: [deadline('draft', 1, 5), deadline('submit', 1, 20)] }),
    );
    expect(template.deadlines.map(({ id, month, day }) => `${id} ${month}-${day}`)).toEqual([
      'submit 1-20',
      'publish 4-1',
      'draft 1-5',
    ]);
  });

  it('makes questions of other packs required, without changing those packs', () => {
    const optional = plain.checklist.items.find(({ required }) => !required);
    const { checklist } = apply(office('one', { required: [optional?.id ?? ''] }));
    expect(checklist.items.find(({ id }) => id === optional?.id)?.required).toBe(true);
    expect(apply().checklist.items.find(({ id }) => id === optional?.id)?.required).toBe(false);
  });

  it('adds its questions behind those of rules, and is named as where they come from', () => {
    const { checklist, sources } = apply(
      office('one', { items: [buildCheckItem({ id: 'own-1' })] }),
    );
    expect(checklist.items.at(-1)?.id).toBe('own-1');
    expect(sources.at(-1)).toMatchObject({ id: 'one', source: '县里的通知', itemIds: ['own-1'] });
  });

  it('adds up with what another office asks; the later one decides what only one can', () => {
    const { checklist, addressee, template } = apply(
      office('city', {
        addressees: ['云州市人民政府'],
        titlePattern: '{unit}报告',
        items: [buildCheckItem({ id: 'city-1' })],
      }),
      office('county', {
        addressees: ['云岭县人民政府'],
        items: [buildCheckItem({ id: 'county-1' })],
      }),
    );
    expect(checklist.items.slice(-2).map(({ id }) => id)).toEqual(['city-1', 'county-1']);
    expect(addressee).toBe('云岭县人民政府');
    expect(template.titlePattern).toBe('{unit}报告');
  });

  it.each([
    [{ years: { from: 2026, to: null } }, false],
    [{ years: { from: null, to: 2024 } }, false],
    [{ years: { from: 2025, to: 2025 } }, true],
    [{ unitKinds: ['subdistrict'] }, false],
    [{ unitKinds: ['township', 'town'] }, true],
  ] as const)('counts for its years and kinds of units only: %o', (change, counts) => {
    const { checklist, addressee } = apply(
      office('one', {
        ...change,
        addressees: ['云岭县人民政府'],
        items: [buildCheckItem({ id: 'own-1' })],
      }),
    );
    expect(checklist.items.some(({ id }) => id === 'own-1')).toBe(counts);
    expect(addressee !== null).toBe(counts);
  });
});

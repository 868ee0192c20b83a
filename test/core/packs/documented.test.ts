import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyNames } from '../../../core/api/index.ts';
import { findDisclosures } from '../../../core/disclosure/index.ts';
import { standardLayout } from '../../../core/layout/index.ts';
import { buildReport } from '../../../core/model/index.ts';
import { choosePacks, type Pack, parsePack, toProfile } from '../../../core/packs/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/packs.md'), 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gsu)].map(([, json = '']) => json);
const read = (json: string): Pack | null => {
  const exam = { others: shipped.packs, trusted: new Set<string>() };
  const parsed = parsePack({ name: 'example.json', json }, exam);
  expect(parsed).toMatchObject({ ok: true });
  return parsed.ok ? parsed.pack : null;
};

describe('the examples of the guide to packs', () => {
  it('are taken up as they stand', () => {
    expect(examples).toHaveLength(5);
    for (const json of examples) expect(read(json)).not.toBeNull();
  });

  it('do what the guide says', () => {
    const [office] = examples.map(read);
    const packs = [...shipped.packs, ...(office ? [office] : [])];
    const town = choosePacks(packs, 2025, { issuers: ['青石镇人民政府'] });
    expect(town.addressee).toBe('云岭县人民政府');
    expect(town.template.deadlines.map(({ id }) => id)).toEqual([
      'submit',
      'publish',
      'first-draft',
    ]);
    const item = town.checklist.items.find(({ id }) => id === 'yunling-village-police');
    expect(item?.phrases[0]).toMatch(/^本镇配备村（社区）辅警/u);
    const street = choosePacks(packs, 2025, { issuers: ['枫林街道办事处'] });
    const same = street.checklist.items.find(({ id }) => id === 'yunling-village-police');
    expect(same?.phrases[0]).toMatch(/^本街道配备/u);
    expect(choosePacks(packs, 2024, { issuers: ['青石镇人民政府'] }).addressee).toBeNull();
  });

  it('add what the county will not have published', () => {
    const packs = [...shipped.packs, ...examples.map(read)].filter(
      (pack) => pack?.kind === 'disclosure',
    );
    const find = (text: string) => {
      const preamble = [{ type: 'paragraph', id: 'p', source: null, text } as const];
      return findDisclosures(buildReport(2025, { preamble }), [], packs);
    };
    expect(find('清河水库值守人员3名，电话13912345678。')).toMatchObject([
      { text: '清河水库值守人员3名', proposals: ['清河水库落实专人值守', ''] },
      { rule: 'phone' },
    ]);
    expect(find('公布巡防路线，开展宣传。')[0]?.proposals).toEqual(['加强治安巡防，', '']);
    expect(find('开展巡防。')).toEqual([]);
  });

  it('hold a layout with every field explained', () => {
    const layout = examples.map(read).find((pack) => pack?.kind === 'layout');
    if (layout?.kind !== 'layout') throw new Error('no layout among the examples');
    expect(toProfile(layout)).toEqual({
      ...standardLayout('official'),
      id: 'yunling-layout',
      title: '云岭县公文版式',
      faces: { ...standardLayout('official').faces, digits: 'Times New Roman' },
      bold: { title: false, part: false, section: true, level3: false },
      linePitchPt: 28,
    });
    for (const key of Object.keys(toProfile(layout))) expect(guide).toContain(`\`${key}\``);
  });

  it('lists every office there is', () => {
    const offices = choosePacks(shipped.packs, 2025).departments;
    for (const { id, name } of offices) expect(guide).toContain(`\`${id}\` ${name}`);
  });
});

describe('every key of a pack', () => {
  /** Keys of objects, however deep; the words of a unit are names of the unit's own. */
  const keysOf = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(keysOf);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'words' ? [key] : [key, ...keysOf(inner)],
    );
  };

  it('has a Chinese name', () => {
    const nameless = [
      ...new Set([...shipped.packs, standardLayout('plain')].flatMap(keysOf)),
    ].filter((key) => !Object.hasOwn(keyNames, key));
    expect(nameless).toEqual([]);
  });
});

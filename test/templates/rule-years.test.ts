import { describe, expect, it } from 'vitest';
import { choosePacks } from '../../core/packs/index.ts';
import { ruleChecklists, shipped } from './shipped-packs.ts';

const ruleIds = new Set(ruleChecklists.flatMap(({ items }) => items.map(({ id }) => id)));
const newer = ruleChecklists.find(({ id }) => id === 'newer-rules')?.items ?? [];

function askedIn(year: number, issuer = '青石镇人民政府'): ReadonlySet<string> {
  const { checklist } = choosePacks(shipped.packs, year, { issuers: [issuer] });
  return new Set(checklist.items.map(({ id }) => id).filter((id) => ruleIds.has(id)));
}

describe('a question of a newer rule', () => {
  it.each([
    ['rule-full-review', 2022, null],
    ['rule-quality-plan', 2023, 2025],
    ['rule-powers-evaluation', 2024, 2025],
    ['rule-coordination', 2024, null],
    ['rule-reconsideration-law', 2024, 2025],
    ['rule-reconsideration-notice', 2024, null],
    ['rule-fair-competition', 2024, null],
    ['rule-emergency-law', 2024, 2026],
    ['rule-duty-list', 2024, null],
    ['rule-returned-powers', 2024, 2026],
    ['rule-inspection-limits', 2025, null],
    ['rule-inspection-code', 2025, null],
    ['rule-private-economy', 2025, 2027],
    ['rule-publicity-law', 2025, 2027],
    ['rule-eighth-publicity', 2025, 2025],
    ['rule-conference', 2025, 2026],
    ['rule-supervision-prepare', 2025, 2025],
    ['rule-supervision-regulation', 2026, null],
    ['rule-public-order-law', 2026, 2027],
  ])('%s is asked from %i to %s', (id, from, to) => {
    expect(askedIn(from)).toContain(id);
    expect(askedIn(from - 1)).not.toContain(id);
    expect(askedIn(to ?? 2031)).toContain(id);
    if (to !== null) expect(askedIn(to + 1)).not.toContain(id);
  });

  it('always says from which year it counts', () => {
    expect(newer.filter(({ years }) => years?.from === undefined)).toEqual([]);
  });

  it('traces to outline items that exist', () => {
    const known = new Set(
      shipped.packs.flatMap((pack) =>
        pack.kind === 'outline'
          ? pack.chapters.flatMap((one) => one.items.map(({ id }) => id))
          : [],
      ),
    );
    const rules = ruleChecklists.flatMap(({ items }) => items);
    expect(rules.flatMap(({ under }) => under).filter((id) => !known.has(id))).toEqual([]);
    expect(newer.filter(({ under }) => under.length === 0)).toEqual([]);
  });

  it('asks for the regulation on supervision only as a plan in the year before it is in force', () => {
    const item = newer.find(({ id }) => id === 'rule-supervision-prepare');
    expect(item?.parts).toEqual(['plan']);
  });
});

it('asks a department for no powers that were handed to townships', () => {
  const department = askedIn(2025, '云岭县水利局');
  for (const id of ['rule-duty-list', 'rule-returned-powers', 'rule-powers-evaluation']) {
    expect(department).not.toContain(id);
    expect(askedIn(2025, '枫林街道办事处')).toContain(id);
  }
  expect(department).toContain('rule-publicity-law');
});

describe('the duties of the two leaders', () => {
  const { checklist } = choosePacks(shipped.packs, 2025, { issuers: ['枫林街道办事处'] });
  const wordsOf = (id: string) => checklist.items.find((item) => item.id === id);

  it('are asked of the secretary and of the head apart, in every year', () => {
    for (const year of [2019, 2021, 2025, 2026]) {
      const asked = askedIn(year);
      expect([...asked].filter((id) => id.startsWith('rule-secretary')).length).toBeGreaterThan(4);
      expect([...asked].filter((id) => id.startsWith('rule-head')).length).toBeGreaterThan(4);
    }
  });

  it.each(['rule-secretary', 'rule-head', 'rule-secretary-decisions', 'rule-head-planning'])(
    '%s reads right for a subdistrict',
    (id) => {
      const item = wordsOf(id);
      const words = [item?.question, ...(item?.phrases ?? [])].join('');
      expect(words).toMatch(/党工委书记|办事处主任/u);
      expect(words).not.toMatch(/镇长|乡长|[{}]/u);
    },
  );
});

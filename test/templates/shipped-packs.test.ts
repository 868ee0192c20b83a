import { describe, expect, it } from 'vitest';
import { requiredPartKinds } from '../../core/model/index.ts';
import { type CheckItem, choosePacks } from '../../core/packs/index.ts';
import { checklists, outlines, ruleChecklists, shipped, template } from './shipped-packs.ts';

const itemsOf = (outline: (typeof outlines)[number] | undefined) =>
  (outline?.chapters ?? []).flatMap((chapter) => chapter.items);

describe('the packs the app ships', () => {
  it('all parse', () => {
    expect(shipped.faults).toEqual([]);
    expect(new Set(shipped.packs.map(({ kind }) => kind))).toEqual(
      new Set(['template', 'outline', 'checklist', 'rules', 'documents', 'units', 'disclosure']),
    );
  });

  it('have names of their own', () => {
    const names = shipped.packs.map(({ kind, id }) => `${kind} ${id}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('have ten chapters and thirty-five items for 2021–2025', () => {
    const outline = outlines[1];
    expect(outline?.chapters).toHaveLength(10);
    expect(itemsOf(outline).map(({ id }) => id)).toEqual(
      Array.from({ length: 35 }, (_, index) => `2021-${index + 1}`),
    );
  });

  it('have forty-four measures for 2015–2020', () => {
    expect(itemsOf(outlines[0]).map(({ id }) => id)).toEqual(
      Array.from({ length: 44 }, (_, index) => `2015-${index + 1}`),
    );
  });

  it('number items and chapters as they stand', () => {
    for (const outline of outlines) {
      expect(outline.chapters.map(({ ordinal }) => ordinal)).toEqual(
        outline.chapters.map((_, index) => index + 1),
      );
      for (const item of itemsOf(outline)) expect(item.id).toMatch(new RegExp(`-${item.ordinal}$`));
    }
  });

  it('cite each outline by its full title', () => {
    expect(outlines.map(({ citation }) => citation)).toEqual([
      '法治政府建设实施纲要（2015－2020年）',
      '法治政府建设实施纲要（2021－2025年）',
    ]);
  });

  it.each([
    [2015, 'outline-2015-2020', true],
    [2020, 'outline-2015-2020', true],
    [2021, 'outline-2021-2025', true],
    [2025, 'outline-2021-2025', true],
    [2026, 'outline-2021-2025', false],
    [2031, 'outline-2021-2025', false],
  ])('give a report of %i the outline %s', (year, id, isCurrent) => {
    const applied = choosePacks(shipped.packs, year);
    expect([applied.outline.id, applied.outlineIsCurrent]).toEqual([id, isCurrent]);
    expect(applied.checklist.outline).toBe(id);
  });

  it('name no outline after 2025, since none is known', () => {
    expect(Math.max(...outlines.map(({ years }) => years.to ?? Number.POSITIVE_INFINITY))).toBe(
      2025,
    );
  });
});

const ruleItems = ruleChecklists.flatMap(({ items }) => items);
const everyItem = [...checklists.flatMap(({ items }) => items), ...ruleItems];

/** The outline items a question speaks to. */
const aimsOf = ({ outlineItem, under }: CheckItem) => [
  ...(outlineItem === null ? [] : [outlineItem]),
  ...under,
];

describe.each(checklists.map((checklist) => [checklist.id, checklist] as const))(
  '%s with the questions of rules',
  (_, checklist) => {
    const items = itemsOf(outlines.find(({ id }) => id === checklist.outline));
    const asks = [...checklist.items, ...ruleItems];

    it('asks about every item that concerns a township', () => {
      const asked = new Set(asks.flatMap(aimsOf));
      const silent = items.filter(({ id, level }) => level !== 'county' && !asked.has(id));
      expect(silent.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
    });

    it('requires nothing that is addressed to county level and above', () => {
      const county = new Set(items.filter(({ level }) => level === 'county').map(({ id }) => id));
      const required = checklist.items.filter(
        ({ outlineItem, required: isRequired }) => isRequired && county.has(outlineItem ?? ''),
      );
      expect(required).toEqual([]);
    });

    it('requires an answer to every item that names townships', () => {
      const required = new Set(asks.filter((item) => item.required).flatMap(aimsOf));
      const named = items.filter(({ level }) => level === 'named');
      expect(named.filter(({ id }) => !required.has(id))).toEqual([]);
    });

    it('traces every question to items that exist', () => {
      const known = new Set(items.map(({ id }) => id));
      for (const { outlineItem } of checklist.items) {
        if (outlineItem !== null) expect(known).toContain(outlineItem);
      }
    });

    it('asks for what the rule requires of every part', () => {
      const first = new Set(asks.filter(({ required }) => required).map(({ parts }) => parts[0]));
      expect(first).toEqual(new Set(requiredPartKinds));
    });
  },
);

describe('the questions', () => {
  it('have ids of their own in all packs together', () => {
    const ids = everyItem.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('of rules stand under items of the outlines only', () => {
    const known = new Set(outlines.flatMap(itemsOf).map(({ id }) => id));
    for (const { outlineItem, under } of ruleItems) {
      expect(outlineItem).toBeNull();
      for (const id of under) expect(known).toContain(id);
    }
  });

  it('go to offices that the units pack knows', () => {
    const known = new Set(
      shipped.packs
        .flatMap((pack) => (pack.kind === 'units' ? pack.departments : []))
        .map(({ id }) => id),
    );
    for (const id of everyItem.flatMap(({ departments }) => departments)) {
      expect(known).toContain(id);
    }
  });
});

describe('the template', () => {
  it('has the four required parts in the order of the rule, and an optional fifth', () => {
    expect(template.parts.map(({ kind, required }) => [kind, required])).toEqual([
      ['achievements', true],
      ['shortcomings', true],
      ['leadership', true],
      ['plan', true],
      ['other', false],
    ]);
  });

  it('knows the usual share of every required part, which can add up to a whole', () => {
    const shares = template.parts.flatMap(({ required, usualShare }) =>
      required ? [usualShare ?? { from: 1, to: 0 }] : [],
    );
    expect(shares.map(({ from, to }) => [from, to])).toEqual([
      [0.44, 0.67],
      [0.04, 0.08],
      [0.11, 0.32],
      [0.12, 0.28],
    ]);
    expect(shares.reduce((sum, { from }) => sum + from, 0)).toBeLessThan(1);
    expect(shares.reduce((sum, { to }) => sum + to, 0)).toBeGreaterThan(1);
  });

  it('names the two national deadlines', () => {
    expect(template.deadlines.map(({ id, month, day }) => [id, month, day])).toEqual([
      ['submit', 3, 1],
      ['publish', 4, 1],
    ]);
  });

  it('closes its preamble by announcing the report', () => {
    expect(template.preamble.at(-1)).toMatch(/现将.*报告如下：$/u);
  });
});

describe('confidence', () => {
  it('is claimed of an outline item only where its summary was read at the source', () => {
    const sure = outlines.flatMap(itemsOf).filter(({ confidence }) => confidence !== 'unconfirmed');
    expect(sure.map(({ id }) => id)).toEqual(['2021-1', '2021-3']);
  });

  it('of a question is never more than that of the outline item it repeats', () => {
    const sureItems = new Set(
      outlines
        .flatMap(itemsOf)
        .flatMap(({ id, confidence }) => (confidence === 'unconfirmed' ? [] : [id])),
    );
    const overstated = everyItem
      .filter(({ basis, confidence }) => basis.startsWith('纲要') && confidence !== 'unconfirmed')
      .filter(({ outlineItem }) => !sureItems.has(outlineItem ?? ''));
    expect(overstated.map(({ id }) => id)).toEqual([]);
  });

  it('of a duty that townships follow by reference only is not that of the article', () => {
    const sure = everyItem.filter(
      ({ basis, confidence }) => confidence === 'verified' && basis.startsWith('第一责任人'),
    );
    expect(sure.map(({ id }) => id)).toEqual([]);
  });

  it('that is lacking makes a word list advice, never an error', () => {
    const lists = shipped.packs.flatMap((pack) => (pack.kind === 'rules' ? pack.wordLists : []));
    expect(lists.length).toBeGreaterThan(5);
    const hard = lists.filter(
      ({ confidence, severity }) => confidence === 'unconfirmed' && severity === 'error',
    );
    expect(hard).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  buildParagraph,
  buildTable,
  createCountingIds,
  listBlocks,
  type Report,
} from '../../../core/model/index.ts';
import { buildRolled, chipsOf, rewrite } from './rolled-draft.ts';

const source = (blockId: string) => ({ reportId: 'base', blockId });

/** The draft with other blocks in its only section. */
function withBlocks(draft: Report, change: (blocks: readonly Block[]) => readonly Block[]): Report {
  return {
    ...draft,
    parts: draft.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({ ...section, blocks: change(section.blocks) })),
    })),
  };
}

const blocksOf = (draft: Report) => listBlocks(draft).map(({ block }) => block);
const textOf = (block: Block | undefined) => (block && block.type !== 'table' ? block.text : '');
const keyAt = (draft: Report, rolled: Report, at: number) => chipsOf(draft, rolled)[at]?.key ?? '';

/** Splits a block in two as the editor does: both halves come from the same source. */
function split(draft: Report, index: number, offset: number): Report {
  return withBlocks(draft, (blocks) =>
    blocks.flatMap((block, at) => {
      if (at !== index || block.type === 'table') return [block];
      const { text } = block;
      return [
        { ...block, text: text.slice(0, offset) },
        { ...block, id: `${block.id}-half`, text: text.slice(offset) },
      ];
    }),
  );
}

/** Joins a block with the one behind it: its source is kept. */
function join(draft: Report, index: number): Report {
  return withBlocks(draft, (blocks) =>
    blocks.flatMap((block, at) => {
      if (at === index + 1) return [];
      if (at !== index || block.type === 'table') return [block];
      return [{ ...block, text: block.text + textOf(blocks[at + 1]) }];
    }),
  );
}

describe('a confirmation stays with its words', () => {
  const twins = '甲村办理案件5件，乙村办理案件5件。';

  test('when they are replaced, and the same words stand in the next clause', () => {
    const rolled = buildRolled([twins]);
    const confirmed = [keyAt(rolled, rolled, 0)];
    const draft = rewrite(rolled, 0, () => '甲村办理案件9件，乙村办理案件5件。');
    expect(chipsOf(draft, rolled, confirmed)).toHaveLength(1);
  });

  test('when its clause is deleted before one with the same words', () => {
    const rolled = buildRolled([twins]);
    const [first, second] = chipsOf(rolled, rolled).map(({ key }) => key);
    const draft = rewrite(rolled, 0, () => '乙村办理案件5件。');
    expect(chipsOf(draft, rolled, [first ?? ''])).toHaveLength(1);
    expect(chipsOf(draft, rolled, [second ?? ''])).toHaveLength(0);
  });

  test.each([
    ['办理案件5件，办理案件5件，共计2项工作。', '办理案件5件，共计2项工作。'],
    ['办理案件5件。办理案件5件。', '办理案件5件。'],
    [
      '办理案件5件，化解纠纷6起，办理案件5件，化解纠纷6起，共计2项工作。',
      '办理案件5件，化解纠纷6起，共计2项工作。',
    ],
  ])('and is lost where nobody can tell which of equal clauses was deleted: %s', (text, left) => {
    const rolled = buildRolled([text]);
    const draft = rewrite(rolled, 0, () => left);
    const all = chipsOf(draft, rolled).filter(({ text: words }) => words === '5件');
    for (const { key } of chipsOf(rolled, rolled).filter((chip) => chip.text === '5件')) {
      expect(chipsOf(draft, rolled, [key]).filter((chip) => chip.text === '5件')).toEqual(all);
    }
  });

  test('when one of two equal sentences is rewritten', () => {
    const rolled = buildRolled(['开头1项。办理案件5件。办理案件5件。结尾2项。']);
    const [, first, second] = chipsOf(rolled, rolled).map(({ key }) => key);
    const draft = rewrite(rolled, 0, () => '开头3项。办理案件9件。办理案件5件。末尾4项。');
    expect(chipsOf(draft, rolled, [first ?? '']).map(({ text }) => text)).toEqual(['5件']);
    const once = rewrite(rolled, 0, (text) => text.replace('5件', '9件'));
    expect(chipsOf(once, rolled, [second ?? '']).map(({ text }) => text)).toEqual(['1项', '2项']);
  });

  test('when a row of its table is deleted, added or moved', () => {
    const rows = [
      ['村', '办理', '化解'],
      ['甲村', '5件', '6起'],
      ['乙村', '5件', '6起'],
      ['丙村', '5件', '8起'],
    ];
    const table = { ...buildTable(createCountingIds('t'), rows), source: source('t0') };
    const rolled = withBlocks(buildRolled([]), () => [table]);
    const others = (draft: Report) =>
      chipsOf(draft, rolled).map(({ key, target, text }) => ({ key, text, field: target.field }));
    const keyOf = new Map(others(rolled).map(({ field, key }) => [field, key]));
    const changed = (next: readonly (readonly string[])[]) =>
      others(withBlocks(rolled, () => [{ ...table, rows: next }])).map(({ key }) => key);
    const [head = [], first = [], second = [], third = []] = rows;
    const keys = (...fields: string[]) => fields.map((field) => keyOf.get(field as never));
    const [two, three] = [keys('cell-2-1', 'cell-2-2'), keys('cell-3-1', 'cell-3-2')];
    const one = keys('cell-1-1', 'cell-1-2');
    expect(changed([head, second, third])).toEqual([...two, ...three]);
    expect(changed([head, ['新村', '9件', '9起'], first, second, third])).toEqual([
      ...one,
      ...two,
      ...three,
    ]);
    expect(changed([head, third, first, second])).toEqual([...three, ...one, ...two]);
    expect(changed([head, ['甲村', '9件', '6起'], second, third])).toEqual([
      one[1],
      ...two,
      ...three,
    ]);
    const wider = rows.map(([name = '', ...cells]) => [name, '新', ...cells]);
    expect(changed(wider)).toEqual([...one, ...two, ...three]);
  });

  test('when it is pasted where a clause of other words was deleted', () => {
    const rolled = buildRolled(['甲村办理案件5件，甲村学法。', '乙村办理案件7件，乙村学法。']);
    const [, key] = chipsOf(rolled, rolled).map((chip) => chip.key);
    const draft = rewrite(
      rewrite(rolled, 0, () => '乙村办理案件7件，甲村学法。'),
      1,
      () => '乙村学法。',
    );
    expect(chipsOf(draft, rolled).map((chip) => chip.key)).toEqual([key]);
  });

  test('when a paragraph is pasted into another', () => {
    const rolled = buildRolled(['甲村办理案件5件，罚款3万元。', '乙村调解纠纷7起，罚款4万元。']);
    const keys = chipsOf(rolled, rolled).map(({ key }) => key);
    expect(chipsOf(join(rolled, 0), rolled).map(({ key }) => key)).toEqual(keys);
  });
});

describe('of copies of one clause', () => {
  const rolled = buildRolled(['全年办理案件62件。', '其他工作照常开展。']);
  const copied = rewrite(rolled, 1, (text) => `${text}全年办理案件62件。`);

  test('one is confirmed without the other', () => {
    const keys = chipsOf(copied, rolled).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(chipsOf(copied, rolled, [key])).toHaveLength(1);
  });

  test('the one left is asked about again when the confirmed one goes', () => {
    const keys = chipsOf(copied, rolled).map(({ key }) => key);
    const left = [
      rewrite(copied, 0, () => '全年办理案件70件。'),
      rewrite(copied, 1, () => '其他工作照常开展。'),
    ];
    for (const draft of left)
      for (const key of keys) {
        expect(chipsOf(draft, rolled, [key])).toHaveLength(1);
      }
  });

  test('the only one is the same wherever it is put', () => {
    const moved = rewrite(copied, 0, () => '全年工作已经完成。');
    expect(keyAt(moved, rolled, 0)).toBe(keyAt(rolled, rolled, 0));
  });
});

test('words that are wrong in any text are named by their clause', () => {
  const rolled = buildRolled(['全年办理案件62件。']);
  const fresh = (text: string) =>
    withBlocks(rolled, () => [buildParagraph(createCountingIds('n'), text)]);
  const before = fresh('学习《民法通则》三遍，宣讲《民法通则》一次。');
  const [, second = ''] = chipsOf(before, rolled).map(({ key }) => key);
  const after = fresh('新来的同志也都参加，学习《民法典》三遍，宣讲《民法通则》一次。');
  expect(chipsOf(after, rolled).map(({ key }) => key)).toEqual([second]);
});

const clauses = fc.constantFrom(
  '办理案件#件',
  '化解纠纷#起',
  '罚款#万元',
  '调解成功率#%',
  '参与群众#余人次',
  '在6月#日开展演练',
  '召开第三次会议',
  '学习《民法通则》#次',
  '落实“十四五”规划',
  '持续推进依法行政',
);
const clause = fc
  .tuple(clauses, fc.constantFrom('2', '5', '28'))
  .map(([words, number]) => words.replace('#', number));
const sentence = fc
  .array(clause, { minLength: 1, maxLength: 4 })
  .map((list) => `${list.join('，')}。`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
const rolledDraft = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((texts) => buildRolled(texts));
/** Paragraphs no clause of which stands twice anywhere: villages tell them apart. */
const apart = rolledDraft.map((rolled) => {
  let count = 0;
  const name = (words: string) => {
    count += 1;
    return `${String.fromCodePoint(0x5f00 + count)}村${words}`;
  };
  return buildRolled(
    blocksOf(rolled).map((block) => textOf(block).replace(/[^，。]+/gu, (words) => name(words))),
  );
});

/** Clauses may stand several times in a paragraph, but in no other one. */
const villages = rolledDraft.map((rolled) =>
  buildRolled(
    blocksOf(rolled).map((block, index) =>
      textOf(block).replace(/[^，。]+/gu, (words) => `${'甲乙丙丁'[index]}村${words}`),
    ),
  ),
);

type Edit = readonly ['split' | 'join' | 'insert' | 'reverse' | 'delete', number, number];
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.tuple(fc.constantFrom('split', 'join', 'insert', 'reverse', 'delete'), fc.nat(99), fc.nat(99)),
  { minLength: 1, maxLength: 4 },
);

/** Edits that leave the paragraphs where they are. */
const editWithin: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'delete'),
  fc.nat(99),
  fc.nat(99),
);

function edit(draft: Report, how: Edit): Report {
  return idsApart(changeBlock(draft, how));
}

function changeBlock(draft: Report, [kind, block, at]: Edit): Report {
  const index = block % Math.max(1, blocksOf(draft).length);
  const text = textOf(blocksOf(draft)[index]);
  const borders = [...text.matchAll(/[，。]/gu)].map((match) => match.index + 1);
  const border = borders[at % Math.max(1, borders.length)] ?? 0;
  if (kind === 'split') return split(draft, index, border);
  if (kind === 'join') return join(draft, index);
  if (kind === 'reverse') return withBlocks(draft, (blocks) => blocks.toReversed());
  return rewrite(draft, index, () => {
    if (kind === 'insert') return `${text.slice(0, border)}新设广场，${text.slice(border)}`;
    const start = borders.findLast((one) => one < border) ?? 0;
    return text.slice(0, start) + text.slice(border);
  });
}

const idsApart = (draft: Report): Report => {
  let count = 0;
  return withBlocks(draft, (blocks) =>
    blocks.map((block) => {
      count += 1;
      return { ...block, id: `${block.id}x${count}` };
    }),
  );
};

describe('keys', () => {
  test('are each one chip’s own, and confirming some removes exactly theirs', () => {
    fc.assert(
      fc.property(rolledDraft, edits, fc.nat(), (rolled, list, pick) => {
        const draft = list.reduce(edit, rolled);
        const chips = chipsOf(draft, rolled);
        expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
        expect(chips.every(({ key }) => key.length <= 400)).toBe(true);
        const said = chips.filter((_, index) => ((pick >> (index % 20)) & 1) === 1);
        const keys = said.map(({ key }) => key);
        expect(chipsOf(draft, rolled, keys)).toEqual(chips.filter((chip) => !said.includes(chip)));
      }),
    );
  });

  test('outlast whatever leaves the words of their clauses', () => {
    fc.assert(
      fc.property(apart, edits, (rolled, list) => {
        const named = (draft: Report) =>
          new Map(
            chipsOf(draft, rolled).map(({ key, text, start, target }) => {
              const whole = textOf(blocksOf(draft).find(({ id }) => id === target.id));
              const from = Math.max(whole.lastIndexOf('，', start), whole.lastIndexOf('。', start));
              return [`${whole.slice(from + 1).split(/[，。]/u)[0]} ${text} ${start - from}`, key];
            }),
          );
        const before = named(rolled);
        const draft = list.reduce(edit, rolled);
        for (const [name, key] of named(draft))
          expect([name, key]).toEqual([name, before.get(name)]);
      }),
    );
  });

  test('confirm no other chip when the words of one are replaced', () => {
    // clauses that stand twice and were parted and moved about too are told apart by nothing
    const cases: fc.Arbitrary<readonly [Report, readonly Edit[]]> = fc.oneof(
      fc.tuple(apart, edits),
      fc.tuple(villages, fc.array(editWithin, { minLength: 1, maxLength: 4 })),
    );
    fc.assert(
      fc.property(cases, fc.nat(), fc.nat(), ([rolled, list], pick, bits) => {
        const draft = list.reduce(edit, rolled);
        const chips = chipsOf(draft, rolled);
        const figures = chips.filter(({ kind }) => kind === 'figure' || kind === 'percent');
        const chip = figures[pick % Math.max(1, figures.length)];
        if (!chip) return;
        const at = blocksOf(draft).findIndex(({ id }) => id === chip.target.id);
        const words = chip.text.replace(/\d+/u, '777');
        const next = rewrite(
          draft,
          at,
          (text) => text.slice(0, chip.start) + words + text.slice(chip.end),
        );
        const said = chips.filter(
          (one, index) => one === chip || ((bits >> (index % 20)) & 1) === 1,
        );
        const open = (list2: readonly (typeof chip)[]) =>
          list2.map(({ text, target, start }) => {
            const shift = target.id === chip.target.id && start > chip.start;
            return `${target.id} ${text} ${start + (shift ? words.length - chip.text.length : 0)}`;
          });
        const left = chipsOf(
          next,
          rolled,
          said.map(({ key }) => key),
        ).map(({ text, target, start }) => `${target.id} ${text} ${start}`);
        const expected = open(chips.filter((one) => !said.includes(one)));
        expect(left).toEqual(expect.arrayContaining(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe('alike', () => {
  const likes = (text: string) => {
    const rolled = buildRolled([text]);
    return chipsOf(rolled, rolled).map(({ like }) => like);
  };

  test('are figures of the same matter and words', () => {
    const [a, b, c, d] = likes(
      '化解矛盾纠纷5件，行政复议案件5件。全年化解矛盾纠纷5件，化解矛盾纠纷6件。',
    );
    expect(a).toBe(c);
    expect(new Set([a, b, d]).size).toBe(3);
  });

  test('is none to a figure that nothing names', () => {
    const [a, b] = likes('5件；5件。');
    expect(a).not.toBe(b);
  });

  test('are years, titles and sessions of the same words', () => {
    const [a, b] = likes('2021年以来抓学法，落实2021年要求。');
    expect(a).toBe(b);
  });

  test('tell what they have in common', () => {
    const rolled = buildRolled(['办理行政处罚案件62件，召开第三次会议。']);
    expect(chipsOf(rolled, rolled).map(({ matter }) => matter)).toEqual(['办理行政处罚案件', '']);
  });
});

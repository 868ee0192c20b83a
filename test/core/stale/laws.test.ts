import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanMeasuredNumbers } from '../../../core/figures/index.ts';
import { blockText, listBlocks, type Report } from '../../../core/model/index.ts';
import { buildRolled, chipsOf, rewrite, sayChip } from './rolled-draft.ts';

const clauses = fc.constantFrom(
  '办理案件#件',
  '化解纠纷#起',
  '罚款#万元',
  '调解成功率#%',
  '参与群众#余人次',
  '在6月#日开展演练',
  '2023年以来累计#场次',
  '召开第三次会议',
  '学习《民法通则》#次',
  '落实“十四五”规划',
  '持续推进依法行政',
  '由石泉县司法局指导#次',
  '压实第一责任人职责',
);
const clause = fc
  .tuple(clauses, fc.integer({ min: 2, max: 28 }))
  .map(([words, number]) => words.replace('#', String(number)));
const paragraph = fc
  .array(clause, { minLength: 1, maxLength: 8 })
  .map((list) => `${list.join('，')}。`);
const rolledDraft = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((texts) => buildRolled(texts));
const keysOf = (draft: Report, rolled: Report) => chipsOf(draft, rolled).map(({ key }) => key);

describe('an untouched draft', () => {
  test('has a chip on every measured number', () => {
    fc.assert(
      fc.property(rolledDraft, (rolled) => {
        const chips = chipsOf(rolled, rolled);
        for (const { block } of listBlocks(rolled)) {
          for (const { start, end } of scanMeasuredNumbers(blockText(block))) {
            const covered = chips.some(
              (chip) => chip.target.id === block.id && chip.start <= start && end <= chip.end,
            );
            expect(covered).toBe(true);
          }
        }
      }),
    );
  });

  test('has chips at their offsets, in order, without overlaps, each with a key of its own', () => {
    fc.assert(
      fc.property(rolledDraft, (rolled) => {
        const chips = chipsOf(rolled, rolled);
        const texts = new Map(listBlocks(rolled).map(({ block }) => [block.id, blockText(block)]));
        const ends = new Map<string, number>();
        for (const { target, start, end, text, place } of chips) {
          const whole = texts.get(target.id);
          if (whole === undefined) continue;
          expect(whole.slice(start, end)).toBe(text);
          expect(whole).toContain(place.quote);
          expect(start).toBeGreaterThanOrEqual(ends.get(target.id) ?? 0);
          ends.set(target.id, end);
        }
        expect(new Set(chips.map(({ key }) => key)).size).toBe(chips.length);
        expect(chips.every(({ key }) => key.length <= 300)).toBe(true);
      }),
    );
  });

  test('gives the same at each look, to a copy too', () => {
    fc.assert(
      fc.property(rolledDraft, (rolled) => {
        expect(chipsOf(structuredClone(rolled), rolled)).toEqual(chipsOf(rolled, rolled));
      }),
    );
  });
});

describe('a chip', () => {
  test('goes when its number is replaced, and no other goes', () => {
    fc.assert(
      fc.property(rolledDraft, fc.nat(), (rolled, pick) => {
        const chips = chipsOf(rolled, rolled);
        const figures = chips.filter(({ kind }) => kind === 'figure' || kind === 'percent');
        const chip = figures[pick % Math.max(1, figures.length)];
        if (!chip) return;
        const at = listBlocks(rolled).findIndex(({ block }) => block.id === chip.target.id);
        const replaced = chip.text.replace(/\d+/u, '777');
        const draft = rewrite(
          rolled,
          at,
          (text) => text.slice(0, chip.start) + replaced + text.slice(chip.end),
        );
        const others = chips.filter(({ key }) => key !== chip.key);
        const words = (list: typeof chips) =>
          list.map(({ target, kind, text }) => [target.id, `${kind}:${text}`]);
        expect(words(chipsOf(draft, rolled))).toEqual(words(others));
      }),
    );
  });

  test('goes when its key is confirmed, and no other goes', () => {
    fc.assert(
      fc.property(rolledDraft, fc.nat(), (rolled, pick) => {
        const chips = chipsOf(rolled, rolled);
        const key = chips[pick % Math.max(1, chips.length)]?.key ?? '';
        expect(chipsOf(rolled, rolled, [key])).toEqual(chips.filter((chip) => chip.key !== key));
      }),
    );
  });

  test('keeps its key whatever clauses are written before or behind its own', () => {
    fc.assert(
      fc.property(rolledDraft, fc.nat(), (rolled, pick) => {
        const count = listBlocks(rolled).length;
        const edited = rewrite(
          rolled,
          pick % count,
          (text) => `今年又有新的做法，${text}各村都来学习。`,
        );
        expect(keysOf(edited, rolled)).toEqual(keysOf(rolled, rolled));
      }),
    );
  });

  test('is not made of text that is wholly new', () => {
    const strange = fc
      .array(fc.constantFrom('栽', '树', '花', '草', '8', '棵', '9', '%', '，', '园'), {
        maxLength: 40,
      })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(rolledDraft, strange, (rolled, text) => {
        const draft = rewrite(rolled, 0, () => text);
        const first = listBlocks(draft)[0]?.block.id;
        const chips = chipsOf(draft, rolled).filter(({ target }) => target.id === first);
        expect(chips.map(sayChip)).toEqual([]);
      }),
    );
  });
});

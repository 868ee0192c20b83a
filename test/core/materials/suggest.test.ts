import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SUGGESTIONS, suggestItems } from '../../../core/materials/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { idleNotes, labelledNotes } from './notes.ts';

const packs = choosePacks(shipped.packs, 2025, { issuers: ['青石镇人民政府'] });
const suggest = (text: string) => suggestItems(text, packs, 2025);
const idsOf = (text: string) => suggest(text).map(({ itemId }) => itemId);
/**
 * 54 of 55 were found when this was written. Whoever wrote the notes had read the questions: clerks
 * who have not will be served less well.
 */
const recallFloor = 0.9;

describe('questions suggested for a note', () => {
  const asked = new Set(packs.checklist.items.map(({ id }) => id));
  const fitting = labelledNotes.filter(({ itemIds }) => itemIds.some((id) => asked.has(id)));
  const isFound = (count: number) => (one: (typeof fitting)[number]) =>
    idsOf(one.text)
      .slice(0, count)
      .some((id) => one.itemIds.includes(id));
  const found = fitting.filter(isFound(3));
  const first = fitting.filter(isFound(1));

  it(`hold a right one among three for ${found.length} of ${fitting.length} notes, first for ${first.length}`, () => {
    const missed = fitting
      .filter((one) => !found.includes(one))
      .map(
        ({ text, itemIds }) => `${text} → ${idsOf(text).slice(0, 3).join(' ')} (${itemIds.join()})`,
      );
    expect(fitting.length).toBeGreaterThanOrEqual(40);
    expect(found.length / fitting.length, missed.join('\n')).toBeGreaterThanOrEqual(recallFloor);
  });

  it('are not pressed on notes that are for none', () => {
    expect(idleNotes.filter((text) => suggest(text).length > 0)).toEqual([]);
  });

  it('take an office that did it for the doer and not for the matter', () => {
    const questions = suggest('6月3日司法所组织法治讲座2场').map(
      ({ itemId }) => packs.checklist.items.find(({ id }) => id === itemId)?.question,
    );
    expect(questions.filter((question) => question?.includes('司法所'))).toEqual([]);
  });

  it('say which words they rest on, and whether the note would answer', () => {
    const [mediation] = suggest('一季度排查矛盾纠纷86起，调解成功82起');
    expect(mediation?.answers).toBe(true);
    expect(mediation?.words.length).toBeGreaterThan(0);
    expect(mediation?.words.join('')).toMatch(/纠纷|调解/u);
  });

  it('are few, known, different, and the same for the same text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...labelledNotes.map(({ text }) => text)), { maxLength: 6 }),
        (texts) => {
          const text = texts.join('\n');
          const ids = idsOf(text);
          expect(ids.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => asked.has(id))).toBe(true);
          expect(idsOf(text)).toEqual(ids);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('look at the beginning of a long file and no further', () => {
    const long = `宪法宣传周发宣传册400份。${'无关的话。'.repeat(3000)}调解纠纷86起。`;
    expect(idsOf(long)).toContain('2021-16-publicity');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import { type Choices, planRoll, type RollChange } from '../../../core/roll-forward/index.ts';
import {
  answer,
  answerAll,
  countChanges,
  findOthers,
  isMade,
  isOpen,
  keepFitting,
} from '../../../renderer/features/roll/decisions.ts';
import { cutExcerpt, nameOffer } from '../../../renderer/features/roll/excerpt.ts';
import { groupByReason } from '../../../renderer/features/roll/groups.ts';
import { describeReason } from '../../../renderer/features/roll/words.ts';
import { packsOf } from '../../core/roll-forward/mentions.ts';
import { sentences } from '../../core/roll-forward/sentences.ts';

function plan(...texts: readonly string[]): readonly RollChange[] {
  const createId = createCountingIds();
  const base = buildReport(2025, { preamble: texts.map((text) => buildParagraph(createId, text)) });
  return planRoll(base, 2026, packsOf(2026)).changes;
}

function only(...texts: readonly string[]): RollChange {
  const [change] = plan(...texts);
  if (!change) throw new Error('nothing is changed here');
  return change;
}

const all = plan(...sentences.flatMap(({ rows }) => rows.map(([text]) => text)));

describe('choosing', () => {
  test('a change is made until it is refused, and refusing it twice makes it again', () => {
    const change = only('2025年办理案件62件');
    const refused = answer({}, change, false);
    expect([isMade(change, {}), isMade(change, refused)]).toEqual([true, false]);
    expect(answer(refused, change, true)).toEqual({});
  });

  test('a question is open until it is answered; the same answer again opens it', () => {
    const change = only('2025年荣获全县先进称号');
    const kept = answer({}, change, false);
    expect([isOpen(change, {}), isOpen(change, kept), isMade(change, kept)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(answer(kept, change, false)).toEqual({});
    expect(isMade(change, answer(kept, change, true))).toBe(true);
  });

  test('a question with nothing to offer is never made', () => {
    const change = only('落实《提升执法质量三年行动计划（2023－2025年）》');
    expect(change.to).toBeNull();
    expect(isMade(change, answer({}, change, true))).toBe(false);
  });

  test('others like an answered one are found while they stand otherwise', () => {
    const changes = plan('2025年办理案件', '2025年开展培训', '2026年安排');
    const [first] = changes;
    if (!first) throw new Error('nothing is changed here');
    const refused = answer({}, first, false);
    const others = findOthers(changes, refused).get(first.key) ?? [];
    expect(others.map(({ text }) => text)).toEqual(['2025年开展培训']);
    const alike = answerAll(refused, others, false);
    expect(findOthers(changes, alike).get(first.key)).toEqual([]);
  });

  test('the three counts are the whole, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(true, false, null)), (stream) => {
        const choices = all.reduce<Choices>((last, change) => {
          const { value } = stream.next();
          return typeof value === 'boolean' ? answer(last, change, value) : last;
        }, {});
        const { made, open, kept } = countChanges(all, choices);
        expect(made + open + kept).toBe(all.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a list made anew', () => {
  const before = plan('2025年办理案件62件', '2025年开展培训', '2025年荣获全县法治乡镇称号');
  const choices = Object.fromEntries(before.map(({ key }) => [key, false]));

  test('keeps every choice where nothing has changed', () => {
    expect(Object.keys(choices).length).toBeGreaterThan(2);
    expect(keepFitting(choices, before, structuredClone(before))).toEqual(choices);
  });

  test('drops what was chosen of other words, also at the same place, and of what is gone', () => {
    const after = plan('2025年办理案件70件', '2025年开展培训');
    const kept = keepFitting(choices, before, after);
    const training = before.find(({ text }) => text === '2025年开展培训');
    expect(kept).toEqual({ [training?.key ?? '']: false });
  });

  test('has no choice of what it does not hold', () => {
    expect(keepFitting({ 别处: true }, before, before)).toEqual({});
  });
});

describe('showing', () => {
  test('every change is in one group, under a reason that has words', () => {
    const groups = (['ask', 'move', 'keep'] as const).flatMap((one) => groupByReason(all, one));
    expect(groups.flatMap(({ changes }) => changes)).toHaveLength(all.length);
    for (const group of groups) expect(describeReason(group).why).toMatch(/\p{Script=Han}{4}/u);
  });

  test('a sentence with the words taken from it and put in is the old one and the new one', () => {
    for (const change of all) {
      const { before, from, to, after } = cutExcerpt(change);
      const rest = change.text.slice(change.end);
      const tail = after.replace(/…$/u, '');
      expect(change.text).toContain(before.replace(/^…/u, '') + from);
      if (to !== null) expect(change.to).toContain(to);
      expect(`${change.from}${rest}`).toContain(tail);
    }
  });

  test('of a long title only the year is shown as changed', () => {
    expect(cutExcerpt(only('制定《青石镇2025年普法工作要点》'))).toEqual({
      before: '制定《青石镇',
      from: '2025',
      to: '2026',
      after: '年普法工作要点》',
    });
  });

  test('a long text is cut before and after, and no number in two', () => {
    const text = `${'镇村两级联动'.repeat(5)}办理123456789件，2025年${'持续推进'.repeat(30)}`;
    const { before, after } = cutExcerpt(only(text));
    expect(before).toMatch(/^…/u);
    expect(after).toMatch(/…$/u);
    expect(before).not.toMatch(/^…\d/u);
  });

  test('a year is offered with its 年', () => {
    expect(nameOffer(only('2025年荣获全县先进称号'))).toBe('2026年');
    expect(nameOffer(only('深入实施“八五”普法规划'))).toBe('九五');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemStateSchema } from '../../../core/api/index.ts';
import { sectionProgress, standingOf, tallyQuestions } from '../../../core/coverage/index.ts';
import { buildCheckItem, buildChecklist, buildItemResult } from '../../support/checklists.ts';

const anyQuestions = fc
  .array(
    fc.record({
      required: fc.boolean(),
      state: fc.constantFrom(...itemStateSchema.options),
      reason: fc.constantFrom('', ' ', '当年没有发生'),
    }),
    { maxLength: 30 },
  )
  .map((said) =>
    said.map(({ required, state, reason }, index) => ({
      item: buildCheckItem({ id: `q${index}`, required }),
      result: { ...buildItemResult(`q${index}`, state, null), reason },
    })),
  );

test('the states of the required questions add up to what progress counts', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      const { total, settled, byState, optional, optionalByState } = tallyQuestions(questions);
      const { answered, total: asked } = sectionProgress(
        questions.map(({ result }) => result),
        buildChecklist(questions.map(({ item }) => item)),
      );
      expect([settled, total]).toEqual([answered, asked]);
      const { answered: told, partly, missing, notApplicable } = byState;
      expect(told + partly + missing + notApplicable).toBe(total);
      expect(told + notApplicable).toBe(settled);
      expect(total + optional).toBe(questions.length);
      expect(Object.values(optionalByState).reduce((sum, count) => sum + count, 0)).toBe(optional);
    }),
  );
});

test('a question said not to apply without a reason counts as unanswered', () => {
  expect(standingOf({ state: 'notApplicable', reason: ' ' })).toBe('missing');
  expect(standingOf({ state: 'notApplicable', reason: '当年没有发生' })).toBe('notApplicable');
});

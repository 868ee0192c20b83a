import { partKindNames } from '../../api/index.ts';
import { requiredPartKinds } from '../../model/index.ts';
import { createIsWholePoint, isWordless } from '../../shortcomings/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'empty-part';

/** A part every report must have that stands without a word. @source regulations.md 0.1, 1 */
export const emptyPart: Rule = {
  id: rule,
  check: ({ report, template }) => {
    const isWholePoint = createIsWholePoint(template);
    return requiredPartKinds.flatMap((kind) => {
      const parts = report.parts.filter((part) => part.kind === kind);
      const [first] = parts;
      if (!first || !parts.every((part) => isWordless(part, isWholePoint))) return [];
      const where = { partId: first.id, sectionId: null, text: first.heading };
      return [wholeFinding(rule, 'error', `这一部分还没有内容：${partKindNames[kind]}。`, where)];
    });
  },
};

import {
  createIsGiven,
  createIsWholePoint,
  isBlank,
  isWordless,
} from '../../shortcomings/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'empty-section';

/**
 * A section whose heading has no text under it. One that the template gave and nobody has written in
 * waits for its writer, and so does a part without a word.
 * @source regulations.md 0.1
 */
export const emptySection: Rule = {
  id: rule,
  check: ({ report, template }) => {
    const isWholePoint = createIsWholePoint(template);
    const isGiven = createIsGiven(template);
    return report.parts
      .filter((part) => !isWordless(part, isWholePoint))
      .flatMap((part) =>
        part.sections
          .filter(({ heading, blocks }) => isBlank(blocks) && !isGiven(heading))
          .filter((section) => !isWholePoint(part.kind, section))
          .map(({ id, heading }) =>
            wholeFinding(rule, 'warning', '这个标题下面还没有内容。', {
              partId: part.id,
              sectionId: id,
              text: heading,
            }),
          ),
      );
  },
};

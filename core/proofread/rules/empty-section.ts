import { blockText } from '../../model/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'empty-section';

/** A section whose heading has no text under it. @source regulations.md 0.1 */
export const emptySection: Rule = {
  id: rule,
  check: ({ report }) =>
    report.parts.flatMap((part) =>
      part.sections
        .filter(({ blocks }) => blocks.every((block) => blockText(block).trim() === ''))
        .map(({ id, heading }) =>
          wholeFinding(rule, 'warning', '这个标题下面还没有内容。', {
            partId: part.id,
            sectionId: id,
            text: heading,
          }),
        ),
    ),
};

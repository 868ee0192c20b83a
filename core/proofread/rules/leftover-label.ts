import { parseHeadingLabel } from '../../numbering/index.ts';
import { passageRule } from '../hit.ts';
import { isHeading } from '../passage.ts';

/** A number typed into a heading, whose number the app writes itself. @source regulations.md 7.4, 9.5 */
export const leftoverLabel = passageRule({
  rule: 'leftover-label',
  severity: 'warning',
  where: isHeading,
  say: (_, words) => `标题的序号由软件自动编排，正文里又写了“${words.trim()}”，会重复，请删去。`,
  hits: ({ text }) => {
    let length = 0;
    // A label behind a label would be found again once the first is gone.
    for (;;) {
      const label = parseHeadingLabel(text.slice(length));
      if (!label) break;
      length += label.raw.length;
    }
    return length > 0 && length < text.length ? [{ start: 0, end: length, replacement: '' }] : [];
  },
});

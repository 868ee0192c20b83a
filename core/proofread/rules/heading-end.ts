import { matchHits, passageRule } from '../hit.ts';
import { isHeading } from '../passage.ts';

/** A mark at the end of a heading. @source regulations.md 7.3 */
export const headingEnd = passageRule({
  rule: 'heading-end',
  severity: 'advice',
  where: (passage) => isHeading(passage) && !(passage.role === 'subheading'),
  say: (_, words) => `标题末尾不用“${words}”。`,
  hits: ({ text }) => matchHits(text, /(?<=[^，；：、,;:\s])[，；：、,;:]+$/gu, () => ''),
});

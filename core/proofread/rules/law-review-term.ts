import { countNote, matchHits, passageRule } from '../hit.ts';

/** 法治审核 for 法制审核, the name of one of the three enforcement systems. @source regulations.md 7.4 */
export const lawReviewTerm = passageRule({
  rule: 'law-review-term',
  severity: 'warning',
  say: (count) => `行政执法“三项制度”里的名称是“法制审核”。${countNote(count)}`,
  hits: ({ plain }) => matchHits(plain, /法治审核/gu, () => '法制审核'),
});

import { countNote, matchHits, passageRule } from '../hit.ts';

/** 法制 where today's term is 法治. Set terms (法制审核, 法制机构, 法制办) and titles in 《》 stay. @source regulations.md 7.4 */
export const legalTerm = passageRule({
  rule: 'legal-term',
  severity: 'warning',
  say: (count, words) =>
    `“${words}”现在一般写作“${words.replace('法制', '法治')}”（“法制审核”“法制机构”等固定用语除外）。${countNote(count)}`,
  hits: ({ plain }) =>
    matchHits(
      plain,
      /法制(?:宣传(?!日|处|科|股)|教育|讲座|培训|意识|观念|思维|政府|社会化?|环境|轨道|精神|素养|副校长|氛围|理念|知识|课堂?|辅导员|宣讲|活动|广场|公园|长廊|阵地|化)/gu,
      ([words]) => words.replace('法制', '法治'),
    ),
});

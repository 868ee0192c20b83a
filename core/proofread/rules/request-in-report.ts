import { matchHits, passageRule } from '../hit.ts';

const certain = '妥否，请[批指]示|当否，请[批指]示|请予?批[示复准]|请予以批[示复准]|请审批';
const likely =
  '恳请[^，。；]{0,20}|恳望|建议上级[^，。；]{0,12}(?:增加|给予|安排|拨付|解决|支持)|请求(?:上级|县|区|市|省)[^，。；]{0,15}(?:支持|解决|批准|帮助|拨付)';

/** Matters for decision inside a 报告, which may carry none. @source regulations.md 0.6, 7.1 (公文处理工作条例 第十五条) */
export const requestInReport = passageRule({
  rule: 'request-in-report',
  severity: 'warning',
  where: ({ role }) => role === 'paragraph' || role === 'cell' || role === 'note',
  say: (_, words) => `报告里不能夹带请示事项，“${words}”请删去，需要上级批准的另行请示。`,
  hits: ({ plain }) =>
    matchHits(plain, new RegExp(`(?<![提报])(?:${certain}|${likely})`, 'gu'), () => null),
});

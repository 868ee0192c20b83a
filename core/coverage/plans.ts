/** What a unit may be going to do. 计划 and 将 turn to the future only before such a verb. */
const verbs =
  '(?:再|继续|进一步|持续|陆续|全年|年内|新|会|要)?(?:开展|举办|组织|召开|举行|实施|完成|制定|修订|印发|建立|建成|推进|推动|启动|培训|安排|邀请|聘请|配备|增加|新增|调解|审查|公开|检查|演练|落实|加强|承接|设立|组建|出台|编制)';

/** Words with which a clause turns to what is still to be done. */
const marks: readonly string[] = [
  `(?<=^|[，；：。、]|[年月日底初内镇乡道委府所队们])(?:还|也|正)?计划(?:于|在)?[^，；。]{0,10}?${verbs}`,
  `(?<![模草虚比对把所])拟(?![定订制任稿态])(?:于|在|将)?[^，；。]{0,10}?${verbs}(?![^，；。]{0,8}的)`,
  // 将……作为、纳入 takes an object; it says nothing of the time.
  `将(?:于|在)?(?:明年|今后|下一步|20\\d{2}年)`,
  `将${verbs}(?![^，；。]{0,30}(?:作为|纳入|列入|列为|当作|与|同|融入|贯穿|摆|放|抓))`,
  '(?<=^|[，；：。])(?:为此，)?(?:下一步|下步|下一?阶段|下一年度?|明年|来年|今后|未来)(?!的?(?:工作)?(?:打|奠|提供))',
];

/** Which sentence openings name the year after the report's, but not the weeks in which it is written. */
function nextYearMark(year: number): string {
  return `(?<=^|[，；：。])(?:到|在|预计)?${year + 1}年(?!(?:[123]月|初|元旦|春节|第?[一1]季度|以?前))`;
}

const markByYear = new Map<number, RegExp>();

/**
 * The part of a sentence that tells what was done in a report of `year`: what stands before the first
 * words that turn to the future (“2026年计划举办……”, 拟, 将于, 下一步, 明年). The whole sentence
 * where none do.
 * @param sentence folded for matching
 */
export function withoutPlans(sentence: string, year: number): string {
  const mark = markByYear.get(year) ?? new RegExp([...marks, nextYearMark(year)].join('|'), 'u');
  markByYear.set(year, mark);
  const at = sentence.search(mark);
  return at < 0 ? sentence : sentence.slice(0, at);
}

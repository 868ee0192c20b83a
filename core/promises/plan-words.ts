/** Clauses that set a tone and promise nothing that could be done or left undone. */
const slogans = [
  /^(?:我们)?(?:将|要)?(?:继续|始终)?(?:坚持)?以[^，。]{2,40}为(?:指导|统领|引领|遵循|指引|根本|目标)/u,
  /(?:贯彻|学习|落实|践行|领会)[^，。]{0,30}(?:大|全会|讲话|会议|指示|批示)精神$/u,
  /奋力|谱写|新篇章|新局面|新台阶|新征程|新贡献|新成效|再上台阶|贡献[^，。]{0,8}力量|保驾护航|接续奋斗|砥砺/u,
  /提供[^，。]{0,16}(?:保障|支撑|保证)$|奠定[^，。]{0,12}基础$/u,
  /^(?:从而|以此|进而|努力|不断|逐步|切实|着力|共同)?(?:形成|营造)[^。]{0,50}(?:氛围|格局|局面|环境)$/u,
  /^[^，。]{2,24}(?<!不|要|但|总|还)是[^，。]{0,24}(?:环境|关键|根本|基础|保障|要求|路径)$/u,
  /^(?:(?:19|20)\d{2}年度?)?(?:既?是|也是|又是|更是|还是|正是|作为)[^，。；]{0,50}(?:之年|元年|[首头]年|一年|第[一二三四五]年)$/u,
  /^(?:(?:19|20)\d{2}年(?:度)?|下一?步|明年|今后|同时|在[^，。]{0,20}下|在[^，。]{0,20}[中上])$/u,
];

const intro =
  /(?:[：:]|(?:以下|如下)|(?:以下|如下|下列|下述)[^，。；]{0,4}(?:工作|方面|措施|举措|任务|安排|内容|着手|入手|努力|发力)+[^，。；]{0,6})[。：:]?$/u;
const aspects = /从[^，。；]{0,4}[两二三四五六七八几]个?(?:方面|环节|维度)[^，。；]{0,8}[。：:]?$/u;

const future =
  /将|拟|计划|下一?步|下一?阶段|下一?年|明年|今后|进一步|持续|继续|力争|确保|着力|要(?!求|点|素|件|事|闻|领)/u;
const past =
  /取得了?|(?:实现|完成|达到|开展|建成|推进|提升)了|虽然|回顾|一年来|过去(?:的)?一年|有了(?:新的)?/u;
const problem =
  /不足|不够|不高|不强|不实|不到位|不平衡|薄弱|滞后|短板|欠缺|存在[^，。]{0,10}(?:问题|差距)|有差距|有待/u;
const remedy =
  /将|拟|计划|进一步|加强|加大|强化|完善|健全|提升|提高|推进|开展|组织|整改|解决|改进|补齐|针对|围绕|聚焦/u;

const closing = /^(?:以上|上述|总之|通过(?:以上|上述))/u;

/** True for “明年将重点做好以下工作：”, “以上工作……” and their like, which promise nothing themselves. */
export function isIntroduction(sentence: string): boolean {
  const words = sentence.trim();
  return intro.test(words) || aspects.test(words) || closing.test(words);
}

/** Letters from which a clause can say what shall be done. */
const leastClauseLetters = 4;

/** True when no clause of a sentence says what could be done or left undone. */
export function isSlogan(sentence: string): boolean {
  const clauses = sentence.split(/[，。；：！？,;:!?]/u).map((clause) => clause.trim());
  return !clauses.some(
    (clause) =>
      clause.length >= leastClauseLetters && !slogans.some((slogan) => slogan.test(clause)),
  );
}

/** True for a sentence that looks back or names a fault, and does not turn to what shall be done. */
export function looksBack(sentence: string): boolean {
  if (past.test(sentence)) return !future.test(sentence);
  return problem.test(sentence) && !remedy.test(sentence);
}

/** True for a sentence of a plan that says what shall be done. */
export function isPromise(sentence: string): boolean {
  return !isIntroduction(sentence) && !looksBack(sentence) && !isSlogan(sentence);
}

/** 将……纳入 takes an object: its 将 belongs to the words. */
const asObject = '(?:作为|纳入|列入|融入|列为|转化|落到|贯穿|与|同)';

const leads = [
  /^[\s，、：:；;●•·■◆★※\-–—]+/u,
  /^(?:同时|此外|另外|其次|再次|最后|首先|并且?|还要|为此|因此|与此同时|在此基础上|具体来说)[，,：:]?(?=.{4})/u,
  /^(?:针对|对照)(?:以上|上述|这些)[^，。]{0,12}(?:问题|不足|短板)[^，。]{0,4}[，,]/u,
  /^(?:下一?步|下一?阶段|下一?年度?|明年|新的一年|今后|(?:19|20)\d{2}年度?)(?:工作中|里|度)?[，,](?=.{4})/u,
  /^(?:我|本|全)?(?:镇|乡|街道|办事处|单位)(?:党委、?政府)?将(?=.{4})/u,
  new RegExp(`^(?:我们)?(?:将|拟|计划)(?![^，。；]{0,30}${asObject})(?=.{4})`, 'u'),
  /^要(?!求|点|素|件|事|闻|领|害)(?=.{4})/u,
];

/** How many letters stand before the words proper: 同时， 2026年， 我镇将. */
export function measureLead(words: string): number {
  let length = 0;
  for (const lead of leads) length += lead.exec(words.slice(length))?.[0].length ?? 0;
  return length;
}

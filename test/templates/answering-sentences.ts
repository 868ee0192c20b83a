import { chaptersOneToFive } from './answering/chapters-1-5.ts';
import { chaptersSixToTen } from './answering/chapters-6-10.ts';
import { chapters2015 } from './answering/chapters-2015.ts';
import type { SentencesByItem } from './answering/item-sentences.ts';
import { rulesSentences } from './answering/rules.ts';

/** Sentences for each question, by its id: what answers it, what only touches it, what does neither. */
export const itemSentences: SentencesByItem = {
  ...chaptersOneToFive,
  ...chaptersSixToTen,
  ...rulesSentences,
  ...chapters2015,
};

/** A question's id without the outline and item: 2021-18-drills and 2015-6-drills ask the same. */
export const nameOf = (id: string) => id.replace(/^(?:\d{4}-\d+|rule)-/u, '');

/** Answering sentences by the question's name, for questions without sentences by id. */
const sentencesByName: Readonly<Record<string, readonly string[]>> = {
  study: ['全年组织6次专题会议学习习近平法治思想。'],
  service: ['把86项政务服务事项下沉到村级便民点。'],
  business: ['兑现惠企政策15项。', '上门服务32家企业。'],
  consult: ['依托青石村设立基层立法联系点。'],
  documents: ['全年制定2件行政规范性文件。'],
  review: ['对41份合同进行合法性审查。', '完成合同审查27件。'],
  counsel: ['聘请2名法律顾问。', '出具法律意见书4份。'],
  team: ['镇里组建了18人的综合执法队伍。'],
  powers: ['承担93项行政处罚事项。'],
  transfer: ['与县水务部门建立案件移送和执法协作机制。'],
  cases: ['本年度没有作出行政处罚。'],
  three: ['严格执行行政执法公示、执法全过程记录和重大执法决定法制审核制度。'],
  files: ['抽取20件案卷交叉评查。'],
  inspections: ['推行扫码入企，杜绝随意检查。'],
  soft: ['对6名初次违法的当事人不予处罚。'],
  publicity: ['开展24场次普法宣讲。'],
  market: ['落实公平竞争要求。', '向辖区企业宣讲政策。', '简化商户开业审批。'],
  cleaning: ['对全部规范性文件组织清理，废止不再适用的文件。'],
  participation: ['落实公众参与制度。'],
  risk: ['完成3件风险评估。', '把风险评估程序落到实处。'],
  platform: ['村级网上服务终端实现全覆盖。'],
  responsibility: ['健全执法日常检查监督。'],
  accountability: ['全年没有违法违纪行为。'],
  orientation: ['选拔干部注重考察依法办事情况。'],
  practice: ['组织30人旁听庭审。', '编写以案释法材料6件。'],
};

/**
 * Sentences of an invented town that answer a question of this id or of another outline's question
 * of the same name. Together with the questions' own phrases they reach every pattern.
 */
export function answeringSentencesOf(id: string): readonly string[] {
  const name = nameOf(id);
  const sameName = Object.entries(itemSentences).filter(([other]) => nameOf(other) === name);
  return [...(sentencesByName[name] ?? []), ...sameName.flatMap(([, { answering }]) => answering)];
}

/** Names with answering sentences, to find those whose question is gone. */
export const answeredNames: readonly string[] = [
  ...Object.keys(sentencesByName),
  ...Object.keys(itemSentences).map(nameOf),
];

/** Sentences that answer nothing. */
export const unrelatedSentences: readonly string[] = [
  '',
  '青石镇位于县城东部，山清水秀。',
  '集镇中心有一座石桥和一片老街。',
];

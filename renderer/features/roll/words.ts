import type { RollChange } from '../../../core/roll-forward/index.ts';

/** A reason in a few words, and in a sentence. */
interface ReasonWords {
  readonly name: string;
  readonly why: string;
}

type WordsOf<Verdict extends RollChange['verdict']> = Readonly<
  Record<Extract<RollChange, { readonly verdict: Verdict }>['reason'], ReasonWords>
>;

const moves: WordsOf<'move'> = {
  'reporting-year': { name: '报告年度', why: '报告写的是哪一年，跟着新年度走。' },
  'next-year': { name: '下一年度', why: '安排说的是下一年，往后移。' },
  'last-year': { name: '比较的上年', why: '和上年比较，上年也往后移；比较的数字请到草稿里换。' },
  'data-period': { name: '数据期', why: '统计的起止日期跨两年，一起往后移。' },
  outline: { name: '实施纲要', why: '换成新年度适用的纲要名称。' },
};

const asks: WordsOf<'ask'> = {
  award: {
    name: '荣誉、称号',
    why: '这是那一年得的。新年度也得了才改，不然先保留，到草稿里删去。',
  },
  issued: { name: '印发的文件', why: '这是那一年印发的。新年度又印发了才改。' },
  'dated-event': { name: '有日期的事', why: '这是那一天的事，新年度的日期不会一样。' },
  founded: { name: '成立、启用', why: '这是那一年成立或者启用的。新年度不会再有一次。' },
  'meeting-above': { name: '上级的会议', why: '这是那一年的会议。新年度引用哪一次由您定。' },
  'year-phrase': {
    name: '只对一年成立的话',
    why: '换一年就不对了。新说法是按规划的起止年份推算的，请核对。',
  },
  anniversary: { name: '周年', why: '周年数按年份推算，新年度还提不提由您定。' },
  count: { name: '第几年、连续几年', why: '新年度是否又多一年，请核实。' },
  cycle: { name: '到期的规划', why: '这个规划在新年度以前已经到期，后面的是接着它的规划。' },
  'outline-unknown': {
    name: '到期的实施纲要',
    why: '这份纲要已经到期，还不知道接着它的是哪一份。请查到名称后到草稿里改。',
  },
  'period-ended': {
    name: '到期的计划',
    why: '括号里或者名称里的年限已经到了，请看新报告还提不提。',
  },
  goal: { name: '目标年份', why: '这是要在某一年达到的目标，请看新报告还提不提。' },
  congress: { name: '中央会议', why: '新年度以前又开了会，改不改要看您引用的是哪一次。' },
  session: { name: '会议次数', why: '次数是顺着往下数的，请按新年度实际开的会核对。' },
};

const keeps: WordsOf<'keep'> = {
  'document-title': { name: '文件名称', why: '改了年份，这份文件可能并不存在。' },
  period: { name: '起止年份', why: '一段年份说的是往年，或者还没有到期。' },
  edition: { name: '版本、修订', why: '法律和目录是那一年的版本。' },
  founding: { name: '成立、开始的时间', why: '从那一年开始，年份不会变。' },
  event: { name: '上级的会议和文件', why: '说的是已经发生的事。' },
  history: { name: '往年的事', why: '没有拿来比较的上年，当往年的事看。' },
  cycle: { name: '规划名称', why: '新年度还在期内，或者说的是过去。' },
  outline: { name: '实施纲要', why: '新年度仍然适用，或者说的是过去。' },
  congress: { name: '中央会议', why: '到新年度为止，这是已知最近的一次。' },
};

const words: Readonly<Record<RollChange['verdict'], Readonly<Record<string, ReasonWords>>>> = {
  move: moves,
  ask: asks,
  keep: keeps,
};

/** The words for why a change is made, asked about, or not made. */
export function describeReason({
  verdict,
  reason,
}: Pick<RollChange, 'verdict' | 'reason'>): ReasonWords {
  return words[verdict][reason] ?? { name: reason, why: '' };
}

/** Reasons of a verdict in the order in which they are shown. */
export function listReasons(verdict: RollChange['verdict']): readonly string[] {
  return Object.keys(words[verdict]);
}

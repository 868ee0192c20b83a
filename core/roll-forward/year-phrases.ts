import type { AskReason, KeepReason } from './mention.ts';

/** The words around a year: `after` begins with 年 or a mark of a date. */
export interface YearSurroundings {
  readonly before: string;
  readonly after: string;
}

const edition =
  /^年\s*(?:版|本|第\s*\d+\s*[号期]|(?:新)?(?:修订|修正|修改)(?:[）)的，。；]|版|本|$)|第[一二三]次修|(?:新)?(?:公布|颁布|施行|实施)的|新修[订正]的)/u;
const foundedBefore = /(?:始于|始建于|成立于|创建于|设立于|组建于|建于)\s*$/u;
const foundedAfter = /^年(?:\d{1,2}月)?(?:成立|组建|建立|设立|挂牌)(?:[，。；以的]|$)/u;
const sinceBefore = /(?:自|从|始于)\s*$/u;
const sinceAfter =
  /^年(?:度)?(?:\d{1,2}月)?(?:以来|起(?![，,]?(?:至|到))|开始|以后|之后|成立|建立|实施|启动|设立|创建)/u;
/** 2025年起实行, without 自. */
const sinceThen = /^年(?:度)?(?:\d{1,2}月)?(?:起(?![草诉步源到至])|开始)/u;
const inForce =
  /^年\d{1,2}月(?:\d{1,2}日)?(?:起?(?:正式)?(?:施行|实施|生效)|起[，,]?[^，。；]{0,6}(?:承接|行使|执行|启用|实行|推行|施行|实施))/u;
const held = /^年\d{1,2}月[^，。；]{0,8}(?:召开|闭幕|开幕)/u;
const heldMeeting = /(?:全会|代表大会|大会|会议)[^，。；]{0,4}$/u;
/** A dated act of an organ above: 2025年12月，国务院公布. */
const higherEvent =
  /^年\d{1,2}月(?:\d{1,2}日)?[，,]?[^。；]{0,12}?(?:全国人大|人大常委会|国务院|中共中央|党中央|中央全面依法治国|中办|国办|全会)[^。；]{0,30}?(?:通过|公布|发布|印发|颁布|召开|审议|闭幕|作出)/u;
/** 二十届三中全会（2025年7月）. */
const dateOfMeeting = /(?:全会|代表大会)[（(]\s*$/u;

/** Why the year between `before` and `after` stays; null when it may be changed. */
export function findKeepReason({ before, after }: YearSurroundings): KeepReason | null {
  if (edition.test(after)) return 'edition';
  if (higherEvent.test(after) || dateOfMeeting.test(before)) return 'event';
  if (/党的|全国/u.test(before) && heldMeeting.test(before) && held.test(after)) return 'event';
  const isFounding =
    foundedBefore.test(before) ||
    foundedAfter.test(after) ||
    sinceThen.test(after) ||
    inForce.test(after);
  return isFounding || (sinceBefore.test(before) && sinceAfter.test(after)) ? 'founding' : null;
}

/** What comes once: 2027年，我们将迎来党的二十一大. */
const awaited = /^年(?:度)?[，,]?[^，。；]{0,8}(?:迎来|喜迎|召开)党的[^，。；]{1,6}大/u;
const boundAfter =
  /^年(?:度)?[，,]?(?:既?是|作为|系)[^。；]{0,60}?(?:之年|收官|开局|元年|(?:验收|攻坚|关键|开局|收官)年|(?:关键|重要|最后|第)的?一年|第[一二三四五六七八九十]年)/u;
const onlyOnce = /^[^。；]{0,60}?(?:开局之年|收官之年|决胜之年|元年|首年|第一年|最后一年)/u;
const anniversary = /^年(?:度)?[，,]?(?:正值|适逢|恰逢|正逢|喜迎)/u;
const goalBefore = /(?:^|[，。；、“])到$/u;
const goalAfter = /^年[，,]/u;

const awards =
  /荣获|获评|荣膺|入选|获授|获得?[^，。；]{0,30}(?:称号|荣誉|奖|表彰|先进|优秀|示范|嘉奖)|被(?:[^，。；]{0,12}(?:评|授予|命名|确定|表彰|列|选|通报表扬))|评为|授予|命名|通过[^，。；]{0,16}(?:验收|评估|复核)/u;
/** An honour that was given, not one to strive for. */
const named = /(?<![争力创拟])(?:荣获|获评|荣膺|被[^，。；]{0,12}(?:评为|授予|命名|表彰)|评为)/u;
const issuedTitle =
  /(?:印发|出台|下发|制定|修订|发布|公布|转发|通过|颁布|签订)[^，。；《“]{0,6}[《“]/u;
const issuedInMonth =
  /^年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?[，,]?[^，。；\d]{0,24}(?:印发|出台|下发|发布|公布|颁布)(?![^，。；]{0,12}\d+\s*[件份条期篇个次])/u;
/** Done once and for good; with a count behind it, it is a figure of the year. */
const once =
  '(?:成立|组建|挂牌|揭牌|启用|落成|投用|上线|发言|启动(?=[，。；,;]|$)|投入使用|投入运行|换届|建成(?!率|[^，。；]{0,12}\\d))(?![^，。；]{0,8}\\d+\\s*[个支家])';
const founded = new RegExp(
  `^年(?:[，,]?[^，。；,;]{0,12}|\\s*\\d{1,2}\\s*月(?:份|[初中底末])?[，,]?[^，。；,;]{0,30}?)${once}`,
  'u',
);
/** 2025年1月，镇第十八届人民代表大会第二次会议: one sitting among many. */
const sitting =
  /^年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?[，,]?[^，。；]{0,12}届[^，。；]{0,16}次(?:会议|全会|全体会议)/u;
/** 2025年全市政法工作会议: a meeting above that is held each year, or was held once. */
const meetingAbove =
  /^年(?:度)?(?:中央|全国|全省|全市|全县|全区|省委|市委|县委|区委)[^，。；]{0,16}(?:会议|全会)/u;
const ordinal = '[\\d一二三四五六七八九十]{1,3}';
const day = new RegExp(
  `^(?:年\\s*${ordinal}\\s*月\\s*${ordinal}\\s*日|[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))`,
  'u',
);
const untilBefore = /(?:截至|截止)[^，。；]{0,8}$/u;
/** The first day of a year, or a day that ends what began with it: the report's own time. */
const firstDay = /^(?:年\s*0?1\s*月\s*0?1\s*日|[-./]0?1[-./]0?1(?!\d))/u;
const sinceFirstDay =
  /(?:\D0?1\s*月\s*0?1\s*日|[-./]0?1[-./]0?1)\s*起?[，,]?\s*(?:[-－—–―～~]|至|到)\s*$/u;
const dataContext = /统计|数据|期限|时点|报告期/u;
/** 12月4日国家宪法日: a day of every year. */
const yearlyDay = /^[^，。；]{0,10}(?:宣传|教育|保护|权益|宪法|禁毒|环境|知识产权|安全)日/u;
const opening = /^(?:年(?:度)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?)?[，,]?/u;

/** True for the day of an event; the report's own time (its cut-off day, its data period) is none. */
export function isDayOfEvent({ before, after }: YearSurroundings): boolean {
  const [date] = day.exec(after) ?? [];
  if (date === undefined) return false;
  const rest = after.slice(date.length);
  const isOwnTime =
    untilBefore.test(before) ||
    /^\s*止/u.test(rest) ||
    firstDay.test(after) ||
    sinceFirstDay.test(before);
  const sentence = before.slice(before.lastIndexOf('。') + 1);
  return !isOwnTime && !dataContext.test(sentence) && !yearlyDay.test(rest);
}

function lastStop(text: string): number {
  return Math.max(...['，', '。', '；', '：', ',', ';'].map((stop) => text.lastIndexOf(stop)));
}

/** The clause the year stands in, with the one it opens: 2025年，青石镇荣获…. */
function findScope({ before, after }: YearSurroundings): string {
  const [head = ''] = opening.exec(after) ?? [];
  const [clause = ''] = /^[^，。；;]*/u.exec(after.slice(head.length)) ?? [];
  return before.slice(lastStop(before) + 1) + head + clause;
}

/** The whole sentence that the year opens: 2025年，青石镇…，司法所被评为…。 Empty where it opens none. */
function findOpened({ before, after }: YearSurroundings): string {
  const opens = /(?:^|[。；;！\n])\s*$/u.test(before) && /^年度?[，,]/u.test(after);
  return opens ? (/^[^。；;！\n]*/u.exec(after)?.[0] ?? '') : '';
}

/** Why a mention of the reporting year is a fact of that year alone; null when it is none. */
export function findFactReason(around: YearSurroundings): AskReason | null {
  const { after } = around;
  const scope = findScope(around);
  if (awards.test(scope) || named.test(findOpened(around))) return 'award';
  if (issuedTitle.test(scope) || issuedInMonth.test(after)) return 'issued';
  if (founded.test(after)) return 'founded';
  if (sitting.test(after)) return 'dated-event';
  if (meetingAbove.test(after)) return 'meeting-above';
  return isDayOfEvent(around) ? 'dated-event' : null;
}

/** Why a year stands in a sentence that is true of one year only; null when it does not. */
export function findBoundReason({ before, after }: YearSurroundings): AskReason | null {
  if (boundAfter.test(after) || awaited.test(after)) return 'year-phrase';
  if (anniversary.test(after)) return 'anniversary';
  return goalBefore.test(before) && goalAfter.test(after) ? 'goal' : null;
}

/** True where the sentence can be true of no other year: 2025年是贯彻…的开局之年. */
export function isOfOneYearOnly({ after }: YearSurroundings): boolean {
  return onlyOnce.test(after) || awaited.test(after);
}

/** True for a date that is a text of its own: of a signature that was read as a paragraph. */
export function isLoneDate({ before, after }: YearSurroundings): boolean {
  return before.trim() === '' && day.exec(after)?.[0] === after.trimEnd();
}

/** True for a year that is a text of its own: of a column of a table. */
export function isLoneYear({ before, after }: YearSurroundings): boolean {
  return before.trim() === '' && /^年(?:度)?\s*$/u.test(after);
}

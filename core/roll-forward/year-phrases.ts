/** Why a year near the reporting year stays. */
export type KeepReason =
  | 'document-title'
  | 'period'
  | 'edition'
  | 'founding'
  | 'year-bound'
  | 'event';

const edition =
  /^年\s*(?:版|本|第\s*\d+\s*号|(?:新)?(?:修订|修正|修改)|第[一二三]次修|(?:新)?(?:公布|颁布|施行|实施)的)/u;
const foundedBefore = /(?:始于|始建于|成立于|创建于|设立于|组建于|建于)\s*$/u;
const sinceBefore = /(?:自|从|始于)\s*$/u;
const sinceAfter =
  /^年(?:度)?(?:\d{1,2}月)?(?:以来|起(?![，,]?(?:至|到))|开始|以后|之后|成立|建立|实施|启动|设立|创建)/u;
const inForce = /^年\d{1,2}月(?:\d{1,2}日)?起?(?:正式)?(?:施行|实施|生效)/u;
const boundAfter =
  /^年(?:度)?(?:，)?(?:既?是|作为|系)[^。；]{0,60}?(?:之年|收官|开局|元年|周年|(?:验收|攻坚|关键|开局|收官)年|(?:关键|重要|最后|第)的?一年|第[一二三四五]年)/u;
const heldMeeting = /(?:全会|代表大会|大会|会议)[^，。；]{0,4}$/u;
const held = /^年\d{1,2}月[^，。；]{0,8}(?:召开|闭幕|开幕)/u;
const anniversary = /^年(?:度)?(?:，)?(?:正值|适逢|恰逢|正逢|喜迎)/u;
const goal = /^年[，,]/u;
/** A dated act of an organ above: 2025年12月，国务院公布. */
const higherEvent =
  /^年\d{1,2}月(?:\d{1,2}日)?[，,]?[^。；]{0,12}?(?:全国人大|人大常委会|国务院|中共中央|党中央|中央全面依法治国|中办|国办|全会)[^。；]{0,30}?(?:通过|公布|发布|印发|颁布|召开|审议|闭幕|作出)/u;
/** 二十届三中全会（2025年7月）. */
const dateOfMeeting = /(?:全会|代表大会)[（(]\s*$/u;

/**
 * Why the year between `before` and `after` stays when a report is rolled forward; null when it
 * may move. Both are the text around the year, `after` beginning with 年 or a mark.
 */
export function findKeepReason(before: string, after: string): KeepReason | null {
  if (edition.test(after)) return 'edition';
  if (higherEvent.test(after) || dateOfMeeting.test(before)) return 'event';
  if (boundAfter.test(after) || anniversary.test(after)) return 'year-bound';
  if (/党的|全国/u.test(before) && heldMeeting.test(before) && held.test(after))
    return 'year-bound';
  if (/(?:^|[，。；、“])到$/u.test(before) && goal.test(after)) return 'year-bound';
  const isFounding = foundedBefore.test(before) || inForce.test(after);
  return isFounding || (sinceBefore.test(before) && sinceAfter.test(after)) ? 'founding' : null;
}

import type { YearSurroundings } from './year-phrases.ts';

/**
 * What joins the two ends of a range of years or dates: a source of a regular expression. Its blanks
 * are bounded, so that others may stand before it and a long run of them costs no more.
 */
export const rangeJoiner = '\\s{0,9}(?:[-－—–―～~]{1,2}|至|到)\\s{0,9}';

const comparedBefore =
  /(?:较|较之|比|同比|相比|对比|相较于|相较|高于|低于|多于|少于|优于|好于|超过|(?:去年|上一?年?度?)[（(])\s*$/u;
/** 与2024年相比, but not 与2024年建成的广场. */
const besideBefore = /[与同和]\s*$/u;
const besideAfter = /^年(?:度)?[^，。；]{0,6}(?:相比|相较|比较|对比|持平|同期|相当|一致)/u;
const comparedAfter =
  /^年(?:度)?(?:同期|相?(?:比|较)|的?[\d.]+倍|的?[^，。；]{0,12}(?:下降|上升|增长|增加|减少|提高|提升|降低|降|增|升)[到至为])/u;

/** True where a year is what another one is compared with. `after` begins behind its digits. */
export function isComparedYear({ before, after }: YearSurroundings): boolean {
  return (
    comparedBefore.test(before) ||
    comparedAfter.test(after) ||
    (besideBefore.test(before) && besideAfter.test(after))
  );
}

import { isBody, matchHits, passageRule } from '../hit.ts';

const others =
  /(?:法院|法庭|检察院|复议机构|复议机关|司法局|县政府|区政府|市政府|部门|不予|未|受理点|配合|协助)[^，。；]*$/u;

/**
 * A township does not accept suits or applications for reconsideration: it is sued, or its act is
 * reviewed.
 * @source regulations.md 0.3 (行政复议法 第二十四条), 9.6
 */
export const townshipVerb = passageRule({
  rule: 'township-verb',
  severity: 'warning',
  where: isBody,
  say: (_, words) =>
    `乡镇、街道不受理行政诉讼和行政复议，“${words}”应改为“被提起行政诉讼”“被申请行政复议”或者“应诉”。`,
  hits: ({ plain }) =>
    matchHits(
      plain,
      /(?:受理|审理|审结|裁决)(?:各类)?(行政诉讼|行政复议)(?!咨询|申请材料|窗口|点)/gu,
      (match) => {
        if (others.test(plain.slice(Math.max(0, match.index - 20), match.index))) return undefined;
        return match[1] === '行政诉讼' ? '被提起行政诉讼' : '被申请行政复议';
      },
    ),
});

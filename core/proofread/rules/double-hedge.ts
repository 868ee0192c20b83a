import { isBody, matchHits, passageRule } from '../hit.ts';

const units = '(?:万|千|百)?(?:人次|场次|人|件|起|次|场|份|名|条|项|个|户|家|元|万元|亿元|[%％])';
const pattern = new RegExp(
  `(?<![约近过逾超])(?:大约|约|近|超过|逾|超)+(\\d+(?:\\.\\d+)?(?:万|千|百)?[余多]${units})|(?<![约近])(?:大约|约|近)+(\\d+(?:\\.\\d+)?${units})(?:左右|上下)`,
  'gu',
);

/** 近300余人, 约50件左右: one hedge is enough. @source regulations.md 7.2 */
export const doubleHedge = passageRule({
  rule: 'double-hedge',
  severity: 'advice',
  where: isBody,
  say: (_, words) => `“${words}”里两个表示约数的词重复，留一个即可。`,
  hits: ({ text }) =>
    !/\d/u.test(text)
      ? []
      : matchHits(text, pattern, ([, withMore, plain]) => withMore ?? `${plain}左右`),
});

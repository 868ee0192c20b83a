import { isBody, matchHits, passageRule } from '../hit.ts';

/**
 * An exact figure with 余 or 多: 188余件. From 100 on it is rounded down to the ten, below 100 the
 * 余 goes.
 * @source regulations.md 7.2 (GB/T 15835-2011)
 */
export const exactNumberWithMore = passageRule({
  rule: 'exact-number-with-more',
  severity: 'warning',
  where: isBody,
  say: (_, words) => `“${words}”：精确的数后面不用“余”“多”，请写整数加“余”，或者写准数去掉“余”。`,
  hits: ({ text }) =>
    matchHits(
      text,
      /(?<![0-9.．,，第])([0-9]{1,6}[1-9])([余多])([件起次场份名人条项个户家批元处册本篇期例宗])/gu,
      ([, digits = '', more, unit]) =>
        Number(digits) > 100
          ? `${Math.floor(Number(digits) / 10) * 10}${more}${unit}`
          : `${digits}${unit}`,
    ),
});

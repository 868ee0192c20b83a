import { clauseBefore, scanMeasuredNumbers } from '../../figures/index.ts';
import { isBody, passageRule } from '../hit.ts';

const mayExceed = /增|提高|提升|上升|升高|扩大|翻|同比|环比|较|目标|任务|相当于|以上|超/u;

/** A share of more than 100%. Growth and over-fulfilment may be more. @source regulations.md 0.9, 9.7 */
export const percentOverHundred = passageRule({
  rule: 'percent-over-hundred',
  severity: 'error',
  where: isBody,
  say: (_, words) => `比率不能超过100%，请核对“${words}”。`,
  hits: ({ text }) =>
    !/[%％]/u.test(text)
      ? []
      : scanMeasuredNumbers(text)
          .filter(
            ({ unit, value, start }) =>
              unit === '%' && value > 100 && !mayExceed.test(clauseBefore(text, start)),
          )
          .map(({ start, end }) => ({ start, end, replacement: null })),
});

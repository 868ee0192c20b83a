import type { Finding } from '../../api/index.ts';
import { findSums, type SumCheck } from '../../figures/index.ts';
import type { Rule } from '../rule.ts';

const rule = 'sum-mismatch';

function describe({ total, items, sum, words }: SumCheck): Finding {
  const parts = items.map((item) => item.value).join('＋');
  const hint =
    sum > total.value ? '分项有重复，或总数、分项有误' : '如果只列了一部分，请写明“等”，否则请核对';
  return {
    rule,
    // Two kinds out of many may be named without 等; a longer list is meant to be whole.
    severity: sum < total.value && items.length < 3 ? 'advice' : 'warning',
    text: words,
    message: `${total.name}共${total.value}${total.unit}，所列分项合计${sum}${total.unit}（${parts}），对不上：${hint}。`,
    place: total.place,
    suggestion: '',
  };
}

/** A total that its kinds do not add up to. @source regulations.md 0.9, 9.6 */
export const sumMismatch: Rule = {
  id: rule,
  check: ({ report }) =>
    findSums(report)
      .filter(({ total, sum }) => sum !== total.value)
      .map(describe),
};

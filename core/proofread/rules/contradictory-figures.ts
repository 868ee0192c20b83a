import type { Finding } from '../../api/index.ts';
import { type Contradiction, findContradictions } from '../../figures/index.ts';
import type { Rule } from '../rule.ts';

const rule = 'contradictory-figures';

function describe({ name, unit, figures }: Contradiction): readonly Finding[] {
  const values = [...new Set(figures.map((figure) => `${figure.value}${unit}`))].join('、');
  return figures.map(({ words, place }) => ({
    rule,
    severity: 'warning',
    text: words,
    message: `“${name}”在全文中有不同的数：${values}。请核对；如果口径不同，请写明。`,
    place,
    suggestion: '',
  }));
}

/** One indicator given twice with different values. @source regulations.md 0.9, 9.6 */
export const contradictoryFigures: Rule = {
  id: rule,
  check: ({ report }) => findContradictions(report).flatMap(describe),
};

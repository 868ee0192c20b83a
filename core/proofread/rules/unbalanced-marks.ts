import { findMatches } from '../../patterns/index.ts';
import { findingOf, type Hit } from '../hit.ts';
import type { LocalRule } from '../rule.ts';

const closerOf = new Map([
  ['（', '）'],
  ['(', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['〔', '〕'],
]);
const openerOf = new Map([...closerOf].map(([open, close]) => [close, open === '(' ? '（' : open]));
const half = new Map([[')', '）']]);
const marks = /[（()）《》〈〉“”‘’「」『』【】〔〕]/gu;

interface Open {
  readonly sign: string;
  readonly index: number;
}

/** A closing bracket that belongs to a number: 一） 1) at the beginning of a line or after a mark. */
function isLabel(text: string, index: number): boolean {
  return /(?:^|[。；;：:，,\s])[0-9０-９一二三四五六七八九十]{1,3}$/u.test(
    text.slice(Math.max(0, index - 6), index),
  );
}

/** 《…（2021—2025年》: the bracket was meant to close before the title does. */
function closeInside(stack: readonly Open[], sign: string): Open | null {
  const inner = stack.at(-1);
  const outer = stack.at(-2);
  return inner && outer && closerOf.get(outer.sign) === sign && sign !== closerOf.get(inner.sign)
    ? inner
    : null;
}

/** Marks without their other half, in order. */
export function findUnbalanced(text: string): readonly Hit[] {
  const stack: Open[] = [];
  const hits: Hit[] = [];
  for (const { 0: raw, index } of findMatches(text, marks)) {
    const sign = half.get(raw) ?? raw;
    if (closerOf.has(sign)) stack.push({ sign, index });
    if (!openerOf.has(sign)) continue;
    const lost = closeInside(stack, sign);
    if (lost) {
      stack.splice(-2);
      const closer = closerOf.get(lost.sign) ?? '';
      hits.push({
        start: lost.index,
        end: index,
        replacement: text.slice(lost.index, index) + closer,
      });
    } else if (closerOf.get(stack.at(-1)?.sign ?? '') === sign) stack.pop();
    else if (
      !((sign === '）' || sign === '’') && isLabel(text, index)) &&
      !isApostrophe(text, index)
    ) {
      hits.push({ start: index, end: index + 1, replacement: null });
    }
  }
  for (const { index } of stack) hits.push({ start: index, end: index + 1, replacement: null });
  return dropOverlaps(hits.toSorted((a, b) => a.start - b.start));
}

function isApostrophe(text: string, index: number): boolean {
  return text[index] === '’' && /[A-Za-z0-9]/u.test(text[index - 1] ?? '');
}

/** Where one fault lies inside another, neither can be mended by itself. */
function dropOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (last && hit.start < last.end) kept[kept.length - 1] = { ...last, replacement: null };
    else kept.push(hit);
  }
  return kept;
}

const id = 'unbalanced-marks';

/** Brackets, quotation marks and book-title marks without their other half. @source regulations.md 7.3, 7.4 */
export const unbalancedMarks: LocalRule = {
  id,
  checkPassage: (passage) =>
    findingOf(passage, findUnbalanced(passage.text), {
      rule: id,
      severity: 'error',
      say: (count, words) =>
        `${words.length > 1 ? '书名号里的括号缺了一半' : `“${words}”没有与它成对的另一半`}，请补上或删去。${count > 1 ? `本段共${count}处。` : ''}`,
    }),
};

import { findMatches } from '../../patterns/index.ts';
import { type Hit, passageRule } from '../hit.ts';

/** 《 and 》 that stand inside another pair, and 〈〉 they should be. */
function nestedHits(text: string): readonly Hit[] {
  if (!text.includes('《')) return [];
  const hits: Hit[] = [];
  let depth = 0;
  const mark = (index: number, replacement: string) =>
    hits.push({ start: index, end: index + 1, replacement });
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '《') {
      if (depth > 0) mark(index, '〈');
      depth += 1;
    } else if (sign === '》') {
      depth = Math.max(0, depth - 1);
      if (depth > 0) mark(index, '〉');
    }
  }
  // With a pair that does not close there is no telling which mark is the inner one.
  return depth === 0 ? hits : [];
}

const angle = /<([^<>\n]{0,60}\p{Script=Han}[^<>\n]{0,60})>/gu;

/** <…> in place of book-title marks: single inside a title, double outside. */
function angleHits(text: string): readonly Hit[] {
  if (!text.includes('<')) return [];
  return findMatches(text, angle).flatMap((match) => {
    const before = text.slice(0, match.index);
    const inside = before.lastIndexOf('《') > before.lastIndexOf('》');
    // With a pair inside, the inner marks would have to change too.
    const isPlain = !/[《》]/u.test(match[0]);
    const end = match.index + match[0].length - 1;
    return [
      {
        start: match.index,
        end: match.index + 1,
        replacement: isPlain ? (inside ? '〈' : '《') : null,
      },
      { start: end, end: end + 1, replacement: isPlain ? (inside ? '〉' : '》') : null },
    ];
  });
}

/** 《《》》 and <…>: inside a title the marks are 〈〉. @source regulations.md 7.3 (GB/T 15834-2011) */
export const bookTitleNesting = passageRule({
  rule: 'book-title-nesting',
  severity: 'warning',
  say: () => '书名号里面再用书名号时，应写作《…〈…〉…》，不用《》套《》，也不用<>。',
  hits: ({ text }) =>
    [...nestedHits(text), ...angleHits(text)].toSorted((a, b) => a.start - b.start),
});

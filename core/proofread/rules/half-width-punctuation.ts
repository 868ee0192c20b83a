import { type Hit, passageRule } from '../hit.ts';

const fullWidth = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
const chinese = /[\p{Script=Han}，。；：？！、（）《》〈〉“”‘’〔〕【】…—]/u;

function isChinese(sign: string | undefined): boolean {
  return sign !== undefined && chinese.test(sign);
}

/** Offsets of the brackets that match, opening to closing and back. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()（）]/gu)) {
    if (sign === '(' || sign === '（') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    pairs.set(start, index);
    pairs.set(index, start);
  }
  return pairs;
}

/** Straight quotes taken in pairs along the passage; an odd number tells nothing. */
function mendQuotes(text: string, signs: string[]): void {
  const at = [...text.matchAll(/"/gu)].map(({ index }) => index);
  const inChinese = at.some((index) => isChinese(text[index - 1]) || isChinese(text[index + 1]));
  if (at.length % 2 === 1 || !inChinese) return;
  for (const [order, index] of at.entries()) signs[index] = order % 2 === 0 ? '“' : '”';
}

function shouldWiden(signs: readonly string[], index: number): boolean {
  const sign = signs[index] ?? '';
  if (sign === '.') {
    const next = signs[index + 1];
    return (
      /\p{Script=Han}|[”》）]/u.test(signs[index - 1] ?? '') &&
      (next === undefined || isChinese(next))
    );
  }
  return fullWidth.has(sign) && (isChinese(signs[index - 1]) || isChinese(signs[index + 1]));
}

/** One round; a mark made full-width makes its neighbour stand in Chinese text. */
function widenOnce(text: string): string {
  const signs = text.split('');
  const pairs = matchBrackets(text);
  mendQuotes(text, signs);
  const queue = [...text.matchAll(/[,;:?!().]/gu)]
    .map(({ index }) => index)
    .filter((index) => shouldWiden(signs, index));
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const sign = signs[index] ?? '';
    const wide = sign === '.' ? '。' : fullWidth.get(sign);
    if (wide === undefined) continue;
    signs[index] = wide;
    const partner = pairs.get(index);
    if (partner !== undefined) queue.push(partner);
    for (const near of [index - 1, index + 1]) if (shouldWiden(signs, near)) queue.push(near);
  }
  return signs.join('');
}

/** Rounds until nothing changes: marks made full-width may put a straight quote into Chinese text. */
function widenAll(text: string): string {
  const next = widenOnce(text);
  return next === text || !text.includes('"') ? next : widenAll(next);
}

function hitsOf(text: string): readonly Hit[] {
  if (!/[,;:?!()."]/u.test(text)) return [];
  const hits: Hit[] = [];
  const wide = widenAll(text);
  for (let index = 0; index < text.length; index += 1) {
    const replacement = wide[index] ?? '';
    if (replacement !== text[index]) hits.push({ start: index, end: index + 1, replacement });
  }
  return hits;
}

/**
 * Half-width marks in Chinese text. Between figures and Latin letters they stay: 1,200, 8:30, 3.5.
 * @source regulations.md 7.3 (GB/T 15834-2011)
 */
export const halfWidthPunctuation = passageRule({
  rule: 'half-width-punctuation',
  severity: 'warning',
  say: (count) => `中文里用了半角标点，本段共${count}处，应改为全角。`,
  hits: ({ text }) => hitsOf(text),
});

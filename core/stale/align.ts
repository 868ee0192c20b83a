/** Numbers stay whole, everything else is taken sign by sign: 13件 is no 3件 with a sign before it. */
const lexeme = /[0-9０-９.．,%％]+|[一二三四五六七八九十百千万亿〇零两]+|[\s\S]/gu;
/** The most cells of one comparison; longer texts are cut at clauses they share. */
const mostCells = 250_000;
const clause = /[^，。；：、！？,;:!?\n\t]{6,}/gu;

interface Lexeme {
  readonly text: string;
  readonly start: number;
}

/** For each offset of a text the offset of the same sign in the other; -1 for a sign that is new. */
export type Alignment = Int32Array;

/** Part of both texts that is still to be compared. */
interface Window {
  readonly now: string;
  readonly old: string;
  readonly nowAt: number;
  readonly oldAt: number;
}

function cutLexemes(text: string): readonly Lexeme[] {
  return [...text.matchAll(lexeme)].map((match) => ({ text: match[0], start: match.index }));
}

function pair(map: Alignment, from: number, to: number, length: number): void {
  for (let index = 0; index < length; index += 1) map[from + index] = to + index;
}

/** Lengths of the longest common sequences of all ends of both lists, row by row. */
function measureEnds(a: readonly Lexeme[], b: readonly Lexeme[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const word = a[i]?.text;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const below = lengths[at + width] ?? 0;
      const right = lengths[at + 1] ?? 0;
      lengths[at] =
        word === b[j]?.text ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  return lengths;
}

function alignLexemes(map: Alignment, { now, old, nowAt, oldAt }: Window): void {
  const [a, b] = [cutLexemes(now), cutLexemes(old)];
  const width = b.length + 1;
  const lengths = measureEnds(a, b);
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [here, there] = [a[i], b[j]];
    if (here && there && here.text === there.text) {
      pair(map, nowAt + here.start, oldAt + there.start, here.text.length);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

/** The longest clause that both texts hold, each once. */
function findAnchor({ now, old }: Window): { now: number; old: number; length: number } | null {
  let best: { now: number; old: number; length: number } | null = null;
  for (const { 0: words, index } of now.matchAll(clause)) {
    if (best && best.length >= words.length) continue;
    const at = old.indexOf(words);
    const isSingle = at >= 0 && old.indexOf(words, at + 1) < 0 && now.indexOf(words) === index;
    if (isSingle && now.indexOf(words, index + 1) < 0) {
      best = { now: index, old: at, length: words.length };
    }
  }
  return best;
}

function countCommon(now: string, old: string, fromEnd: boolean): number {
  const most = Math.min(now.length, old.length);
  let count = 0;
  const at = (text: string) => text.charCodeAt(fromEnd ? text.length - 1 - count : count);
  while (count < most && at(now) === at(old)) count += 1;
  return count;
}

const numberSign = /[0-9０-９.．,%％一二三四五六七八九十百千万亿〇零两]/u;

/** A common beginning or end must not cut a number in two. */
function trimBeginning(now: string, old: string): number {
  let count = countCommon(now, old, false);
  if (count === now.length && count === old.length) return count;
  while (count > 0 && numberSign.test(now[count - 1] ?? '')) count -= 1;
  return count;
}

function trimEnd(now: string, old: string): number {
  let count = countCommon(now, old, true);
  while (count > 0 && numberSign.test(now[now.length - count] ?? '')) count -= 1;
  return count;
}

function alignWindow(map: Alignment, window: Window): void {
  const head = trimBeginning(window.now, window.old);
  pair(map, window.nowAt, window.oldAt, head);
  const [restNow, restThen] = [window.now.slice(head), window.old.slice(head)];
  const tail = trimEnd(restNow, restThen);
  const middle: Window = {
    now: restNow.slice(0, restNow.length - tail),
    old: restThen.slice(0, restThen.length - tail),
    nowAt: window.nowAt + head,
    oldAt: window.oldAt + head,
  };
  pair(map, middle.nowAt + middle.now.length, middle.oldAt + middle.old.length, tail);
  if (middle.now === '' || middle.old === '') return;
  if (middle.now.length * middle.old.length <= mostCells) {
    alignLexemes(map, middle);
    return;
  }
  const anchor = findAnchor(middle);
  if (!anchor) return;
  const { now, old, nowAt, oldAt } = middle;
  pair(map, nowAt + anchor.now, oldAt + anchor.old, anchor.length);
  alignWindow(map, {
    ...middle,
    now: now.slice(0, anchor.now),
    old: old.slice(0, anchor.old),
  });
  alignWindow(map, {
    now: now.slice(anchor.now + anchor.length),
    old: old.slice(anchor.old + anchor.length),
    nowAt: nowAt + anchor.now + anchor.length,
    oldAt: oldAt + anchor.old + anchor.length,
  });
}

/** Which signs of `now` stand in `old` too, in the same order. */
export function alignTexts(now: string, old: string): Alignment {
  const map = new Int32Array(now.length).fill(-1);
  alignWindow(map, { now, old, nowAt: 0, oldAt: 0 });
  return map;
}

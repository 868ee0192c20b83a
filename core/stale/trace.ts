import { type Alignment, alignTexts } from '../compare/index.ts';

const whole = /[0-9０-９.．,%％‰A-Za-z〇零一二三四五六七八九十百千万亿两\s]/u;

/** How many signs two texts share at one of their ends, and how far that is from cutting a number in two. */
interface Reach {
  /** Where the texts part: signs counted from the beginning. */
  readonly head: number;
  /** The same from the end, of what the head left. */
  readonly tail: number;
}

function countHead(text: string, source: string, most: number): number {
  let count = 0;
  while (count < most && text.charCodeAt(count) === source.charCodeAt(count)) count += 1;
  // a common beginning must not cut a number in two
  while (count > 0 && whole.test(text[count - 1] ?? '')) count -= 1;
  return count;
}

function countTail(text: string, source: string, most: number): number {
  const [last, lastOfSource] = [text.length - 1, source.length - 1];
  let count = 0;
  while (
    count < most &&
    text.charCodeAt(last - count) === source.charCodeAt(lastOfSource - count)
  ) {
    count += 1;
  }
  while (count > 0 && whole.test(text[text.length - count] ?? '')) count -= 1;
  return count;
}

/** The map of two texts that share head and tail, with what stands between aligned by `align`. */
function joinMap(
  text: string,
  source: string,
  { head, tail }: Reach,
  align: (text: string, source: string) => Alignment,
): Alignment {
  const map = new Int32Array(text.length);
  const [end, endOfSource] = [text.length - tail, source.length - tail];
  for (let at = 0; at < head; at += 1) map[at] = at;
  for (let at = end; at < text.length; at += 1) map[at] = at + source.length - text.length;
  if (end <= head) return map;
  // what stands in one of them only goes with nothing
  if (endOfSource <= head) return map.fill(-1, head, end);
  const middle = align(text.slice(head, end), source.slice(head, endOfSource));
  for (let at = head; at < end; at += 1) {
    const place = middle[at - head] ?? -1;
    map[at] = place < 0 ? -1 : place + head;
  }
  return map;
}

/**
 * As alignTexts, but what both texts begin with goes together first, then what they end with: of
 * equal words the first ones are taken.
 */
export function traceForwards(text: string, source: string): Alignment {
  const most = Math.min(text.length, source.length);
  const head = countHead(text, source, most);
  const tail = countTail(text, source, most - head);
  return joinMap(text, source, { head, tail }, alignTexts);
}

const reverse = (text: string) => text.split('').toReversed().join('');

function alignBackwards(text: string, source: string): Alignment {
  const map = alignTexts(reverse(text), reverse(source));
  return map.map((place) => (place < 0 ? -1 : source.length - 1 - place)).toReversed();
}

/** As {@link traceForwards}, from the end: of equal words the last ones are taken. */
export function traceBackwards(text: string, source: string): Alignment {
  const most = Math.min(text.length, source.length);
  const tail = countTail(text, source, most);
  const head = countHead(text, source, most - tail);
  return joinMap(text, source, { head, tail }, alignBackwards);
}

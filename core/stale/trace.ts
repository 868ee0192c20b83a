import { type Alignment, alignTexts } from '../compare/index.ts';

const whole = /[0-9０-９.．,%％‰A-Za-z〇零一二三四五六七八九十百千万亿两\s]/u;

function countHead(text: string, source: string): number {
  const most = Math.min(text.length, source.length);
  let count = 0;
  while (count < most && text.charCodeAt(count) === source.charCodeAt(count)) count += 1;
  // a common beginning must not cut a number in two
  while (count > 0 && whole.test(text[count - 1] ?? '')) count -= 1;
  return count;
}

const reverse = (text: string) => text.split('').toReversed().join('');

/**
 * As alignTexts, but what both texts begin with goes together first, then what they end with: of
 * equal words the first ones are taken.
 */
export function traceForwards(text: string, source: string): Alignment {
  const head = countHead(text, source);
  const [rest, restOfSource] = [text.slice(head), source.slice(head)];
  const tail = countHead(reverse(rest), reverse(restOfSource));
  const [end, endOfSource] = [rest.length - tail, restOfSource.length - tail];
  const middle = alignTexts(rest.slice(0, end), restOfSource.slice(0, endOfSource));
  return Int32Array.from({ length: text.length }, (_, at) => {
    if (at < head) return at;
    if (at >= head + end) return at - text.length + source.length;
    const place = middle[at - head] ?? -1;
    return place < 0 ? -1 : place + head;
  });
}

/** As {@link traceForwards}, from the end: of equal words the last ones are taken. */
export function traceBackwards(text: string, source: string): Alignment {
  const map = traceForwards(reverse(text), reverse(source));
  return map.map((_, at) => {
    const place = map[text.length - 1 - at] ?? -1;
    return place < 0 ? -1 : source.length - 1 - place;
  });
}

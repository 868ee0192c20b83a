import type { RollChange } from '../../../core/roll-forward/index.ts';

/** A sentence with the words that change, cut short for a line or two. */
export interface Excerpt {
  readonly before: string;
  readonly from: string;
  /** Null where there is nothing to offer. */
  readonly to: string | null;
  readonly after: string;
}

/** Characters shown to each side. */
const reach = { before: 40, after: 60 };
const stops = /[。；;！？\n]/u;
/** What a cut must not leave at the beginning: the rest of a number or a date. */
const cutNumber = /^[\d.年月日]+/u;

function headOf(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - reach.before - 1), end);
  const sentence = /[^。；;！？\n]*$/u.exec(near)?.[0] ?? '';
  if (sentence.length <= reach.before) return sentence;
  return `…${sentence.slice(1).replace(cutNumber, '')}`;
}

function tailOf(text: string, start: number): string {
  const whole = text.slice(start, start + reach.after + 1);
  const stop = stops.exec(whole);
  if (stop) return whole.slice(0, stop.index + 1).trimEnd();
  return whole.length > reach.after ? `${whole.slice(0, reach.after)}…` : whole;
}

/** Titles are long, and little in them changes; other words read better whole: 十四五 → 十五五. */
const isLong = new Set<RollChange['reason']>(['document-title', 'outline', 'data-period']);

/** What two wordings begin with alike; a number is not cut in two. */
function sharedHead(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  while (length > 0 && /[\d０-９〇一二三四五六七八九十“]/u.test(a[length - 1] ?? '')) length -= 1;
  return length;
}

/** The sentence of a change; of a long wording only what differs is shown as changed. */
export function cutExcerpt({ text, start, end, from, to, reason }: RollChange): Excerpt {
  const head = headOf(text, start);
  const tail = tailOf(text, end);
  if (to === null || !isLong.has(reason)) return { before: head, from, to, after: tail };
  const shared = sharedHead(from, to);
  const rest = { from: from.slice(shared), to: to.slice(shared) };
  let same = 0;
  while (
    same < Math.min(rest.from.length, rest.to.length) &&
    rest.from.at(-1 - same) === rest.to.at(-1 - same)
  ) {
    same += 1;
  }
  while (same > 0 && /[\d０-９〇一二三四五六七八九十”]/u.test(rest.from.at(-same) ?? '')) same -= 1;
  return {
    before: head + from.slice(0, shared),
    from: rest.from.slice(0, rest.from.length - same),
    to: rest.to.slice(0, rest.to.length - same),
    after: rest.from.slice(rest.from.length - same) + tail,
  };
}

/** What is offered, for a button: a bare year with its 年. */
export function nameOffer({ text, end, to }: RollChange): string {
  const isYear = /^[\d０-９〇○零一二三四五六七八九]{4}$/u.test(to ?? '') && text[end] === '年';
  return `${to ?? ''}${isYear ? '年' : ''}`;
}

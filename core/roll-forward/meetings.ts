import { formatChineseNumber, parseChineseNumber } from '../numbering/index.ts';
import type { Knowledge } from './knowledge.ts';
import {
  clauseAt,
  isInside,
  type Mention,
  mentionAt,
  type RollContext,
  type Verdict,
} from './mention.ts';
import type { Title } from './titles.ts';

const number = '[一二三四五六七八九十]{1,3}';
/** 二十届三中全会, 二十届二中、三中全会, 二十届历次全会. */
const plenum = new RegExp(
  `(${number})届((?:${number}中(?:全会)?\\s?[、和及]\\s?)*${number}中全会|历次全会)`,
  'gu',
);
/** 第十九届人民代表大会第三次会议, 十九届人大三次会议, 县委十四届六次全会. */
const session = new RegExp(
  `第?${number}届(?:[^，。；届]{0,12}?(?:人民代表大会|人大|政协|委员会))?(?:常务委员会|常委会)?第?(${number})次(?:会议|全体会议|全会|全体\\(扩大\\)会议)`,
  'gu',
);
const historic = /以来|召开|闭幕|开幕|(?:19|20)\d{2}年/u;

interface Latest {
  readonly ordinal: number;
  readonly plenum: number;
}

/** The latest plenum known to be held by the end of `year`; null when none is known. */
function latestPlenum(congresses: Knowledge['congresses'], year: number): Latest | null {
  for (const { ordinal, plenums } of congresses.toReversed()) {
    const held = plenums.filter((one) => one <= year).length;
    if (held > 0) return { ordinal, plenum: held };
  }
  return null;
}

/** The plenum after the last of a list, up to the latest; the latest in place of a single one. */
function proposePlenum(words: string, ordinal: number, latest: Latest): string | null {
  const named = [...words.matchAll(new RegExp(`(${number})中`, 'gu'))].map(
    ([, one = '']) => parseChineseNumber(one) ?? 0,
  );
  const right = formatChineseNumber(latest.ordinal);
  if (named.length === 0) {
    return ordinal < latest.ordinal ? `${right}届历次全会` : null;
  }
  const last = named.at(-1) ?? 0;
  const isLate = ordinal > latest.ordinal || (ordinal === latest.ordinal && last >= latest.plenum);
  if (isLate) return null;
  // what a first plenum elects is no reading for a town: the congress before it is
  if (latest.plenum === 1) return `${right}大`;
  if (named.length === 1 || ordinal < latest.ordinal) {
    return `${right}届${formatChineseNumber(latest.plenum)}中全会`;
  }
  const more = Array.from({ length: latest.plenum - last }, (_, index) => last + index + 1);
  const inFull = /全会./u.test(words);
  const added = more
    .map((one) => `、${formatChineseNumber(one)}中${inFull ? '全会' : ''}`)
    .join('');
  const kept = words.replaceAll(/[和及]/gu, '、');
  return inFull ? kept + added : `${kept.replace(/全会$/u, '')}${added}全会`;
}

/**
 * What may stand in `year` in place of plenums a text names (二十届三中全会): the later ones that the
 * packs know of; null when none is known.
 * @param congresses in the order of their ordinals
 */
export function laterPlenum(
  words: string,
  congresses: Knowledge['congresses'],
  year: number,
): string | null {
  const latest = latestPlenum(congresses, year);
  const ordinal = parseChineseNumber(/^[^届]*/u.exec(words)?.[0] ?? '') ?? 0;
  return latest ? proposePlenum(words, ordinal, latest) : null;
}

function judgeMeeting(clause: string, to: string | null): Verdict {
  if (to === null) return { verdict: 'keep', reason: 'congress', to: null };
  return historic.test(clause)
    ? { verdict: 'keep', reason: 'event', to: null }
    : { verdict: 'ask', reason: 'congress', to };
}

function findPlenums(
  text: string,
  { toYear }: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  const latest = latestPlenum(knowledge.congresses, toYear);
  return [...text.matchAll(plenum)].flatMap((match): Mention[] => {
    const [words, ordinal = ''] = match;
    const said = parseChineseNumber(ordinal) ?? 0;
    if (!latest || !knowledge.congresses.some((one) => one.ordinal === said)) return [];
    const verdict = judgeMeeting(clauseAt(text, match.index), proposePlenum(words, said, latest));
    return [mentionAt(text, match.index, match.index + words.length, verdict)];
  });
}

function findCongresses(
  text: string,
  { toYear }: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  const latest = knowledge.congresses.findLast(({ year }) => year <= toYear);
  return [...text.matchAll(knowledge.congressName)].flatMap((match): Mention[] => {
    const [words, ordinal = ''] = match;
    const said = parseChineseNumber(ordinal) ?? 0;
    if (!latest || said === 0) return [];
    const to = said < latest.ordinal ? `${formatChineseNumber(latest.ordinal)}大` : null;
    return [
      mentionAt(
        text,
        match.index,
        match.index + words.length,
        judgeMeeting(clauseAt(text, match.index), to),
      ),
    ];
  });
}

function findSessions(text: string): readonly Mention[] {
  return [...text.matchAll(session)].flatMap((match): Mention[] => {
    const [words, ordinal = ''] = match;
    const said = parseChineseNumber(ordinal);
    if (said === null) return [];
    const at = words.lastIndexOf(`${ordinal}次`);
    const tail = words.slice(words[at - 1] === '第' ? at - 1 : at);
    const end = match.index + words.length;
    const to = tail.replace(ordinal, formatChineseNumber(said + 1));
    return [mentionAt(text, end - tail.length, end, { verdict: 'ask', reason: 'session', to })];
  });
}

/**
 * Congresses, plenums and sessions by their number. None moves by itself: the latest plenum the
 * packs know of by the end of the new year is offered, for other meetings the next session.
 * @source regulations.md 7.4
 */
export function findMeetings(
  text: string,
  titles: readonly Title[],
  context: RollContext,
  knowledge: Knowledge,
): readonly Mention[] {
  return [
    ...findPlenums(text, context, knowledge),
    ...findCongresses(text, context, knowledge),
    ...findSessions(text),
  ].filter(({ start }) => !isInside(titles, start));
}

import { escapeWords, type PlaceWords } from '../packs/index.ts';
import { findMatches } from '../patterns/index.ts';
import type { PlaceIndex } from './index-places.ts';
import { placeSuffix } from './names.ts';

/** A name of a place in a text. Offsets are UTF-16, end exclusive. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  /** As it stands in the text: 云岭县, 内蒙古. */
  readonly name: string;
  /** True where the list has the name; else it was told by its shape. */
  readonly known: boolean;
}

/** What finding names needs besides the list. */
export interface PlaceSearch {
  readonly index: PlaceIndex;
  readonly words: PlaceWords;
  /** Names of the unit's own, which are found whether or not the list has them. */
  readonly own: ReadonlySet<string>;
}

const longestName = 15;
const suffix = new RegExp(placeSuffix, 'gu');
/** A sign behind the name that makes its last one part of another word: 市场, 区域, 乡村. */
const joined: Readonly<Record<string, RegExp>> = {
  市: /^(?:场|值|井|容|面|域|集|政(?!府|协|法)|民(?!政))/u,
  区: /^(?:域|划|间|分|别|块|位)/u,
  乡: /^(?:村|镇|土|亲|贤|愁|间|音|情|邻|道)/u,
  县: /^(?:域|级|处级|乡|区)/u,
  镇: /^(?:静|定|压|痛)/u,
  州: /^(?:级)/u,
  省: /^(?:级|际|略|下|去)/u,
};
const han = /\p{Script=Han}/u;
/** Signs after which a name may begin. */
const opening =
  /(?:^|[^\p{Script=Han}]|[与和同由经对向到在赴从为将被把及或是至往来自给比据按于]|中共)$/u;

interface Marks {
  /** Longer wordings in which a name means no place. */
  readonly except: RegExp;
  readonly common: ReadonlySet<string>;
  readonly before: RegExp;
  /** What stands behind the name of a unit: its organs. */
  readonly organ: RegExp;
  /** Names of firms and schools begin with a place that is not meant: 云南某某律师事务所. */
  readonly firm: RegExp;
  /** Words no name holds, though some place is called so: 建设镇. */
  readonly verbs: ReadonlySet<string>;
}

const compiled = new WeakMap<PlaceWords, Marks>();

function compile(words: PlaceWords): Marks {
  const known = compiled.get(words);
  if (known) return known;
  const sourceOf = (list: readonly string[]) =>
    list
      .toSorted((a, b) => b.length - a.length)
      .map(escapeWords)
      .join('|') || '(?!)';
  const anyOf = (list: readonly string[]) => new RegExp(sourceOf(list), 'gu');
  const marks = {
    except: anyOf(words.except),
    common: new Set(words.common),
    before: anyOf(words.before),
    verbs: new Set(words.before),
    organ: new RegExp(`^(?:[县市区镇]?委|${sourceOf(words.organs)})`, 'u'),
    firm: new RegExp(`^[^，。；、]{0,10}(?:${sourceOf(words.firms)})`, 'u'),
  };
  compiled.set(words, marks);
  return marks;
}

interface Scene {
  readonly text: string;
  readonly search: PlaceSearch;
  readonly marks: Marks;
  /** End of the name found last; one that begins there is a part of the same address. */
  readonly previousEnd: number;
}

function isJoined(text: string, end: number): boolean {
  return joined[text[end - 1] ?? '']?.test(text.slice(end, end + 2)) ?? false;
}

/** Whether a name of the list at these offsets means the place: short ones need a reason to. */
function isMeant(scene: Scene, start: number, end: number): boolean {
  const { text, marks, previousEnd } = scene;
  const last = text[end - 1] ?? '';
  const stem = text.slice(start, end - (last === '道' ? 2 : 1));
  if (marks.common.has(stem)) return false;
  if (start === previousEnd) return true;
  if (marks.verbs.has(stem)) return false;
  const isBound = opening.test(text.slice(Math.max(0, start - 2), start));
  const hasBody = marks.organ.test(text.slice(end, end + 8));
  // 和县, 成县, 理县 are words of every text: only an organ shows that the county is meant
  if (end - start === 2) return isBound && hasBody;
  if (isBound || hasBody) return true;
  return end - start > 3 || !doubtful.test(text.slice(start, end)) || leadsOn(scene, end);
}

/** Three signs that may be parts of other words: 沿|海城市, 送|法下乡, 集|中区域. */
const doubtful = /(?:[城区县]市|[区州盟旗]|[下返城家故水族侨老还同入回离]乡)$/u;

/** True when another name of the list follows at once: 天京市|清河区. */
function leadsOn({ text, search }: Scene, end: number): boolean {
  return [3, 4, 5, 6].some((length) => search.index.has(text.slice(end, end + length)));
}

/** The longest name that ends at `end` and is of the list or the unit's own. */
function lookBack(scene: Scene, from: number, end: number): PlaceMention | null {
  const { text, search } = scene;
  for (let start = Math.max(from, end - longestName); start <= end - 2; start += 1) {
    const name = text.slice(start, end);
    if (search.own.has(name)) return { start, end, name, known: true };
    if (search.index.has(name) && isMeant(scene, start, end)) {
      return { start, end, name, known: true };
    }
  }
  return null;
}

function guessStart({ text, marks }: Scene, from: number, stemEnd: number): number {
  let start = stemEnd;
  while (start > from && stemEnd - start < 4 && han.test(text[start - 1] ?? '')) start -= 1;
  let begin = start;
  for (const match of text.slice(start, stemEnd).matchAll(marks.before)) {
    begin = start + match.index + match[0].length;
  }
  // 5月团镇: the month is none of the name
  return /^[年月日]/u.test(text.slice(begin)) ? begin + 1 : begin;
}

/** A name that no list has, told by its shape: before an organ, or behind the place it lies in. */
function guess(scene: Scene, from: number, end: number, suffixLength: number): PlaceMention | null {
  const { text, marks, previousEnd } = scene;
  const hasBody = marks.organ.test(text.slice(end, end + 8));
  if (!hasBody && end - previousEnd > 4 + suffixLength) return null;
  const stemEnd = end - suffixLength;
  const start = guessStart(scene, from, stemEnd);
  const stem = text.slice(start, stemEnd);
  // no town lies in a town: 青石镇|顺利完成镇
  const isInTown = /[镇乡道木]/u.test(text[previousEnd - 1] ?? '');
  const isAddress = start === previousEnd && !isInTown && /[镇乡道]/u.test(text[end - 1] ?? '');
  if (stem.length < 2 || !(isAddress || hasBody)) return null;
  const isCommon = [1, 2, 3, 4].some((n) => marks.common.has(stem.slice(-n)));
  return isCommon ? null : { start, end, name: text.slice(start, end), known: false };
}

function findNamed(text: string, search: PlaceSearch, marks: Marks): readonly PlaceMention[] {
  const found: PlaceMention[] = [];
  let from = 0;
  for (const match of findMatches(text, suffix)) {
    const end = match.index + match[0].length;
    if (end <= from || isJoined(text, end)) continue;
    const scene: Scene = { text, search, marks, previousEnd: from === 0 ? -1 : from };
    const mention = lookBack(scene, from, end) ?? guess(scene, from, end, match[0].length);
    if (!mention) continue;
    from = end;
    const isFirm = /[省市]$/u.test(mention.name) && marks.firm.test(text.slice(end, end + 16));
    if (search.own.has(mention.name) || !isFirm) found.push(mention);
  }
  return found;
}

/** What was said to a province or there: 对西山重要讲话, 视察西山时的重要指示; a conference of that name. */
const honoured =
  /^(?:时|期间)?(?:发表)?的?(?:系列)?重要(?:讲话|指示|批示|论述|嘱托)|^工作(?:的?重要|座谈会)/u;

function findShortProvinces(
  text: string,
  { shortProvinces }: PlaceIndex,
  { firm }: Marks,
): readonly PlaceMention[] {
  const names = [...shortProvinces.keys()].filter((name) => text.includes(name));
  return names.flatMap((name) =>
    [...text.matchAll(new RegExp(escapeWords(name), 'gu'))].flatMap(({ index }): PlaceMention[] => {
      const end = index + name.length;
      const after = text.slice(end, end + 16);
      return firm.test(after) || honoured.test(after)
        ? []
        : [{ start: index, end, name, known: true }];
    }),
  );
}

/**
 * The names of places in `text`, in order, without overlaps: those of the list with their level
 * (云岭县, 青石镇), provinces in short, and names told by their shape where an organ follows.
 */
export function findPlaces(text: string, search: PlaceSearch): readonly PlaceMention[] {
  const marks = compile(search.words);
  const named = findNamed(text, search, marks);
  const short = findShortProvinces(text, search.index, marks).filter(({ start }) =>
    named.every((one) => start < one.start || start >= one.end),
  );
  if (named.length + short.length === 0) return [];
  const excepted = findMatches(text, marks.except).map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return [...named, ...short]
    .filter(({ start, end }) => !excepted.some((one) => one.start < end && start < one.end))
    .toSorted((a, b) => a.start - b.start);
}

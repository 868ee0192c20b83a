import type { DocumentEnd, DocumentsPack, NamedDocument } from './documents-pack.ts';

/** A title in 《》 as a text holds it. Offsets are UTF-16, end exclusive, and take in the marks. */
export interface CitedTitle {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the packs know under this title. */
  readonly document: NamedDocument;
}

const countryName = /^中华人民共和国/u;

/** A title without its marks, blanks, brackets' width and the country's name, for comparing. */
export function normaliseTitle(title: string): string {
  return title
    .replace(/[《》〈〉<>“”"'\s]/gu, '')
    .replace(/[（(【[]/gu, '（')
    .replace(/[）)】\]]/gu, '）')
    .replace(/[—－–\-~～―]{1,2}/gu, '－')
    .replace(/(\d{4})年－/gu, '$1－')
    .replace(/(－\d{4})年）/gu, '$1）')
    .replace(countryName, '');
}

type TitleIndex = ReadonlyMap<string, readonly NamedDocument[]>;

const indexed = new WeakMap<DocumentsPack, TitleIndex>();

function indexPack(pack: DocumentsPack): TitleIndex {
  const known = indexed.get(pack);
  if (known) return known;
  const index = new Map<string, NamedDocument[]>();
  for (const document of pack.documents) {
    for (const title of new Set([document.title, ...document.aliases].map(normaliseTitle))) {
      index.set(title, [...(index.get(title) ?? []), document]);
    }
  }
  indexed.set(pack, index);
  return index;
}

/** What the packs know under a normalised title; a later pack's word stands before an earlier one's. */
function lookUp(packs: readonly DocumentsPack[], title: string): readonly NamedDocument[] {
  const pack = packs.findLast((one) => indexPack(one).has(title));
  return pack ? (indexPack(pack).get(title) ?? []) : [];
}

const quoted = /《[^《》]{2,120}》/gu;
const inner = /[〈<]([^〈〉<>]{2,100})[〉>]/u;
const editionInside = /（((?:19|20)\d{2})年?(?:版|本|第[一二三]次修正|修订|修正|修改)?）$/u;
const editionBehind =
  /^\s*[（(]\s*((?:19|20)\d{2})\s*年?(?:版|本|修订|修正|修改|第[一二三]次修正)?\s*[）)]/u;

/** The documents a quoted title may mean: the title itself, or the one inside 关于印发〈…〉的通知. */
function candidates(title: string): readonly string[] {
  const nested = inner.exec(title)?.[1];
  return [title, ...(nested === undefined ? [] : [nested])];
}

function matchTitle(
  packs: readonly DocumentsPack[],
  title: string,
  behind: string,
): NamedDocument | null {
  const whole = normaliseTitle(title);
  const named = editionInside.exec(whole)?.[1] ?? editionBehind.exec(behind)?.[1];
  const plain = lookUp(packs, whole);
  const found = plain.length > 0 ? plain : lookUp(packs, whole.replace(editionInside, ''));
  const edition = named === undefined ? null : Number(named);
  return (
    found.find((one) => one.edition !== null && one.edition === edition) ??
    (plain.length > 0 ? found.find((one) => one.edition === null) : null) ??
    null
  );
}

/**
 * The titles in 《》 of `text` that the packs know, in order. Marks between years, the width of
 * brackets and 中华人民共和国 do not count; an edition is meant only where its year is named.
 */
export function findCitedTitles(
  text: string,
  packs: readonly DocumentsPack[],
): readonly CitedTitle[] {
  if (!text.includes('《') || packs.length === 0) return [];
  return [...text.matchAll(quoted)].flatMap((match): CitedTitle[] => {
    const start = match.index;
    const end = start + match[0].length;
    const behind = text.slice(end, end + 20);
    for (const title of candidates(match[0])) {
      const document = matchTitle(packs, title, behind);
      if (document) return [{ start, end, text: match[0], document }];
    }
    return [];
  });
}

/**
 * True when a report of `year` should no longer cite the document as the one in force: it ended
 * before the year's second half. One in force for most of the year ruled most of what the report
 * tells of, and may be cited as well as what came after it.
 */
export function isPastIn({ end }: NamedDocument, year: number): boolean {
  return end !== null && end.on <= `${year}-07-01`;
}

const ends = {
  revised: '起施行新修订的版本',
  superseded: '起已由新的文件代替',
  repealed: '起废止',
} as const;

function sayEnd({ how, on }: DocumentEnd): string {
  const [year = 0, month, day] = on.split('-').map(Number);
  const isNewYear = month === 1 && day === 1;
  if (how === 'expired' && isNewYear) return `到${year - 1}年为止`;
  const date = isNewYear ? `${year}年` : `${year}年${month}月${day}日`;
  return how === 'expired' ? `${date}前已经到期` : `${date}${ends[how]}`;
}

/** What became of a document, in Chinese: 2021年起废止，现为《民法典》. Not sure of it, the words ask to verify. */
export function describeEnd({ end, confidence, note }: NamedDocument): string {
  if (!end) return '';
  const successor = end.successor === null ? '' : `，现为《${end.successor}》`;
  const besides = note === '' ? '' : `，${note}`;
  const doubt = confidence === 'unconfirmed' ? '，请核对' : '';
  return `${sayEnd(end)}${successor}${besides}${doubt}`;
}

import { type Annex, keyOfAnnex, listAnnexes } from '../layout/index.ts';
import type { Report } from '../model/index.ts';
import { mapTexts } from './texts.ts';

/** What became of the list of attachments. */
export interface ClosedList {
  readonly report: Report;
  /** Titles that are not listed any more, in their order. */
  readonly leftOut: readonly string[];
}

const isBlank = (text: string) => text.trim() === '';

function withAttachments(report: Report, attachments: readonly string[]): Report {
  return { ...report, closing: { ...report.closing, attachments } };
}

/** Titles that stand for one of `gone`, and for none of `staying`. */
function leaves(gone: readonly Annex[], staying: readonly Annex[]): (title: string) => boolean {
  const stay = new Set(staying.map(({ title }) => keyOfAnnex(title)));
  const keys = new Set(gone.map(({ title }) => keyOfAnnex(title)));
  return (title) => !isBlank(title) && keys.has(keyOfAnnex(title)) && !stay.has(keyOfAnnex(title));
}

/**
 * A draft in which the titles of annexes that are not published are empty, so that nobody is asked
 * about them. Every text keeps its place.
 * @param annexes all of them, published or not
 */
export function hideWithheld(draft: Report, annexes: readonly Annex[]): Report {
  const going = annexes.filter(({ isPublic }) => isPublic);
  const withheld = annexes.filter(({ isPublic }) => !isPublic);
  const isLeaving = leaves(withheld, going);
  const { attachments } = draft.closing;
  return attachments.some(isLeaving)
    ? withAttachments(
        draft,
        attachments.map((title) => (isLeaving(title) ? '' : title)),
      )
    : draft;
}

/** The number an attachment has afterwards, by the one it had; null: it is not there any more. */
type NewNumbers = ReadonlyMap<number, number | null>;

/** `（详见附件2）`, 附件 with one number, and not with several. */
const lone = /[（(][^（）()，。；]{0,6}见附件\s?(\d{1,2})[）)]/gu;
const mention = /附件\s?(\d{1,2})(?!\d|\s?[、，,至到和与及—–~～-]\s?(?:附件)?\s?\d)/gu;

function renumber(text: string, numbers: NewNumbers, isSingle: boolean): string {
  const tell = (whole: string, number: string) => {
    const now = numbers.get(Number(number));
    if (now === undefined) return whole;
    if (now === null) return '附件（略）';
    return isSingle ? '附件' : `附件${now}`;
  };
  return text
    .replace(lone, (whole, number: string) => (numbers.get(Number(number)) === null ? '' : whole))
    .replace(mention, tell);
}

/** By the number printed before, that of each which is still there. */
function readNumbers(goes: readonly boolean[]): NewNumbers {
  return new Map(
    goes.map((isGoing, at) => [
      at + 1,
      isGoing ? goes.slice(0, at + 1).filter(Boolean).length : null,
    ]),
  );
}

/** The words of a text with the numbers of attachments as they are now. */
function nameAnew(published: Report, numbers: NewNumbers): Report {
  const isSingle = [...numbers.values()].filter((number) => number !== null).length === 1;
  return mapTexts(published, ({ id, field, text }) =>
    id === 'closing' && field.startsWith('attachments.') ? text : renumber(text, numbers, isSingle),
  );
}

const typedNumber = /^(\s*(?:附\s*件\s*)?)\d{1,2}(?=\s*[.．、：:])/u;

const numberAnew = (title: string, at: number) =>
  title.replace(typedNumber, (_, head: string) => `${head}${at + 1}`);

/**
 * Closes the list of what is published: without the annexes that are not, and without what was taken
 * out. Those that stay move up, and the text names them by their new numbers.
 * @param published the draft with what was decided, every text in its place
 * @param annexes all of the draft, published or not
 * @param takenOut those of them that were to be published and were taken out
 * @source regulations.md 8, check 12
 */
export function closeList(
  draft: Report,
  published: Report,
  annexes: readonly Annex[],
  takenOut: readonly Annex[] = [],
): ClosedList {
  const going = annexes.filter((annex) => annex.isPublic && !takenOut.includes(annex));
  const gone = annexes.filter((annex) => !going.includes(annex));
  const isLeaving = leaves(gone, going);
  const after = published.closing.attachments;
  const listed = draft.closing.attachments.flatMap((title, at) => {
    const words = after[at] ?? '';
    const isKept = !isLeaving(title) && !isBlank(words);
    return isBlank(title) ? [] : [{ title, words, isKept }];
  });
  const left = listed.filter(({ isKept }) => !isKept).map(({ title }) => title);
  if (left.length === 0 && gone.length === 0) return { report: published, leftOut: [] };
  const all = listAnnexes(
    listed.map(({ title }) => title),
    annexes,
  );
  const goes = (title: string, at: number) => listed[at]?.isKept ?? !isLeaving(title);
  const kept = listed.filter(({ isKept }) => isKept).map(({ words }) => words);
  const report = nameAnew(published, readNumbers(all.map(goes)));
  return { report: withAttachments(report, kept.map(numberAnew)), leftOut: left };
}

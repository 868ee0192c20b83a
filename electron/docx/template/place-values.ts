import type { TemplatePlace } from '../../../core/api/index.ts';
import {
  type FlowItem,
  type FlowLine,
  formatSignedDate,
  type OfficialFacts,
} from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { cleanText } from '../write/clean.ts';

/** What stands in each place but the text, line by line; nothing for what a report does not have. */
export type PlaceValues = Readonly<Record<Exclude<TemplatePlace, 'body'>, readonly string[]>>;

const wordsOf = ({ runs }: FlowLine): string => runs.map(({ text }) => text).join('');

function linesOf(items: readonly FlowItem[], kind: FlowLine['kind']): readonly string[] {
  return items.flatMap((item) =>
    item.type === 'line' && item.kind === kind ? [wordsOf(item)] : [],
  );
}

const trimmed = (words: readonly string[]): readonly string[] =>
  words.map((word) => cleanText(word).trim()).filter((word) => word !== '');

/**
 * What a report and its facts put into the places of an office's document. A date that has no place
 * of its own stands below the signature.
 * @source GB/T 9704-2012 7.2, 7.3, 7.4
 */
export function listValues(
  report: Report,
  facts: OfficialFacts,
  items: readonly FlowItem[],
  hasDate: boolean,
): PlaceValues {
  const { signature, signedDate } = report.closing;
  const date = signedDate === null ? [] : [formatSignedDate(signedDate)];
  const copies = trimmed(facts.copiesTo);
  const signers = trimmed(facts.signers);
  return {
    title: linesOf(items, 'title'),
    addressee: trimmed([report.addressee]).map((addressee) => `${addressee}：`),
    signature: [...trimmed(signature), ...(hasDate ? [] : date)],
    date,
    number: trimmed([facts.number]),
    signers: signers.length > 0 ? [signers.join('　')] : [],
    copyNumber: trimmed([facts.copyNumber]),
    secrecy: trimmed([facts.secrecy]),
    urgency: trimmed([facts.urgency]),
    copiesTo: copies.length > 0 ? [`${copies.join('，')}。`] : [],
    printedBy: trimmed([facts.printedBy]),
    printedOn: facts.printedOn === null ? [] : [`${formatSignedDate(facts.printedOn)}印发`],
    annexes: linesOf(items, 'attachment').map((line) => line.trim()),
    note: linesOf(items, 'note'),
  };
}

/** The kinds of line that each place takes out of the text. */
const kindsOfPlace: Readonly<Partial<Record<TemplatePlace, readonly FlowLine['kind'][]>>> = {
  title: ['title'],
  addressee: ['addressee'],
  signature: ['signature', 'date'],
  date: ['date'],
  annexes: ['attachment'],
  note: ['note'],
};

const signing = new Set<FlowLine['kind']>(['signature', 'date']);

/** Lines of a head or an imprint, which an office's document has itself. */
const neverInText = new Set<FlowLine['kind']>([
  'copyNumber',
  'secrecy',
  'urgency',
  'mark',
  'number',
  'copies',
  'printed',
]);

const isBlank = (item: FlowItem | undefined): boolean =>
  item?.type === 'line' && item.kind === 'blank';

function isTaken(item: FlowItem, taken: ReadonlySet<FlowLine['kind']>): boolean {
  return item.type === 'line' && taken.has(item.kind);
}

/** A blank line goes with what it sets apart: a title before it, or anything else behind it. */
function goesWithTaken(
  items: readonly FlowItem[],
  index: number,
  taken: ReadonlySet<FlowLine['kind']>,
): boolean {
  const before = items.slice(0, index).findLast((item) => !isBlank(item));
  const behind = items.slice(index + 1).find((item) => !isBlank(item));
  const isBelowTitle = before !== undefined && isTaken(before, taken) && taken.has('title');
  const isTitle = before?.type === 'line' && before.kind === 'title';
  return (isBelowTitle && isTitle) || (behind !== undefined && isTaken(behind, taken));
}

function trimBlanks(items: readonly FlowItem[]): readonly FlowItem[] {
  const first = items.findIndex((item) => !isBlank(item));
  const last = items.findLastIndex((item) => !isBlank(item));
  return first < 0 ? [] : items.slice(first, last + 1);
}

/** A document's items by where they go. */
export interface SortedItems {
  /** At the place of the text. */
  readonly text: readonly FlowItem[];
  /** List of attachments, at a place of its own. */
  readonly annexes: readonly FlowItem[];
  /** A note below the signature and the pages of attachments: behind everything but the imprint. */
  readonly behind: readonly FlowItem[];
}

/** Sorts what a layout composed into the text, and what has places of its own. */
export function sortItems(
  items: readonly FlowItem[],
  places: ReadonlySet<TemplatePlace>,
): SortedItems {
  const cut = items.findIndex((item) => item.type === 'line' && item.kind === 'annexLabel');
  const [flow, annexPages] = cut < 0 ? [items, []] : [items.slice(0, cut), items.slice(cut)];
  const taken = new Set([
    ...neverInText,
    ...[...places].flatMap((place) => kindsOfPlace[place] ?? []),
  ]);
  const isKept = (item: FlowItem, index: number) =>
    !isTaken(item, taken) && !(isBlank(item) && goesWithTaken(flow, index, taken));
  // what stands below a signature stays below it, wherever that has its place
  const signed = flow.findLastIndex((item) => isTaken(item, signing) && isTaken(item, taken));
  const end = signed < 0 ? flow.length : signed + 1;
  const kept = flow.map((item, index) => ({ item, index, isKept: isKept(item, index) }));
  const part = (isIn: (index: number) => boolean) =>
    trimBlanks(kept.filter((one) => one.isKept && isIn(one.index)).map(({ item }) => item));
  return {
    text: part((index) => index < end),
    annexes: flow.filter((item) => item.type === 'line' && item.kind === 'attachment'),
    behind: [...part((index) => index >= end), ...trimBlanks(annexPages)],
  };
}

/** Places that have something to stand in them, are not there, and whose words go nowhere else. */
export function listLost(
  values: PlaceValues,
  places: ReadonlySet<TemplatePlace>,
): readonly TemplatePlace[] {
  const headAndImprint = [
    'number',
    'signers',
    'copyNumber',
    'secrecy',
    'urgency',
    'copiesTo',
    'printedBy',
    'printedOn',
  ] as const;
  return headAndImprint.filter((place) => values[place].length > 0 && !places.has(place));
}

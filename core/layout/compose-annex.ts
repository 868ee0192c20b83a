import type { Report } from '../model/index.ts';
import { type LabelStyle, parseHeadingLabel } from '../numbering/index.ts';
import { composeBlocks } from './compose-body.ts';
import type { Annex } from './filing.ts';
import { blankLine, createLine, type FlowItem, type FlowLine, type LineKind } from './flow.ts';
import { numberBlocks } from './headings.ts';
import type { PageMetrics } from './metrics.ts';
import { layoutTitle } from './title.ts';
import { countCells } from './width.ts';

/** An attachment's pages and the number it is listed with. */
interface NumberedAnnex {
  readonly number: number;
  readonly annex: Annex;
}

/** A title without 附件 and number before it, where anything is left. */
function readTitle(title: string): string {
  const bare = title
    .trim()
    .replace(/^(?:附\s*件\s*\d{0,2}\s*[.．、：:]|\d{1,2}\s*[.．、])\s*/u, '');
  return bare === '' ? title.trim() : bare;
}

/** The title of an attachment by its letters alone: the same for the same attachment, listed or printed. */
export function keyOfAnnex(title: string): string {
  const bare = readTitle(title);
  return bare.replaceAll(/[\s\p{P}\p{S}]+/gu, '').toLowerCase() || bare;
}

/** What a report lists below its text: its own attachments, and the annexes it does not list behind them. */
export function listAnnexes(
  listed: readonly string[],
  annexes: readonly Annex[],
): readonly string[] {
  const known = new Set(listed.map(keyOfAnnex));
  const others = annexes.map(({ title }) => title).filter((title) => !known.has(keyOfAnnex(title)));
  return [...listed, ...others];
}

/**
 * Annexes in the order in which the report lists them, those it does not list behind; each with its
 * number in the list, the others with the numbers that follow.
 */
function numberAnnexes(
  annexes: readonly Annex[],
  listed: readonly string[],
): readonly NumberedAnnex[] {
  const left = [...annexes];
  const found = listed.flatMap((title, index): readonly NumberedAnnex[] => {
    const at = left.findIndex((annex) => keyOfAnnex(annex.title) === keyOfAnnex(title));
    return left.splice(at < 0 ? left.length : at, 1).map((annex) => ({ number: index + 1, annex }));
  });
  const others = left.map((annex, index) => ({ number: listed.length + index + 1, annex }));
  return [...found, ...others];
}

const kinds: Readonly<Partial<Record<LabelStyle, LineKind>>> = {
  'chinese-comma': 'part',
  'chinese-bracket': 'section',
  'arabic-point': 'level3',
  'arabic-bracket': 'level4',
};
const ranks: Readonly<Partial<Record<LineKind, number>>> = {
  part: 1,
  section: 2,
  level3: 3,
  level4: 4,
};
const LONGEST_HEADING_CELLS = 30;

/** What a line with a typed number looks like a heading of; null for a line of text. */
function readKind(item: FlowItem): LineKind | null {
  if (item.type !== 'line') return null;
  if (item.kind !== 'text') return ranks[item.kind] === undefined ? null : item.kind;
  if (item.runs.length !== 1) return null;
  const text = item.runs[0]?.text ?? '';
  const label = parseHeadingLabel(text);
  const kind = label ? (kinds[label.style] ?? null) : null;
  if (kind === null || countCells(text) > LONGEST_HEADING_CELLS) return null;
  const isUpper = kind === 'part' || kind === 'section';
  const words = text.slice(label?.raw.length ?? 0).replace(isUpper ? /。$/u : /$/u, '');
  return words === '' || /[。；！？]|[，、,;]$/u.test(words) ? null : kind;
}

/** Whether something stands under a heading of `rank`: points of a list have nothing under them. */
function headsSomething(rank: number, next: FlowItem | undefined): boolean {
  if (!next) return false;
  const kind = readKind(next);
  return kind === null || (ranks[kind] ?? 0) > rank;
}

/** Gives lines that begin with a typed number the faces of headings; their letters stay as they are. */
function raiseHeadings(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item, index) => {
    const kind = readKind(item);
    if (item.type !== 'line' || item.kind !== 'text' || kind === null) return item;
    if (!headsSomething(ranks[kind] ?? 0, items[index + 1])) return item;
    return { ...item, kind, keepWithNext: true };
  });
}

function keep(line: FlowLine): FlowLine {
  return { ...line, keepWithNext: true };
}

function composeAnnex(
  { annex, number }: NumberedAnnex,
  isNumbered: boolean,
  metrics: PageMetrics,
): readonly FlowItem[] {
  const label = createLine('annexLabel', isNumbered ? `附件${number}` : '附件');
  const title = layoutTitle(readTitle(annex.title), [], metrics.textWidth);
  const setting = { labels: new Map(numberBlocks(annex.blocks)), metrics };
  return [
    { ...keep(label), pageBreakBefore: true },
    keep(blankLine),
    ...title.map((line) => keep(createLine('annexTitle', line))),
    keep(blankLine),
    ...raiseHeadings(composeBlocks(annex.blocks, setting)),
  ];
}

/**
 * The pages of attachments: each begins a page with 附件 and its number (none where there is only one) in
 * the first line and its title in the third; below its blocks, laid out as the text is. Titles
 * that the report lists come first, in its order; those it does not list follow.
 * @source GB/T 9704-2012 7.3.7
 */
export function composeAnnexes(
  annexes: readonly Annex[],
  report: Report,
  metrics: PageMetrics,
): readonly FlowItem[] {
  const listed = report.closing.attachments.filter((title) => title.trim() !== '');
  const numbered = numberAnnexes(annexes, listed);
  const isNumbered = listed.length > 1 || numbered.some(({ number }) => number > 1);
  const items = numbered.flatMap((annex) => composeAnnex(annex, isNumbered, metrics));
  const last = items.at(-1);
  // nothing follows an annex without text, so that its title has nothing to be kept with
  return last?.type === 'line' && last.kind === 'blank' ? items.slice(0, -1) : items;
}

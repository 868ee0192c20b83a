import {
  attributeOf,
  childNumber,
  childOf,
  childrenOf,
  childToggle,
  childValue,
  type XmlElement,
} from '../xml.ts';
import { formatListNumber } from './number-format.ts';
import type { Styles } from './styles.ts';

/** One level of a list. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `（%1）`, with the level numbers 1–9. */
  readonly pattern: string;
  /** Level (1-based) after which this one begins anew; 0 never; null any level above it. */
  readonly restart: number | null;
  /** All numbers in it are printed 1, 2, 3. */
  readonly legal: boolean;
  readonly styleId: string | null;
  /** `w:pPr` of the level: where its paragraphs stand. */
  readonly place?: XmlElement | null;
  /** What stands between number and text: `space`, `nothing`, else a tab. */
  readonly suffix?: string | null;
}

/** A list as paragraphs point to it: its counters are shared by all lists with the same `family`. */
export interface List {
  readonly family: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that begin anew when this list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** Gives the printed number of each paragraph, in the order in which it is asked. */
export interface NumberPrinter {
  /** `（一）`; empty for no list, a bullet, or a level that prints nothing. */
  readonly next: (listId: string, level: number | null, styleId: string | null) => string;
}

const deepestLevel = 8;
/** Labels are short; a pattern of pages would be printed before every paragraph. */
const longestPattern = 100;

function readLevel(element: XmlElement): ListLevel {
  return {
    start: childNumber(element, 'w:start') ?? 0,
    // A format in an extension is wrapped in mc:AlternateContent; its fallback is a plain one.
    format:
      childValue(element, 'w:numFmt') ??
      childValue(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ??
      'decimal',
    pattern: (childValue(element, 'w:lvlText') ?? '').slice(0, longestPattern),
    restart: childNumber(element, 'w:lvlRestart'),
    legal: childToggle(element, 'w:isLgl') ?? false,
    styleId: childValue(element, 'w:pStyle'),
    place: childOf(element, 'w:pPr'),
    suffix: childValue(element, 'w:suff'),
  };
}

function readLevels(owner: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of childrenOf(owner, 'w:lvl')) {
    const index = Number(attributeOf(element, 'ilvl') ?? Number.NaN);
    if (index >= 0 && index <= deepestLevel) levels.set(index, readLevel(element));
  }
  return levels;
}

function readList(num: XmlElement, levels: ReadonlyMap<number, ListLevel>, family: string): List {
  const merged = new Map(levels);
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const index = Number(attributeOf(override, 'ilvl') ?? Number.NaN);
    const level = childOf(override, 'w:lvl');
    if (!(index >= 0 && index <= deepestLevel)) continue;
    if (level) merged.set(index, readLevel(level));
    const start = childNumber(override, 'w:startOverride');
    if (start !== null) startOverrides.set(index, start);
  }
  return { family, levels: merged, startOverrides };
}

/** Reads `numbering.xml` into lists by numId. Lists that stand behind a numbering style are followed once. */
export function readLists(
  root: XmlElement | null,
  styles: Pick<Styles, 'numberIdOf'>,
): ReadonlyMap<string, List> {
  const families = new Map(
    childrenOf(root, 'w:abstractNum').map((family) => [
      attributeOf(family, 'abstractNumId') ?? '',
      family,
    ]),
  );
  const nums = new Map(
    childrenOf(root, 'w:num').map((num) => [attributeOf(num, 'numId') ?? '', num]),
  );
  const lists = new Map<string, List>();
  for (const [id, num] of nums) {
    const named = childValue(num, 'w:abstractNumId') ?? '';
    const link = childValue(families.get(named) ?? null, 'w:numStyleLink');
    const linkedNum = link === null ? undefined : nums.get(styles.numberIdOf(link) ?? '');
    const family = linkedNum ? (childValue(linkedNum, 'w:abstractNumId') ?? named) : named;
    const owner = families.get(family);
    if (owner) lists.set(id, readList(num, readLevels(owner), family));
  }
  return lists;
}

type Counters = (number | null)[];

/** The level a paragraph is on: its own word, else the one that belongs to its style. */
export function levelOf(list: List, level: number | null, styleId: string | null): number {
  if (level !== null) return Math.min(Math.max(level, 0), deepestLevel);
  for (const [index, { styleId: owner }] of list.levels) {
    if (styleId !== null && owner === styleId) return index;
  }
  return 0;
}

/** Counts a paragraph in: its own level goes on, levels above are at least begun, levels below begin anew. */
function advance(counters: Counters, list: List, level: number, restartAt: number | null): void {
  const current = counters[level] ?? null;
  const first = list.levels.get(level)?.start ?? 1;
  counters[level] = restartAt ?? (current === null ? first : current + 1);
  for (let above = 0; above < level; above += 1) {
    counters[above] ??= list.levels.get(above)?.start ?? 1;
  }
  for (let below = level + 1; below < 9; below += 1) {
    const restart = list.levels.get(below)?.restart ?? below;
    if (level < restart) counters[below] = null;
  }
}

function printLabel(list: List, level: number, counters: Counters): string {
  const own = list.levels.get(level);
  if (!own || own.format === 'bullet') return '';
  return own.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = own.legal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal');
    return formatListNumber(format, counters[index] ?? 0);
  });
}

/** Lives while one document is read: list numbers depend on all paragraphs before. */
export function createNumberPrinter(lists: ReadonlyMap<string, List>): NumberPrinter {
  const families = new Map<string, Counters>();
  const begun = new Set<string>();
  return {
    next: (listId, wantedLevel, styleId) => {
      const list = lists.get(listId);
      if (!list) return '';
      const level = levelOf(list, wantedLevel, styleId);
      const counters = families.get(list.family) ?? [];
      families.set(list.family, counters);
      const use = `${listId}:${level}`;
      const restartAt = begun.has(use) ? null : (list.startOverrides.get(level) ?? null);
      begun.add(use);
      advance(counters, list, level, restartAt);
      return printLabel(list, level, counters).trim();
    },
  };
}

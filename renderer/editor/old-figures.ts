import type { Node } from '@tiptap/pm/model';
import { scanMeasuredNumbers } from '../../core/figures/index.ts';
import type { CarriedTexts } from './provenance.ts';
import { attrsOf, isIdentified } from './schema.ts';

/** The figures and years of one line that are still last year's. */
export interface OldFigures {
  /** Id of the line's node. */
  readonly id: string;
  /** As they are written, in their order: 62件, 2024年. */
  readonly figures: readonly string[];
  /** Where the first of them stands in the document. */
  readonly from: number;
  readonly to: number;
}

/** What last year's report is: its year, and its words as rolling forward left them. */
export interface OldReport {
  readonly year: number;
  readonly carried: CarriedTexts;
}

interface Spot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers with a unit, and mentions of last year itself. */
function listSpots(text: string, year: number): readonly Spot[] {
  const numbers = scanMeasuredNumbers(text).map(({ start, end, value, unit }) => ({
    name: `${value}${unit}`,
    start,
    end,
  }));
  const name = `${year}年`;
  const years = [...text.matchAll(new RegExp(`(?<!\\d)${name}`, 'gu'))].map(({ index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
  return [...numbers, ...years].toSorted((a, b) => a.start - b.start);
}

function compareLine(node: Node, pos: number, { year, carried }: OldReport): OldFigures | null {
  if (!node.isTextblock || !isIdentified(node)) return null;
  const { id, source } = attrsOf(node);
  const before = source ? carried.get(source.blockId) : undefined;
  if (before === undefined) return null;
  const text = node.textContent;
  const known = new Set(listSpots(before, year).map(({ name }) => name));
  const old = listSpots(text, year).filter(({ name }) => known.has(name));
  const [first] = old;
  if (!first) return null;
  const figures = [...new Set(old.map(({ start, end }) => text.slice(start, end)))];
  return { id, figures, from: pos + 1 + first.start, to: pos + 1 + first.end };
}

/**
 * The lines carried over from last year whose figures were not all replaced, or that still name
 * last year, in their order. A figure counts as last year's when the line it was carried from has
 * the same number and unit.
 */
export function listOldFigures(doc: Node, base: OldReport): readonly OldFigures[] {
  const found: OldFigures[] = [];
  doc.forEach((node, pos) => {
    const old = compareLine(node, pos, base);
    if (old) found.push(old);
  });
  return found;
}

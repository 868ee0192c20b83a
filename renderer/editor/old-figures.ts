import type { Node } from '@tiptap/pm/model';
import { type MeasuredNumber, scanMeasuredNumbers } from '../../core/figures/index.ts';
import type { CarriedTexts } from './provenance.ts';
import { attrsOf, isIdentified } from './schema.ts';

/** The figures of one line that are still last year's. */
export interface OldFigures {
  /** Id of the line's node. */
  readonly id: string;
  /** As they are written, in their order: 62件, 12%. */
  readonly figures: readonly string[];
  /** Where the first of them stands in the document. */
  readonly from: number;
  readonly to: number;
}

const nameOf = ({ value, unit }: MeasuredNumber) => `${value}${unit}`;

function compareLine(node: Node, pos: number, carried: CarriedTexts): OldFigures | null {
  if (!node.isTextblock || !isIdentified(node)) return null;
  const { id, source } = attrsOf(node);
  const before = source ? carried.get(source.blockId) : undefined;
  if (before === undefined) return null;
  const text = node.textContent;
  const known = new Set(scanMeasuredNumbers(before).map(nameOf));
  const old = scanMeasuredNumbers(text).filter((figure) => known.has(nameOf(figure)));
  const [first] = old;
  if (!first) return null;
  const figures = [...new Set(old.map(({ start, end }) => text.slice(start, end)))];
  return { id, figures, from: pos + 1 + first.start, to: pos + 1 + first.end };
}

/**
 * The lines carried over from last year whose figures were not all replaced, in their order. A
 * figure counts as last year's when the line it was carried from has the same number and unit.
 */
export function listOldFigures(doc: Node, carried: CarriedTexts): readonly OldFigures[] {
  const found: OldFigures[] = [];
  doc.forEach((node, pos) => {
    const old = compareLine(node, pos, carried);
    if (old) found.push(old);
  });
  return found;
}

import type { PrintedDocument, PrintedSection } from '../printed/index.ts';
import type { Sheet } from './fill-pages.ts';
import type { Page, PageLine, PageRule } from './page.ts';
import { drawEdges, type EdgeKind } from './set-edges.ts';
import type { Setting } from './set-paragraph.ts';
import { type Float, moveLines, moveRules } from './unit.ts';

/** What the fields of a page show. */
export function readPageField(number: number, total: number): (field: string) => string | null {
  return (field) => {
    const name = field.trim().split(/\s/u)[0]?.toUpperCase();
    if (name === 'PAGE') return String(number);
    return name === 'NUMPAGES' || name === 'SECTIONPAGES' ? String(total) : null;
  };
}

/** Which head and foot a page has. */
export function kindOf(
  { evenAndOdd }: Pick<PrintedDocument, 'evenAndOdd'>,
  { hasFirstPage }: Pick<PrintedSection, 'hasFirstPage'>,
  { number, isFirst }: { readonly number: number; readonly isFirst: boolean },
): EdgeKind {
  if (hasFirstPage && isFirst) return 'first';
  return evenAndOdd && number % 2 === 0 ? 'even' : 'default';
}

/** Top of what stands apart with a unit: one that stands in the text is right above it. */
function topOf(float: Float, unitTop: number): number {
  return float.top.from === 'unit' ? unitTop - float.height : float.top.offset;
}

function drawLines({ units, repeated }: Sheet): readonly PageLine[] {
  return [...repeated, ...units].flatMap(({ unit, top }) => {
    const lines = moveLines(unit.lines, top);
    if (unit.floats.length === 0) return lines;
    return [...lines, ...unit.floats.flatMap((float) => moveLines(float.lines, topOf(float, top)))];
  });
}

function drawRules({ units, repeated }: Sheet): readonly PageRule[] {
  const all = [...repeated, ...units];
  return all.flatMap(({ unit, top }, index) => {
    const framed = unit.floats.flatMap((float) => moveRules(float.rules, topOf(float, top)));
    const ends = unit.table !== null && all[index + 1]?.unit.table?.id !== unit.table.id;
    const closing = ends && unit.table ? moveRules(unit.table.closing, top + unit.height) : [];
    return [...moveRules(unit.rules, top), ...closing, ...framed];
  });
}

/** Draws a filled page. */
export function drawPage(
  sheet: Sheet,
  section: PrintedSection,
  kind: EdgeKind,
  setting: Setting,
): Page {
  const { width, height } = section.paper;
  const { number, isBlank } = sheet;
  if (isBlank) return { number, width, height, lines: [], rules: [], edges: [] };
  const edges = drawEdges(section, kind, setting);
  return {
    number,
    width,
    height,
    lines: drawLines(sheet),
    rules: [...drawRules(sheet), ...edges.rules],
    edges: edges.lines,
  };
}

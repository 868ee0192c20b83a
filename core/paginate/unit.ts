import { twip } from '../layout/units.ts';
import type { PageLine, PageRule } from './page.ts';

/** Lines and rules that no page break can part, with lengths from the top of what they stand in. */
export interface Unit {
  readonly height: number;
  /** Empty space above it, left out at the top of a page that the text ran over to. */
  readonly before: number;
  readonly lines: readonly PageLine[];
  readonly rules: readonly PageRule[];
  /** Whether a page may begin with it. */
  readonly mayBegin: boolean;
  /** Whether a page must begin with it. */
  readonly begins: 'page' | 'evenPage' | 'oddPage' | null;
  readonly section: number;
  /** Rows repeated above it where a page begins with it, and the rule below it where a page ends with it. */
  readonly table: {
    readonly id: object;
    readonly repeated: readonly Unit[];
    readonly closing: readonly PageRule[];
  } | null;
  /** What stands apart from the flow on the page of this unit. */
  readonly floats: readonly Float[];
}

/** A framed stretch of text, its lengths from its own top edge. */
export interface Float {
  readonly height: number;
  readonly lines: readonly PageLine[];
  readonly rules: readonly PageRule[];
  /** Top edge from the top of the paper, where it is known; from the top of the unit else. */
  readonly top: { readonly from: 'paper' | 'unit'; readonly offset: number };
}

/** Lines of a unit, further down by `y`. */
export function moveLines(lines: readonly PageLine[], y: number): readonly PageLine[] {
  return lines.map((line) => ({
    top: twip(line.top + y),
    baseline: twip(line.baseline + y),
    height: line.height,
    spans: line.spans,
    source: line.source,
    styleId: line.styleId,
  }));
}

/** Rules of a unit, further down by `y`. */
export function moveRules(rules: readonly PageRule[], y: number): readonly PageRule[] {
  return rules.map((rule) => ({ ...rule, y: twip(rule.y + y) }));
}

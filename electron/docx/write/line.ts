import { type FlowLine, isPlacedByEnd, ptToHalfPoint, twip } from '../../../core/layout/index.ts';
import { layoutRedRule, writeRedRule } from './red-rule.ts';
import { type RunLook, writeRuns } from './runs.ts';
import { styleOfLine } from './style-names.ts';
import type { Writing } from './writing.ts';
import { emptyElement } from './xml.ts';

/**
 * How far the lines of a signature may reach into the margin, in twips. A date may end at the very
 * edge of the text, and would be broken in two where a wider face stands in for the missing one.
 */
const SIGNATURE_SLACK = 960;

/** A rule reaches from indent to indent: a line above one is indented in its first line only. */
function writeIndent({ kind, indent, indentRight, redRuleBelow }: FlowLine): string {
  const isSigned = kind === 'signature' || kind === 'date';
  const right = indentRight ?? (isSigned && indent ? -SIGNATURE_SLACK : 0);
  if (!indent && right === 0) return '';
  const { first, rest } = indent ?? { first: 0, rest: 0 };
  if (redRuleBelow) return emptyElement('w:ind', { 'w:left': 0, 'w:firstLine': first });
  const offset = first < rest ? { 'w:hanging': rest - first } : { 'w:firstLine': first - rest };
  return emptyElement('w:ind', {
    ...(indent ? { 'w:left': rest } : {}),
    ...(right === 0 ? {} : { 'w:right': right }),
    ...(indent ? offset : {}),
  });
}

function writeTabs({ tabs = [] }: FlowLine): string {
  if (tabs.length === 0) return '';
  const stops = tabs.map(({ at, align }) => emptyElement('w:tab', { 'w:val': align, 'w:pos': at }));
  return `<w:tabs>${stops.join('')}</w:tabs>`;
}

/** An exact height stands off the grid, which would make it whole lines. */
function writePitch({ height, redRuleBelow }: FlowLine, { metrics }: Writing): string {
  if (redRuleBelow) {
    const { pitch, after } = layoutRedRule(metrics.linePitch);
    return writeExact({ 'w:after': after }, pitch);
  }
  return height === undefined ? '' : writeExact({}, height);
}

function writeExact(around: Readonly<Record<string, number>>, pitch: number): string {
  const spacing = { ...around, 'w:line': pitch, 'w:lineRule': 'exact' };
  return emptyElement('w:snapToGrid', { 'w:val': 0 }) + emptyElement('w:spacing', spacing);
}

/** How a line stands that its style says otherwise of; null for as its style says. */
function alignOf(line: FlowLine): 'left' | 'right' | null {
  const { kind, indent, tabs } = line;
  if (isPlacedByEnd(line)) return 'right';
  return kind === 'number' && (tabs !== undefined || indent !== undefined) ? 'left' : null;
}

/** Paragraph properties of a line, in the schema's order. */
function writeLineProperties(line: FlowLine, writing: Writing): string {
  const { kind, keepWithNext, pageBreakBefore, redRuleBelow } = line;
  const align = alignOf(line);
  return [
    kind === 'blank' ? '' : emptyElement('w:pStyle', { 'w:val': styleOfLine[kind] }),
    keepWithNext ? emptyElement('w:keepNext') : '',
    pageBreakBefore ? emptyElement('w:pageBreakBefore') : '',
    redRuleBelow ? writeRedRule(writing.metrics.linePitch) : '',
    writeTabs(line),
    writePitch(line, writing),
    writeIndent(line),
    align ? emptyElement('w:jc', { 'w:val': align }) : '',
  ].join('');
}

function lookOf({ size, extraSpacing, kind }: FlowLine, { metrics }: Writing): RunLook {
  const half = size === undefined ? null : ptToHalfPoint(size);
  const isSpaced = extraSpacing !== undefined && kind !== 'mark';
  return {
    spacing: isSpaced ? twip(metrics.characterSpacing + extraSpacing) : null,
    more:
      half === null
        ? ''
        : emptyElement('w:sz', { 'w:val': half }) + emptyElement('w:szCs', { 'w:val': half }),
  };
}

/** A line as a paragraph. */
export function writeLine(line: FlowLine, writing: Writing): string {
  const properties = writeLineProperties(line, writing);
  const runs = writeRuns(line.runs, line.kind, writing, lookOf(line, writing));
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

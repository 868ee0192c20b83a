import type { FlowLine } from '../../../core/layout/index.ts';
import { writeLine } from './line.ts';
import { IMPRINT_RULE_STYLE } from './style-names.ts';
import type { Writing } from './writing.ts';
import { emptyElement } from './xml.ts';

/** Widths of the rules in eighths of a point: 0.35 mm outside, 0.25 mm between. @source GB/T 9704-2012 7.4.1 */
const OUTER = 8;
const INNER = 6;

/** At the foot of the text block of the page that holds the next paragraph of the text. */
function writeFrame({ metrics }: Writing): string {
  return emptyElement('w:framePr', {
    'w:w': metrics.textWidth,
    'w:hSpace': 0,
    'w:vSpace': 0,
    'w:wrap': 'notBeside',
    'w:vAnchor': 'margin',
    'w:hAnchor': 'margin',
    'w:xAlign': 'left',
    'w:yAlign': 'bottom',
  });
}

/** A rule is a paragraph of its own: borders of the indented lines would be indented with them. */
function writeRule(eighths: number, frame: string): string {
  const border = emptyElement('w:bottom', {
    'w:val': 'single',
    'w:sz': eighths,
    'w:space': 0,
    'w:color': '000000',
  });
  const style = emptyElement('w:pStyle', { 'w:val': IMPRINT_RULE_STYLE });
  return `<w:p><w:pPr>${style}${frame}<w:pBdr>${border}</w:pBdr></w:pPr></w:p>`;
}

/** The paragraph that the frame hangs on: a point high, so that it fits where the frame does. */
const ANCHOR = `<w:p><w:pPr>${emptyElement('w:pStyle', { 'w:val': IMPRINT_RULE_STYLE })}</w:pPr></w:p>`;

/**
 * 版记: a frame at the foot of the last page's text block, and the paragraph it hangs on. Empty without
 * lines. A frame, since paragraphs stay readable one by one, and its foot is the foot of the text
 * block whatever its height.
 * @source GB/T 9704-2012 7.4
 */
export function writeImprint(lines: readonly FlowLine[], writing: Writing): string {
  if (lines.length === 0) return '';
  const frame = writeFrame(writing);
  const written = lines.map((line, index) => {
    const eighths = index === lines.length - 1 ? OUTER : INNER;
    return writeLine(line, writing, frame) + writeRule(eighths, frame);
  });
  return writeRule(OUTER, frame) + written.join('') + ANCHOR;
}

import type { Report } from '../model/index.ts';
import { composeMark } from './compose-mark.ts';
import { composeNumber } from './compose-number.ts';
import type { OfficialFacts } from './filing.ts';
import { blankLine, createLine, type FlowItem, type FlowLine } from './flow.ts';
import { joinLines } from './join-lines.ts';
import type { PageMetrics } from './metrics.ts';

const kept: FlowLine = { ...blankLine, keepWithNext: true };

/** Six digits, whatever was typed of them. @source GB/T 9704-2012 7.2.1 */
function formatCopyNumber(text: string): string {
  return /^\d{1,6}$/u.test(text) ? text.padStart(6, '0') : text;
}

/** 份号, 密级和保密期限 and 紧急程度, each on a line of its own where it is set. @source GB/T 9704-2012 7.2.1–7.2.3 */
function composeTop({ copyNumber, secrecy, urgency }: OfficialFacts): readonly FlowLine[] {
  const lines = [
    createLine('copyNumber', formatCopyNumber(joinLines(copyNumber))),
    createLine('secrecy', joinLines(secrecy)),
    createLine('urgency', joinLines(urgency)),
  ];
  return lines
    .filter(({ runs }) => runs.some(({ text }) => text !== ''))
    .map((line) => ({ ...line, keepWithNext: true }));
}

/**
 * 版头 and the two blank lines that part it from the title: 份号, 密级 and 紧急程度 where they are set; the
 * mark, 35 mm below the top; two lines below it number and signers; the red rule.
 * @source GB/T 9704-2012 7.2, 7.3.1
 */
export function composeHead(
  report: Report,
  facts: OfficialFacts,
  metrics: PageMetrics,
): readonly FlowItem[] {
  const top = composeTop(facts);
  const named = report.issuers.some((name) => name.trim() !== '');
  const issuers = named ? report.issuers : report.closing.signature;
  return [
    ...top,
    ...composeMark(facts, issuers, top.length, metrics),
    kept,
    kept,
    ...composeNumber(facts, metrics),
    kept,
    kept,
  ];
}

import type { OfficialFacts } from './filing.ts';
import { createLine, type FlowLine } from './flow.ts';
import { joinLines } from './join-lines.ts';
import type { PageMetrics } from './metrics.ts';
import { imprint } from './page.ts';
import { formatSignedDate } from './signature.ts';
import { twip } from './units.ts';

const LEAD = '抄送：';
const PRINTED = '印发';

/** Organs without the 抄送： and the closing marks that were typed with them. */
function readOrgans(copiesTo: readonly string[]): readonly string[] {
  return copiesTo
    .map((organ) =>
      joinLines(organ)
        .replace(/^抄送\s*[：:]/u, '')
        .replace(/[，、；。,;.\s]+$/u, '')
        .trim(),
    )
    .filter((organ) => organ !== '');
}

/** Organs are parted by ，; what was typed with 、 within one entry stays. @source GB/T 9704-2012 7.4.2 */
function composeCopies(copiesTo: readonly string[]): readonly FlowLine[] {
  const organs = readOrgans(copiesTo);
  if (organs.length === 0) return [];
  const indent = { first: imprint.cell, rest: twip((1 + LEAD.length) * imprint.cell) };
  const line = createLine('copies', `${LEAD}${organs.join('，')}。`);
  return [{ ...line, indent, indentRight: imprint.cell, keepWithNext: true }];
}

/** 印发机关 at the left, date and 印发 at the right, both one character in. @source GB/T 9704-2012 7.4.3 */
function composePrinted(
  { printedBy, printedOn }: OfficialFacts,
  { textWidth }: PageMetrics,
): readonly FlowLine[] {
  const organ = joinLines(printedBy);
  if (organ === '' && printedOn === null) return [];
  const date = printedOn === null ? '' : `\t${formatSignedDate(printedOn)}${PRINTED}`;
  return [
    {
      ...createLine('printed', `${organ}${date}`),
      indent: { first: imprint.cell, rest: imprint.cell },
      indentRight: imprint.cell,
      ...(date === '' ? {} : { tabs: [{ at: twip(textWidth - imprint.cell), align: 'right' }] }),
    },
  ];
}

/**
 * 版记: 抄送, then 印发机关 and 印发日期, each where it is set; nothing where none is. Lines are in 4号, one
 * of its characters in at both sides; organs wrap under the first of them.
 * @source GB/T 9704-2012 7.4
 */
export function composeImprint(facts: OfficialFacts, metrics: PageMetrics): readonly FlowLine[] {
  const lines = [...composeCopies(facts.copiesTo), ...composePrinted(facts, metrics)];
  return lines.map(({ keepWithNext, ...line }, index) =>
    keepWithNext && index < lines.length - 1 ? { ...line, keepWithNext } : line,
  );
}

import { formatDocumentNumber } from './document-number.ts';
import type { OfficialFacts } from './filing.ts';
import { createLine, type FlowLine, type Run, type TabStop } from './flow.ts';
import { joinLines } from './join-lines.ts';
import type { PageMetrics } from './metrics.ts';
import { twip } from './units.ts';
import { measureText } from './width.ts';

const LEAD = '签发人：';
const MOST_A_LINE = 2;

/** Where label and names begin, from the left edge of the text block. */
interface SignerPlaces {
  readonly label: number;
  readonly names: readonly number[];
}

function pairUp(names: readonly string[], count: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / count) }, (_, row) =>
    names.slice(row * count, (row + 1) * count),
  );
}

/**
 * Places for names `count` a line: the last ends one character before the right edge, names stand under
 * each other, one character apart.
 */
function placeNames(
  rows: readonly (readonly string[])[],
  count: number,
  metrics: PageMetrics,
): SignerPlaces {
  const { textWidth, cell } = metrics;
  let edge = textWidth - cell;
  const names: number[] = [];
  for (let column = count - 1; column >= 0; column -= 1) {
    const widest = Math.max(...rows.map((row) => measureText(row[column] ?? '', metrics)));
    edge -= widest;
    names.unshift(edge);
    edge -= cell;
  }
  return { label: (names[0] ?? 0) - measureText(LEAD, metrics), names };
}

/** One line of signers; `number` stands at its left. */
function composeRow(
  row: readonly string[],
  { label, names }: SignerPlaces,
  lead: string,
  number: string,
  metrics: PageMetrics,
): FlowLine {
  const start = twip(metrics.cell);
  const places = [...(lead === '' ? [] : [label]), ...(lead === '' ? names : names.slice(1))];
  const tabs = places.slice(0, row.length).map((at): TabStop => ({ at: twip(at), align: 'left' }));
  const runs = row.flatMap((name, index): readonly Run[] => [
    { text: index === 0 ? `\t${lead}` : '\t' },
    { text: name, isName: true },
  ]);
  return {
    ...createLine('number', ''),
    runs: [{ text: number }, ...runs].filter(({ text }) => text !== ''),
    indent: { first: start, rest: start },
    tabs,
    keepWithNext: true,
  };
}

/** Numbers and signers too long for one line: the number under the names, which wrap as text does. */
function composeLong(
  number: string,
  signers: readonly string[],
  cell: number,
): readonly FlowLine[] {
  const start = twip(cell);
  const line = { ...createLine('number', number), indent: { first: start, rest: start } };
  const names = signers.map(
    (name, index): FlowLine => ({
      ...line,
      runs: [...(index === 0 ? [{ text: LEAD }] : []), { text: name, isName: true }],
    }),
  );
  return [...names, line].map((each) => ({ ...each, keepWithNext: true }));
}

/**
 * 发文字号 with 签发人 and the red rule below. Without signers the number stands in the middle. An upward
 * document has it one character in, on the line of the last signer; 签发人： and the names end one
 * character before the right edge, two a line, names under the first name. A missing number
 * leaves its line empty.
 * @source GB/T 9704-2012 7.2.5–7.2.7
 */
export function composeNumber(facts: OfficialFacts, metrics: PageMetrics): readonly FlowLine[] {
  const number = formatDocumentNumber(facts.number);
  const signers = facts.signers.map((name) => joinLines(name));
  const named = signers.filter((name) => name !== '');
  const lines = named.length === 0 ? [] : composeSigned(number, named, metrics);
  const all =
    lines.length === 0 ? [{ ...createLine('number', number), keepWithNext: true }] : lines;
  return all.map((line, index) =>
    index === all.length - 1 ? { ...line, redRuleBelow: true as const } : line,
  );
}

function composeSigned(
  number: string,
  signers: readonly string[],
  metrics: PageMetrics,
): readonly FlowLine[] {
  const least = metrics.cell * 2 + measureText(number, metrics);
  for (let count = Math.min(MOST_A_LINE, signers.length); count > 0; count -= 1) {
    const rows = pairUp(signers, count);
    const places = placeNames(rows, count, metrics);
    if (places.label < least) continue;
    return rows.map((row, index) => {
      const isLast = index === rows.length - 1;
      return composeRow(row, places, index === 0 ? LEAD : '', isLast ? number : '', metrics);
    });
  }
  return composeLong(number, signers, metrics.cell);
}

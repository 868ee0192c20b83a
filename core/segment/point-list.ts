import type { Line, TextLine } from './line.ts';

const innerStop = /[。！？].+$/u;
const leastLetters = 30;
/** A line this short behind the last point is a closing word, no text of the point. */
const longestAfterword = 16;

const isClosed = ({ body }: TextLine) => /[。；]$/u.test(body) && !innerStop.test(body);
const hasClauses = ({ body }: TextLine) => /[，,；]./u.test(body);

/** More points than any list of them has. */
const mostPoints = 20;

const labelled = (line: Line | undefined) => (line?.kind === 'text' && line.label ? line : null);

/** Lines around `index` that are numbered in its style, one behind the other, and what follows them. */
function findRow(lines: readonly Line[], index: number) {
  const style = labelled(lines[index])?.label?.style;
  const isOne = (place: number) =>
    style !== undefined && labelled(lines[place])?.label?.style === style;
  let from = index;
  while (isOne(from - 1) && index - from < mostPoints) from -= 1;
  let to = index;
  while (isOne(to + 1) && to - index < mostPoints) to += 1;
  const row = lines.slice(from, to + 1).map(labelled);
  return { row: row.filter((line) => line !== null), after: lines[to + 1] };
}

/**
 * True for a point of a list whose points are sentences: “（一）…，…。” line after line from the
 * first on, none with text of its own. Such points are paragraphs, however short one of them is.
 */
export function isPointOfList(lines: readonly Line[], index: number): boolean {
  const { row, after } = findRow(lines, index);
  const [first] = row;
  const line = lines[index];
  if (row.length < 2 || first?.label?.ordinal !== 1 || line?.kind !== 'text') return false;
  const hasText =
    after?.kind === 'table' ||
    (after?.kind === 'text' && !after.label && after.text.length > longestAfterword);
  return (
    !hasText &&
    row.every(isClosed) &&
    row.some(({ body }) => body.length > leastLetters) &&
    row.filter(hasClauses).length * 2 > row.length
  );
}

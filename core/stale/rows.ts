type Row = readonly string[];

/** What a row of a table was carried from. */
export interface RowSource {
  /** -1 for a new row. */
  readonly index: number;
  /** False where it may as well be another one that reads the same. */
  readonly isSure: boolean;
}

const fresh: RowSource = { index: -1, isSure: true };
const keyOf = (row: Row) => JSON.stringify(row);
const labelOf = (row: Row) => row.find((cell) => /\p{L}/u.test(cell)) ?? '';

/** Indexes of the rows that `isOpen` names, by what `read` gives for them; those of which it gives nothing are left out. */
function indexRows(
  rows: readonly Row[],
  read: (row: Row) => string,
  isOpen: (at: number) => boolean,
) {
  const open = [...rows.keys()].filter((at) => isOpen(at) && read(rows[at] ?? []) !== '');
  return Map.groupBy(open, (at) => read(rows[at] ?? []));
}

/** Pairs open rows with open sources of which `read` gives the same, in their order. */
function pairOff(
  rows: readonly Row[],
  sources: readonly Row[],
  known: readonly RowSource[],
  read: (row: Row) => string,
): readonly RowSource[] {
  const taken = new Set(known.map(({ index }) => index));
  const waiting = indexRows(sources, read, (at) => !taken.has(at));
  const paired = [...known];
  for (const [key, open] of indexRows(rows, read, (at) => known[at]?.index === -1)) {
    const there = waiting.get(key) ?? [];
    const isSure = there.length < 2 || there.length === open.length;
    open.forEach((at, n) => {
      paired[at] = { index: there[n] ?? -1, isSure };
    });
  }
  return paired;
}

/** A row that was copied reads as the one it was copied from. */
function matchCopies(rows: readonly Row[], known: readonly RowSource[]): readonly RowSource[] {
  const byKey = new Map<string, RowSource>();
  known.forEach((source, at) => {
    if (source.index >= 0) byKey.set(keyOf(rows[at] ?? []), source);
  });
  return known.map((source, at) =>
    source.index >= 0 ? source : (byKey.get(keyOf(rows[at] ?? [])) ?? source),
  );
}

/** Rows between two that were found, as many as their sources are: each goes with the one at its place. */
function fillGaps(most: number, known: readonly RowSource[]): readonly RowSource[] {
  const taken = new Set(known.map(({ index }) => index));
  const filled = [...known];
  for (let at = 0; at < known.length; at += 1) {
    if (known[at]?.index !== -1) continue;
    let end = at;
    while (known[end]?.index === -1) end += 1;
    const from = (known[at - 1]?.index ?? -1) + 1;
    const isWhole = (known[end]?.index ?? most) - from === end - at;
    const count = isWhole ? end - at : 0;
    for (let n = 0; n < count; n += 1) {
      if (!taken.has(from + n)) filled[at + n] = { index: from + n, isSure: true };
    }
    at = end;
  }
  return filled;
}

/** Rows that read as the one at their place did: nothing was put before them. */
function matchUnmoved(rows: readonly Row[], sources: readonly Row[]): readonly RowSource[] {
  const isInPlace = (row: Row, at: number) =>
    rows.length === sources.length && keyOf(row) === keyOf(sources[at] ?? []);
  const hasLabels = rows.every((row, at) => labelOf(row) === labelOf(sources[at] ?? []));
  return rows.map((row, index) =>
    hasLabels && isInPlace(row, index) ? { index, isSure: true } : fresh,
  );
}

/**
 * What each row was carried from: equal rows wherever they stand, then rows of the same label, then
 * those at the same place between two that were found.
 */
export function matchRows(rows: readonly Row[], sources: readonly Row[]): readonly RowSource[] {
  const equal = pairOff(rows, sources, matchUnmoved(rows, sources), keyOf);
  const labelled = pairOff(rows, sources, matchCopies(rows, equal), labelOf);
  return fillGaps(sources.length, labelled);
}

const turn = (rows: readonly Row[]): readonly Row[] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));

/** What each column was carried from, told by all its cells, then by its heading. */
export function matchColumns(rows: readonly Row[], sources: readonly Row[]): readonly RowSource[] {
  const [now, then] = [turn(rows), turn(sources)];
  if (now.length === then.length) return now.map((_, index) => ({ index, isSure: true }));
  const equal = pairOff(
    now,
    then,
    now.map(() => fresh),
    keyOf,
  );
  const headed = pairOff(now, then, equal, ([heading = '']) => heading);
  return fillGaps(then.length, headed);
}

import type { PageLine } from './line.ts';

/** The lines of a page, and those that are not the paper's text. */
export interface SortedPage {
  readonly lines: readonly PageLine[];
  /** Page numbers that say they are one, `— 1 —`; whoever reads the paragraphs knows them. */
  readonly numbers: readonly PageLine[];
  /** Running heads and bare numbers. */
  readonly heads: readonly PageLine[];
}

const markedNumber =
  /^(?:[-—–－·]\s*\d{1,4}\s*[-—–－·]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/u;
const bareNumber = /^\d{1,4}(?:\s*\/\s*\d{1,4})?$/u;

/** A line that differs from page to page by its number only. */
function patternOf(line: PageLine): string {
  return `${line.text.replace(/\s+/gu, '').replace(/\d+/gu, '#')} ${Math.round(line.y / 4)}`;
}

/** Patterns that stand at the edge of many pages. */
function repeated(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(
      [page[0], page.at(-1)].flatMap((line) => (line ? [patternOf(line)] : [])),
    );
    for (const pattern of edges) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  const enough = Math.max(3, Math.ceil(pages.length / 3));
  return new Set([...counts].filter(([, count]) => count >= enough).map(([pattern]) => pattern));
}

function sortPage(page: readonly PageLine[], heads: ReadonlySet<string>): SortedPage {
  const numbers: PageLine[] = [];
  const others: PageLine[] = [];
  const isEdge = (line: PageLine) => line === page[0] || line === page.at(-1);
  const lines = page.filter((line) => {
    if (!isEdge(line)) return true;
    const text = line.text.trim();
    if (markedNumber.test(text)) numbers.push(line);
    else if (heads.has(patternOf(line)) || (bareNumber.test(text) && line === page.at(-1)))
      others.push(line);
    else return true;
    return false;
  });
  return { lines, numbers, heads: others };
}

/** Takes page numbers and running heads, which stand at the edges of pages, from the lines. */
export function sortFurniture(pages: readonly (readonly PageLine[])[]): readonly SortedPage[] {
  const heads = repeated(pages);
  return pages.map((page) => {
    const outer = sortPage(page, heads);
    // Under a running head there may be a second line of it.
    const inner = sortPage(outer.lines, heads);
    return {
      lines: inner.lines,
      numbers: [...outer.numbers, ...inner.numbers],
      heads: [...outer.heads, ...inner.heads],
    };
  });
}

import { Refusal } from '../read/refusal.ts';
import type { XmlElement } from '../read/xml.ts';

/** What a person's file may hold to be measured: many times any report, and still seconds of work. */
const most = { paragraphs: 20_000, sections: 500, letters: 2_000_000 } as const;

/** Letters that a break counts as: it takes a line. */
const lettersOfBreak = 20;

type Tally = { -readonly [Counted in keyof typeof most]: number };

const tallied: Readonly<Record<string, readonly [counted: keyof Tally, by: number]>> = {
  'w:p': ['paragraphs', 1],
  'w:tc': ['paragraphs', 1],
  'w:sectPr': ['sections', 1],
  'w:br': ['letters', lettersOfBreak],
  'w:cr': ['letters', lettersOfBreak],
};

function countIn(element: XmlElement, tally: Tally): void {
  const [counted, by] = tallied[element.name] ?? [];
  if (counted && by) tally[counted] += by;
  for (const child of element.children) {
    if (typeof child === 'string') tally.letters += child.length;
    else countIn(child, tally);
  }
}

const words: Readonly<Record<keyof Tally, (limit: number) => string>> = {
  paragraphs: (limit) => `段落和单元格超过 ${limit} 段`,
  sections: (limit) => `分节超过 ${limit} 节`,
  letters: (limit) => `文字超过 ${limit} 字`,
};

/** Paragraphs of one head or foot, which stands on every page. */
const mostOnEdge = 200;

function tallyOf(part: XmlElement): Tally {
  const tally: Tally = { paragraphs: 0, sections: 0, letters: 0 };
  countIn(part, tally);
  return tally;
}

/** Refuses a head or foot that would be set on every page and is longer than a page. Throws as {@link boundSize} does. */
export function boundEdges(edges: readonly XmlElement[]): void {
  if (edges.every((edge) => tallyOf(edge).paragraphs <= mostOnEdge)) return;
  const detail = `页眉或页脚超过 ${mostOnEdge} 段`;
  throw new Refusal({ code: 'import/too-long', detail });
}

/**
 * Refuses a main part that holds more than can be measured in a few seconds: cells count as paragraphs, and
 * breaks as the line they take. Throws a Refusal (import/too-long).
 */
export function boundSize(main: XmlElement): void {
  const tally = tallyOf(main);
  const over = (['paragraphs', 'sections', 'letters'] as const).find(
    (counted) => tally[counted] > most[counted],
  );
  if (over) throw new Refusal({ code: 'import/too-long', detail: words[over](most[over]) });
}

import type { Guide, GuidePage } from './guide.ts';

/** A place of the guide where all the words stand. */
export interface GuideHit {
  readonly page: GuidePage;
  readonly heading: string;
  /** Words around the first one found; empty where the heading says it. */
  readonly excerpt: string;
}

const mostHits = 20;
const lettersBefore = 12;
const lettersShown = 60;

function excerptOf(text: string, word: string): string {
  const line = text.split('\n').find((each) => each.toLowerCase().includes(word)) ?? '';
  const at = Math.max(0, line.toLowerCase().indexOf(word) - lettersBefore);
  const cut = line.slice(at, at + lettersShown);
  return `${at > 0 ? '…' : ''}${cut}${at + lettersShown < line.length ? '…' : ''}`;
}

/**
 * Places that hold every word of `query`: first those whose heading holds them, then the others, each
 * in the order of the table of contents.
 */
export function searchGuide({ chapters }: Guide, query: string): readonly GuideHit[] {
  const words = query
    .toLowerCase()
    .split(/[\s，、]+/u)
    .filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const holdsAll = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const places = chapters
    .flatMap(({ pages }) => pages)
    .flatMap((page) => page.sections.map((section) => ({ page, ...section })));
  const byHeading = places.filter(({ heading }) => holdsAll(heading));
  const byText = places.filter(
    ({ heading, text }) => !holdsAll(heading) && holdsAll(`${heading}\n${text}`),
  );
  return [...byHeading, ...byText].slice(0, mostHits).map(({ page, heading, text }) => ({
    page,
    heading,
    excerpt: excerptOf(text, first),
  }));
}

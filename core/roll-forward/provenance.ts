import { measureLikeness, readLikeable } from '../compare/index.ts';
import { blockText, listBlocks, type Report } from '../model/index.ts';

/** 沿用 · 改写 · 新写. */
export type Provenance = 'carried' | 'edited' | 'new';

/** Marks between two digits make another number without them, and ％ another one. */
const mere = /(?<!\d)[\p{P}\p{Sm}]|[\p{P}\p{Sm}](?!\d)/gu;
const blank = /\s+/gu;
const measure = /[%‰]/u;
const strange = /[^\p{Script=Han}\d\n]/u;

/**
 * The letters and digits of a text: without blanks and marks and in one width, so that mending
 * those alone is no edit. Marks inside a number (3.5, 2025-01) and percent signs stay.
 */
export function wordsOf(text: string): string {
  if (!strange.test(text)) return text.replace(blank, '');
  return text
    .replace(blank, '')
    .normalize('NFKC')
    .replace(blank, '')
    .replace(mere, (mark) => (measure.test(mark) ? mark : ''));
}

/** Below this share of common character pairs a text is no rewriting of its source. */
const leastLikeness = 0.4;

/** Halves of a block that was split, and a block that something was added to. */
function isPiece(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.includes(short);
}

/** As {@link provenanceOf}, of texts that {@link wordsOf} made. */
export function provenanceOfWords(now: string, then: string | null): Provenance {
  if (then === null) return 'new';
  if (now === then) return 'carried';
  const isLike =
    isPiece(now, then) || measureLikeness(readLikeable(now), readLikeable(then)) >= leastLikeness;
  return isLike ? 'edited' : 'new';
}

/**
 * Whether a block is carried over, rewritten or new, by comparing it with the text it was carried
 * from as rolling forward left it. Taking an edit back makes it carried again; mending blanks,
 * marks or their width leaves it carried.
 * @param carriedText null for a block without a source
 */
export function provenanceOf(text: string, carriedText: string | null): Provenance {
  if (carriedText === null) return 'new';
  if (text === carriedText) return 'carried';
  return provenanceOfWords(wordsOf(text), wordsOf(carriedText));
}

/** The words rolling forward first made of each of last year's blocks and headings, by last year's id. */
export type CarriedTexts = ReadonlyMap<string, string>;

/**
 * Collects the carried words.
 * @param rolled last year's report as rolling forward first made this year's draft of it
 */
export function collectCarried(rolled: Report): CarriedTexts {
  const carried = new Map<string, string>();
  for (const { block } of listBlocks(rolled)) {
    if (block.source) carried.set(block.source.blockId, blockText(block));
  }
  for (const part of rolled.parts) {
    for (const { source, heading } of [part, ...part.sections]) {
      if (source) carried.set(source.blockId, heading);
    }
  }
  return carried;
}

import { type CitedTitle, findCitedTitles, isPastIn } from '../packs/index.ts';
import type { Knowledge } from './knowledge.ts';

const nested = /([〈<])([^〈〉<>]{2,100})([〉>])/u;

/** A title with the document that came after the one it names: inside 关于印发〈…〉的通知 only that is changed. */
export function titleInstead({
  text,
  document,
}: Pick<CitedTitle, 'text' | 'document'>): string | null {
  const successor = document.end?.successor ?? null;
  if (successor === null) return null;
  if (nested.test(text)) {
    return text.replace(
      nested,
      (_, open: string, _title, close: string) => open + successor + close,
    );
  }
  const country = text.startsWith('《中华人民共和国') ? '中华人民共和国' : '';
  return `《${country}${successor}》`;
}

/**
 * The title that stands in `year` in place of one that was over before: the outline of the new year
 * where the title holds the outline, else what the packs name as its successor; null when neither is known.
 */
export function findSuccessor(
  title: string,
  year: number,
  { outline, documents }: Pick<Knowledge, 'outline' | 'documents'>,
): string | null {
  const [, open = '', inside = '', close = ''] = nested.exec(title) ?? [];
  if (outline.isCurrent && inside.startsWith(outline.name)) {
    return title.replace(nested, open + outline.citation + close);
  }
  const [cited] = findCitedTitles(title, documents);
  return cited && isPastIn(cited.document, year) ? titleInstead(cited) : null;
}

import type { Node } from '@tiptap/pm/model';
import type { Page } from '../../../core/paginate/index.ts';
import type { TextRange } from '../workspace/jump.ts';
import { findSameLetter, readLinePlace, type WordsAt, wordsOfPages } from './printed-words.ts';

/** The words of a draft, line by line, each with the position of its first letter. */
export function wordsOfDraft(doc: Node): readonly WordsAt<number>[] {
  const lines: WordsAt<number>[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      lines.push({ text: node.textBetween(0, node.content.size, '', '\ufffc'), at: pos + 1 });
    }
    return !node.isTextblock;
  });
  return lines;
}

/** Where the words of a printed line stand in the draft; null for what only the layout prints. */
export function findInDraft(
  doc: Node,
  pages: readonly Page[],
  page: number,
  line: number,
): TextRange | null {
  const place = { at: `${page}/${line}`, offset: 0 };
  const found = findSameLetter(wordsOfPages(pages), place, wordsOfDraft(doc));
  if (!found) return null;
  const at = found.at + found.offset;
  return { from: at, to: at };
}

/** The page, from 0, that a position of the draft is printed on; null where it is not. */
export function findPageOf(doc: Node, pos: number, pages: readonly Page[]): number | null {
  const lines = wordsOfDraft(doc);
  const line = lines.findLast(({ at }) => at <= pos);
  if (!line) return null;
  const place = { at: line.at, offset: pos - line.at };
  const found = findSameLetter(lines, place, wordsOfPages(pages));
  return found && readLinePlace(found.at).page;
}

import { dropLine } from './drop.ts';
import { certain, type Dropped, likely } from './judgement.ts';
import type { Line } from './line.ts';

const relatedHead =
  /^(?:相关(?:信息|阅读|链接|文档|稿件|新闻|文章|附件)|推荐阅读|延伸阅读|热点新闻)\s*[:：]?$/u;

/** Where a page's list of other papers begins: its head, with nothing but short lines below; the end when there is none. */
function findRelated(lines: readonly Line[]): number {
  const at = lines.findLastIndex((line) => line.kind === 'text' && relatedHead.test(line.text));
  const isList = lines
    .slice(at + 1)
    .every((line) => line.kind === 'text' && line.text.length <= 60 && !line.text.includes('。'));
  return at > 0 && isList ? at : lines.length;
}

const contentsHead = /^目\s*录$/u;
const contentsItem = /^\S.{1,80}[\s.．·…]\s*\d{1,3}$/u;
/** A table of contents begins within this many lines. */
const contentsReach = 30;

/** Where 目录 stands and where its entries end; an empty stretch when there is none. */
function findContents(lines: readonly Line[]): { readonly from: number; readonly end: number } {
  const from = lines
    .slice(0, contentsReach)
    .findIndex((line) => line.kind === 'text' && contentsHead.test(line.text));
  if (from < 0) return { from: 0, end: 0 };
  let end = from + 1;
  for (const line of lines.slice(end)) {
    if (line.kind !== 'text' || !contentsItem.test(line.text)) break;
    end += 1;
  }
  return { from, end };
}

/** The report's own lines, and those of a table of contents and of a page's list of other papers. */
export function cutSurroundings(lines: readonly Line[]): {
  readonly kept: readonly Line[];
  readonly dropped: readonly Dropped[];
} {
  const { from, end } = findContents(lines);
  const related = Math.max(end, findRelated(lines));
  return {
    kept: [...lines.slice(0, from), ...lines.slice(end, related)],
    dropped: [
      ...lines.slice(from, end).map((line) => dropLine(line, certain('words'))),
      ...lines.slice(related).map((line) => dropLine(line, likely('position'))),
    ],
  };
}

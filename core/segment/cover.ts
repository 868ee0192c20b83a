import { dropLine, wordsOf } from './drop.ts';
import { type Dropped, doubtful, likely } from './judgement.ts';
import type { Line } from './line.ts';
import { isOrganName } from './organ.ts';

/** The title of a letter that carries a report. */
const letterTitle =
  /关于\s*(?:报送|上报|呈报|报请|报告|印发|转发|下发|公布|公开|发布|提交).{0,60}(?:函|通知|请示|报告|公告)$/u;
const reportTitle =
  /^(?!.*关于\s*(?:报送|上报|呈报|印发|转发|下发|公布))[^。]{0,60}(?:法治|法制|依法行政)[^。]{0,60}(?:报告|情况|总结)$/u;
const attachmentHead = /^附\s*件\s*\d{0,2}\s*[:：]?$/u;
/** A letter is short: the report's title stands within so many lines. */
const reach = 30;
const longestTitle = 150;

const textOf = (line: Line | undefined) => (line?.kind === 'text' ? line.text : '');

/** Whether the report's title begins at `index`, on one line or on two. */
function isTitleAt(lines: readonly Line[], index: number): boolean {
  const [first, second] = [textOf(lines[index]), textOf(lines[index + 1])];
  const isPlain = first.length <= longestTitle && first !== '' && !/[。；：:，《]/u.test(first);
  if (!isPlain || attachmentHead.test(first) || /^附\s*件/u.test(first)) return false;
  if (/^[一二三四五六七八九十]{1,3}、/u.test(first)) return false;
  return (
    reportTitle.test(first) ||
    (second.length <= 30 &&
      !/[。：:]/u.test(second) &&
      reportTitle.test(first + second) &&
      !isOrganName(first))
  );
}

/** Where the report begins behind a letter; 0 when there is no letter or nothing behind it. */
function findReport(lines: readonly Line[]): number {
  const letter = lines
    .slice(0, 4)
    .findIndex(
      (line, index) =>
        letterTitle.test(textOf(line)) || letterTitle.test(textOf(line) + textOf(lines[index + 1])),
    );
  if (letter < 0) return 0;
  const isWhole = letterTitle.test(textOf(lines[letter]));
  const from = letter + (isWhole ? 1 : 2);
  const at = lines.slice(from, reach).findIndex((_, offset) => isTitleAt(lines, from + offset));
  if (at < 0) return 0;
  let start = from + at;
  while (isOrganName(textOf(lines[start - 1])) && attachmentHead.test(textOf(lines[start - 2])))
    start -= 1;
  return start;
}

/** Takes the letter that carries a report, and 附件 above the report's title, away from its top. */
export function cutCover(lines: readonly Line[]): {
  readonly kept: readonly Line[];
  readonly dropped: readonly Dropped[];
} {
  const start = findReport(lines);
  const dropped = lines.slice(0, start).map((line, index): Dropped => {
    const at = { line: line.line, text: wordsOf(line) };
    const doubt = { code: 'segment/left-aside', what: 'cover', ...at } as const;
    return dropLine(line, index === 0 ? doubtful('words', doubt) : likely('position'));
  });
  return { kept: lines.slice(start), dropped };
}

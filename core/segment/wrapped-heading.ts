import { type Line, type TextLine, toTextLine } from './line.ts';

const longestFirst = 60;
const longestRest = 40;
const marks = /[。；：:！？]/u;
const openEnd = /[，,、]$/u;
const joiningStart = /^(?:和|及|与|以及|并|的|暨)/u;
const headingEnd = /(?:情况|成效|成果|原因|安排|打算|计划|不足|问题|举措|措施|思路)$/u;
/** A heading this long may have gone on to a second line. */
const fullLine = 15;

function isPlain(line: Line | undefined, longest: number): line is TextLine {
  return line?.kind === 'text' && line.text.length <= longest && !marks.test(line.text);
}

/** Whether `next` is the rest of the numbered heading that `line` begins. */
function goesOn(line: Line, next: Line | undefined): boolean {
  if (!isPlain(line, longestFirst) || !isPlain(next, longestRest)) return false;
  if (!line.label?.style.match(/^(?:chinese|part-word)/u) || next.label) return false;
  const isWhole = headingEnd.test(line.text);
  if (line.body === '') return true;
  if (openEnd.test(line.text)) return !openEnd.test(next.text);
  if (joiningStart.test(next.text)) return !openEnd.test(next.text);
  return line.text.length >= fullLine && !isWhole && headingEnd.test(next.text);
}

/**
 * Puts numbered headings together that stand on two lines: a number alone, a first line that ends
 * with a comma, a second one that begins with 和 or 的, or one that brings the word a heading ends with.
 */
export function joinWrappedHeadings(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const before = kept.at(-1);
    if (before?.kind === 'text' && line.kind === 'text' && goesOn(before, line)) {
      const origin = { isWhole: false, doubts: [...before.origin.doubts, ...line.origin.doubts] };
      const text = before.text + line.text;
      kept[kept.length - 1] = toTextLine(before.line, text, before.hints, origin);
    } else kept.push(line);
  }
  return kept;
}

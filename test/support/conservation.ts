import { blockText, type Report } from '../../core/model/index.ts';
import type { Segmented } from '../../core/segment/index.ts';

/** Letters and digits of a text: blanks, marks and numbers of headings may change, these may not. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}〇]/gu, '');
}

/** Every text of a report in reading order. */
export function textsOf(report: Report): readonly string[] {
  return [
    ...report.issuers,
    report.title,
    report.addressee,
    report.preambleHeading,
    ...report.preamble.map(blockText),
    ...report.parts.flatMap((part) => [
      part.heading,
      ...part.blocks.map(blockText),
      ...part.sections.flatMap((section) => [section.heading, ...section.blocks.map(blockText)]),
    ]),
    ...report.closing.attachments,
    ...report.closing.signature,
    report.closing.note,
  ];
}

const label =
  /^[\s\u3000]*(?:附件：(?:\d[.、])?|第[一二三四五六七八九十]+部分|\d{1,2}\.\d{1,2}|[（(]?[〇零一二三四五六七八九十百]{1,7}[、)）.．]|[（(]?\d{1,3}[)）.．、])/u;

/**
 * The lines of a source whose words are neither in the report nor discarded. A line counts as kept
 * when its letters, without a number in front, stand in one text or run over several in order.
 */
export function findLostLines(
  source: readonly string[],
  { report, discarded }: Segmented,
): readonly string[] {
  const kept = lettersOf(textsOf(report).join(''));
  const dropped = lettersOf(discarded.map(({ text }) => text).join(''));
  return source.filter((line) => {
    const letters = lettersOf(line);
    const bare = lettersOf(line.replace(label, ''));
    return ![letters, bare].some((words) => kept.includes(words) || dropped.includes(words));
  });
}

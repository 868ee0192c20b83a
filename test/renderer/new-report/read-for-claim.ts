import { plainParagraph, type SourceBlock } from '../../../core/segment/index.ts';
import {
  linkDiscarded,
  linkRows,
  type Span,
} from '../../../renderer/features/new-report/link-lines.ts';
import {
  listOutlineRows,
  type OutlineRow,
} from '../../../renderer/features/new-report/outline-rows.ts';
import { readLines } from '../../support/read-text.ts';

/** Lines read by the real segmenter, with both sides tied together as the claim screen ties them. */
export function readForClaim(lines: readonly string[]) {
  const segmented = readLines(lines);
  const source: readonly SourceBlock[] = lines.map((text, line) => plainParagraph(line, text));
  const rows = listOutlineRows(segmented.report);
  return {
    ...segmented,
    source,
    rows,
    spans: linkRows(rows, source),
    discardedSpans: linkDiscarded(segmented.discarded, source),
  };
}

/** The words of the source that a span covers. */
export function cutSpan(lines: readonly string[], span: Span | undefined): string | undefined {
  return span && lines[span.block]?.slice(span.start, span.end);
}

/** The first line of the structure with these words. */
export function findRow(rows: readonly OutlineRow[], text: string): OutlineRow {
  const found = rows.find((row) => row.text === text);
  if (!found) throw new Error(`no line ${text} among ${rows.map((row) => row.text).join(' | ')}`);
  return found;
}

/** A short report as a web page gives it. */
export const webPage: readonly string[] = [
  '您当前所在位置：首页 > 政务公开 > 法治政府建设',
  '枫林街道2025年法治政府建设情况报告',
  '来源：枫林街道　发布时间：2026-02-26　浏览次数：88',
  '2025年，枫林街道扎实推进法治政府建设。',
  '一、主要工作举措及成效',
  '（一）强化组织保障。全年组织专题学法6次。',
  '（二）提升执法水平。持证人员18名，办理案件62件。',
  '二、问题与不足',
  '一是执法力量与赋权事项不匹配。二是普法方式单一。',
  '三、第一责任人履职情况',
  '街道党工委书记、办事处主任带头履行职责。',
  '四、努力方向',
  '一是充实执法力量。二是创新普法方式。',
  '枫林街道办事处',
  '2026年2月20日',
];

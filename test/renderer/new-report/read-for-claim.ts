import { type Claim, openClaim, sourceText } from '../../../core/claim/index.ts';
import { createKindOf } from '../../../core/packs/index.ts';
import { plainParagraph, type SourceBlock } from '../../../core/segment/index.ts';
import type { ClaimCommand } from '../../../renderer/features/new-report/claim-command.ts';
import { runCommand } from '../../../renderer/features/new-report/claim-commands.ts';
import {
  type ClaimState,
  claimOf,
  goTo,
  openState,
  rowsOf,
} from '../../../renderer/features/new-report/claim-state.ts';
import { placeDoubts } from '../../../renderer/features/new-report/doubts.ts';
import { readLines, shippedTemplate } from '../../support/read-text.ts';

/** Lines read by the real segmenter and opened as the claim screen opens them. */
export function readForClaim(lines: readonly string[]) {
  const segmented = readLines(lines);
  const source: readonly SourceBlock[] = lines.map((text, line) => plainParagraph(line, text));
  const claim = openClaim(
    { ...segmented, source },
    {
      kindOf: createKindOf(shippedTemplate(), segmented.report.year),
      headingFor: () => '主要举措和成效',
    },
  );
  const doubts = placeDoubts(segmented.notices, claim, segmented.decisions);
  return { ...segmented, source, claim, doubts, state: openState(claim, doubts.atLines) };
}

/** The state with the line of these words active. */
export function goToWords(state: ClaimState, words: string): ClaimState {
  const row = rowsOf({ ...state, isResidueOpen: true }).find(({ text }) => text.startsWith(words));
  if (!row) throw new Error(`no line ${words}`);
  return goTo(state, row.key);
}

/** The state after commands, one after the other. */
export function runAll(state: ClaimState, ...commands: readonly ClaimCommand[]): ClaimState {
  return commands.reduce(runCommand, state);
}

/** The structure in one line each, short enough to compare by eye. */
export function outlineOfState(state: ClaimState): readonly string[] {
  return rowsOf(state).map(({ kind, label, text }) => `${kind}:${label}${text.slice(0, 12)}`);
}

/** The words of the source that the line with these words stands for. */
export function sourceOf(claim: Claim, words: string): string {
  const line = claim.lines.find(({ text }) => text.startsWith(words));
  return (line?.spans ?? [])
    .map(({ block, start, end }) => {
      const original = claim.source[block];
      return original ? sourceText(original).slice(start, end) : '';
    })
    .join('|');
}

export { claimOf };

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

/** The same, with a heading that lost its number between two long paragraphs. */
export const withBareHeading: readonly string[] = [
  '枫林街道2025年法治政府建设情况报告',
  '一、主要工作举措及成效',
  '（一）强化组织保障',
  '全年组织专题学法6次，举办法治讲座3场，参训干部120人次，班子成员全部述法，学法考试参考率达到百分之百，群众评议满意。',
  '推进政务公开',
  '主动公开政府信息86条，办理依申请公开3件，均在法定期限内答复，没有发生因政府信息公开引起的行政复议和行政诉讼，群众满意度稳步提高。',
  '二、问题与不足',
  '一是执法力量与赋权事项不匹配。二是普法方式单一。',
  '三、第一责任人履职情况',
  '街道党工委书记、办事处主任带头履行职责。',
  '四、努力方向',
  '一是充实执法力量。二是创新普法方式。',
];

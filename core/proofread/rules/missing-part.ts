import type { Finding } from '../../api/index.ts';
import { blockText, type Part, requiredPartKinds } from '../../model/index.ts';
import { type Draft, type Rule, wholeFinding } from '../rule.ts';

const rule = 'missing-part';
const names = {
  achievements: '推进法治政府建设的主要举措和成效',
  shortcomings: '存在的不足和原因',
  leadership: '党政主要负责人履行推进法治建设第一责任人职责的情况',
  plan: '下一年度推进法治政府建设的主要安排',
} as const;
/** Headings of sections under which the leaders' part may stand inside another. */
const foldedIn = {
  achievements: /(?!)/u,
  shortcomings: /不足|问题|短板/u,
  leadership: /第一责任人|履职|主要负责人/u,
  plan: /下一步|下一年度|工作计划|工作安排|打算/u,
} as const;

function isEmpty(part: Part): boolean {
  const blocks = [...part.blocks, ...part.sections.flatMap((section) => section.blocks)];
  return (
    blocks.every((block) => blockText(block).trim() === '') &&
    // Sections written as headings alone still say something.
    part.sections.every((section) => section.heading.trim().length < 10)
  );
}

function checkKind(
  kind: (typeof requiredPartKinds)[number],
  { report }: Draft,
): readonly Finding[] {
  const parts = report.parts.filter((part) => part.kind === kind);
  const [first] = parts;
  if (first && !parts.every(isEmpty)) return [];
  if (first) {
    const where = { partId: first.id, sectionId: null, text: first.heading };
    return [wholeFinding(rule, 'error', `这一部分还没有内容：${names[kind]}。`, where)];
  }
  const home = report.parts
    .flatMap((part) => part.sections.map((section) => ({ part, section })))
    .find(({ section }) => foldedIn[kind].test(section.heading));
  if (home) {
    const where = { partId: home.part.id, sectionId: home.section.id, text: home.section.heading };
    return [
      wholeFinding(rule, 'warning', `“${names[kind]}”没有单独成为一个部分，建议单列。`, where),
    ];
  }
  const nowhere = { partId: null, sectionId: null, text: '' };
  return [wholeFinding(rule, 'error', `缺少必备的部分：${names[kind]}。`, nowhere)];
}

/** The four parts every report must have. @source regulations.md 0.1, 1 (required contents) */
export const missingPart: Rule = {
  id: rule,
  check: (draft) => requiredPartKinds.flatMap((kind) => checkKind(kind, draft)),
};

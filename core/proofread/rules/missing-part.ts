import type { Finding } from '../../api/index.ts';
import { partKindNames } from '../../api/index.ts';
import { requiredPartKinds } from '../../model/index.ts';
import { createKindOf } from '../../packs/index.ts';
import { type Draft, type Rule, wholeFinding } from '../rule.ts';

const rule = 'missing-part';
type RequiredKind = (typeof requiredPartKinds)[number];

/** A section that is headed as a part of `kind`. Any section of part one is headed as achievements. */
function findFolded(kind: RequiredKind, { report, template, year }: Draft) {
  if (kind === 'achievements') return undefined;
  const kindOf = createKindOf(template, year);
  return report.parts
    .flatMap((part) => part.sections.map((section) => ({ part, section })))
    .find(({ section }) => kindOf(section.heading) === kind);
}

function checkKind(kind: RequiredKind, draft: Draft): readonly Finding[] {
  const parts = draft.report.parts.filter((part) => part.kind === kind);
  const name = partKindNames[kind];
  if (parts.length > 0) return [];
  const home = findFolded(kind, draft);
  if (home) {
    const where = { partId: home.part.id, sectionId: home.section.id, text: home.section.heading };
    return [wholeFinding(rule, 'warning', `“${name}”没有单独成为一个部分，建议单列。`, where)];
  }
  const nowhere = { partId: null, sectionId: null, text: '' };
  return [wholeFinding(rule, 'error', `缺少必备的部分：${name}。`, nowhere)];
}

/** The four parts every report must have; whether they say anything is for `empty-part`. @source regulations.md 0.1, 1 (required contents) */
export const missingPart: Rule = {
  id: rule,
  check: (draft) => requiredPartKinds.flatMap((kind) => checkKind(kind, draft)),
};

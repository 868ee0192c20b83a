import type { Finding } from '../../api/index.ts';
import { createKindOf } from '../../packs/index.ts';
import { findMatches } from '../../patterns/index.ts';
import { findingOf, type Hit } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { Draft, Rule } from '../rule.ts';

const id = 'announced-parts';
const announcing = /(?:全文|本报告|报告|内容)(?:共)?(?:包括|分为|由|包含)[^。]*/gu;

function hitOf(wording: string, start: number, draft: Draft): readonly Hit[] {
  const { parts } = draft.report;
  if (parts.some(({ heading }) => heading === wording)) return [];
  const named = createKindOf(draft.template, draft.year)(wording);
  const same = parts.filter(({ kind }) => kind === named);
  const replacement = same.length === 1 ? (same[0]?.heading ?? null) : null;
  return [{ start, end: start + wording.length, replacement }];
}

function checkPassage(passage: Passage, draft: Draft): readonly Finding[] {
  return findMatches(passage.text, announcing).flatMap((sentence) => {
    const quoted = [...sentence[0].matchAll(/“([^“”]{4,50})”/gu)];
    if (quoted.length < 3) return [];
    const hits = quoted.flatMap((match) =>
      hitOf(match[1] ?? '', sentence.index + match.index + 1, draft),
    );
    return findingOf(passage, hits, {
      rule: id,
      severity: 'advice',
      say: (count) => `引言列出的各部分名称中，有${count}个与正文的标题不一致。`,
    });
  });
}

/** The preamble's list of parts against the headings themselves. @source regulations.md 0.9, 9.6 */
export const announcedParts: Rule = {
  id,
  check: (draft) =>
    draft.report.parts.length === 0
      ? []
      : draft.passages
          .filter(({ role, partId }) => role === 'paragraph' && partId === null)
          .flatMap((passage) => checkPassage(passage, draft)),
};

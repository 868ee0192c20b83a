import type { Finding } from '../../api/index.ts';
import type { Part, PartKind } from '../../model/index.ts';
import { findingOf, type Hit } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { Draft, Rule } from '../rule.ts';

const id = 'announced-parts';
const announcing = /(?:全文|本报告|报告|内容)(?:共)?(?:包括|分为|由|包含)[^。]*/gu;

/** The kind of part that a wording names. @source regulations.md 9.4 (rule of thumb) */
function kindOf(wording: string): PartKind {
  if (/第一责任人|履职|述法|主要(?:负责|领导).*职责/u.test(wording)) return 'leadership';
  if (/不足|问题|短板|弱项|困难|差距/u.test(wording)) return 'shortcomings';
  if (/下一|下步|安排|计划|打算|思路/u.test(wording)) return 'plan';
  return 'achievements';
}

function hitOf(wording: string, start: number, parts: readonly Part[]): readonly Hit[] {
  if (parts.some(({ heading }) => heading === wording)) return [];
  const same = parts.filter(({ kind }) => kind === kindOf(wording));
  const replacement = same.length === 1 ? (same[0]?.heading ?? null) : null;
  return [{ start, end: start + wording.length, replacement }];
}

function checkPassage(passage: Passage, parts: readonly Part[]): readonly Finding[] {
  return [...passage.text.matchAll(announcing)].flatMap((sentence) => {
    const quoted = [...sentence[0].matchAll(/“([^“”]{4,50})”/gu)];
    if (quoted.length < 3) return [];
    const hits = quoted.flatMap((match) =>
      hitOf(match[1] ?? '', sentence.index + match.index + 1, parts),
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
  check: ({ passages, report }: Draft) =>
    report.parts.length === 0
      ? []
      : passages
          .filter(({ role, partId }) => role === 'paragraph' && partId === null)
          .flatMap((passage) => checkPassage(passage, report.parts)),
};

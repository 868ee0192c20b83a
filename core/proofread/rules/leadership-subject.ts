import type { Finding } from '../../api/index.ts';
import { blockText, type Part } from '../../model/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'leadership-subject';
const both = /主要负责人|主要负责同志|主要领导|党政“?一把手/u;
const secretary = /书记/u;
const head = /镇长|乡长|(?<!委员会|办公室|小组)主任(?!科员|医师)/u;

function judge(part: Part): readonly Finding[] {
  const blocks = [...part.blocks, ...part.sections.flatMap((section) => section.blocks)];
  const text = blocks.map(blockText).join('\n');
  const where = { partId: part.id, sectionId: null, text: part.heading };
  if (text.trim() === '' || both.test(text)) return [];
  const hasSecretary = secretary.test(text);
  const hasHead = head.test(text);
  if (hasSecretary && hasHead) return [];
  if (!hasSecretary && !hasHead) {
    const message =
      '这一部分没有写到党政主要负责人本人（书记、镇长、乡长、主任），容易写成单位的工作。';
    return [wholeFinding(rule, 'warning', message, where)];
  }
  const [said, missing] = hasSecretary
    ? ['书记', '镇长（乡长、主任）']
    : ['镇长（乡长、主任）', '书记'];
  return [
    wholeFinding(rule, 'advice', `这一部分只写了${said}，没有写到${missing}的履职情况。`, where),
  ];
}

/** The leaders' part speaks of the leaders, and of both. @source regulations.md 1, 5, 7.4 */
export const leadershipSubject: Rule = {
  id: rule,
  check: ({ report }) => report.parts.filter(({ kind }) => kind === 'leadership').flatMap(judge),
};

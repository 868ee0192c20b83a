import type { Finding } from '../../api/index.ts';
import type { Draft, Rule } from '../rule.ts';

const rule = 'duplicate-paragraph';
const leastCharacters = 20;

function check({ passages }: Draft): readonly Finding[] {
  const seen = new Set<string>();
  return passages.flatMap(({ role, text, partId, sectionId, blockId }) => {
    if (role !== 'paragraph' || text.length < leastCharacters) return [];
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const place = { partId, sectionId, blockId, quote: text };
    const message = '这一段与前面的一段完全相同。';
    return [{ rule, severity: 'warning' as const, text, message, place, suggestion: '' }];
  });
}

/** A paragraph that stands twice, as after a paste. @source regulations.md 7.4 */
export const duplicateParagraph: Rule = { id: rule, check };

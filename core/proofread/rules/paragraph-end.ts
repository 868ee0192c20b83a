import { passageRule } from '../hit.ts';

/** Long enough to be a sentence rather than a line of its own. */
const leastCharacters = 40;

/** A paragraph that breaks off: it ends with ，or 、, or with no mark at all. @source regulations.md 7.3 */
export const paragraphEnd = passageRule({
  rule: 'paragraph-end',
  severity: 'advice',
  where: ({ role, text }) => role === 'paragraph' && text.length >= leastCharacters,
  say: (_, words) =>
    /[，、]/u.test(words)
      ? `这一段以“${words}”结尾，话可能没有写完。`
      : '这一段末尾没有标点，话可能没有写完。',
  hits: ({ text }) => {
    const end = text.trimEnd().length;
    const last = text.slice(end - 1, end);
    if (/[，、]/u.test(last)) return [{ start: end - 1, end, replacement: '。' }];
    return /\p{Script=Han}/u.test(last) ? [{ start: end, end, replacement: '。' }] : [];
  },
});

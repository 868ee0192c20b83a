import { countNote, matchHits, passageRule } from '../hit.ts';

/** Slogans in quotation marks may be parted by spaces. */
function maskQuotes(text: string): string {
  return text.includes('“')
    ? text.replace(/“[^“”]{0,80}”/gu, (words) => `“${'\uE000'.repeat(words.length - 2)}”`)
    : text;
}

const blank = /[ \t\u00A0\u3000]/u;
const inner =
  /(?<=[\p{Script=Han}，。；：、！？）”》])[ \t\u00A0\u3000]+(?=[\p{Script=Han}，。；：、（“《])/gu;

/** Spaces between Chinese characters in running text and headings. @source regulations.md 7.3 */
export const innerSpaces = passageRule({
  rule: 'inner-spaces',
  severity: 'advice',
  where: ({ role }) =>
    role === 'paragraph' || role === 'section-heading' || role === 'part-heading',
  say: (count) => `汉字之间有多余的空格。${countNote(count)}`,
  hits: ({ plain }) => (blank.test(plain) ? matchHits(maskQuotes(plain), inner, () => '') : []),
});

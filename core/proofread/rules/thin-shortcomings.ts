import type { Finding } from '../../api/index.ts';
import { blockText, type Part } from '../../model/index.ts';
import { type Rule, wholeFinding } from '../rule.ts';

const rule = 'thin-shortcomings';
const leastCharacters = 150;

/** A part's words, headings of sections included, without white space. */
function textOf(part: Part): string {
  return [
    ...part.blocks.map(blockText),
    ...part.sections.flatMap((section) => [section.heading, ...section.blocks.map(blockText)]),
  ]
    .join('')
    .replace(/\s+/gu, '');
}

const cause =
  /原因|主要是(?!为|以)|究其|导致|由于|因为|因此|源于|归因|受[^，。]{1,12}(?:影响|限制|制约)|(?<![基])因(?!此|素|地|势|时|人|案|材|村|户)/u;

function judge(part: Part): readonly Finding[] {
  const text = textOf(part);
  const advise = (message: string) =>
    wholeFinding(rule, 'advice', message, { partId: part.id, sectionId: null, text: part.heading });
  if (text === '') return [];
  const noCause = '只写了不足，没有写原因：规定要求写明“存在的不足和原因”。';
  const short = `这一部分只有${text.length}字，偏简略，建议写清问题的表现和原因。`;
  return [
    ...(cause.test(text) ? [] : [advise(noCause)]),
    ...(text.length < leastCharacters ? [advise(short)] : []),
  ];
}

/** The part on shortcomings gives causes and is not a mere line. @source regulations.md 1, 9.5 */
export const thinShortcomings: Rule = {
  id: rule,
  check: ({ report }) => report.parts.filter(({ kind }) => kind === 'shortcomings').flatMap(judge),
};

import type { KindOf } from '../packs/index.ts';
import { nameKinds } from './name-kinds.ts';

/** Words with which headings of parts end; a heading may end with several in a row. */
const partEnd =
  /(?:情况|成效|成绩|成果|原因|原因分析|不足|问题|短板|弱项|困难|差距|安排|打算|计划|思路|措施|举措|做法|工作|重点|任务|方向|总结|职责|谋划|要点)/gu;
/** What shows that the heading goes on behind such a word. */
const goesOn = /^(?:和|及|与|以及|暨|、|，加强|的|分析|方面)/u;
const longestPartHeading = 60;
const shortestHeading = 4;
/** A sentence that stands behind a heading without a mark begins so. */
const sentenceStart =
  /全年|今年|本年|去年|一年来|近年来|(?:19|20)\d{2}年|一是|截至|年内|我[镇乡街]|认真|坚持|严格按照|共(?=[\p{Script=Han}]{2,6}\d)/u;
const longestTightHeading = 26;

/** The part heading with which `text` begins, as the longest row of words that still names its part. */
function findPartEnd(text: string, kindOf: KindOf): number {
  const head = text.slice(0, longestPartHeading).split(/[。；：:！？（(]/u, 1)[0] ?? '';
  let end = 0;
  for (const match of head.matchAll(partEnd)) {
    const at = match.index + match[0].length;
    const isInRow = end > 0 && (match.index === end || goesOn.test(head.slice(end)));
    if (end > 0 && !isInRow) break;
    const { kind } = nameKinds(head.slice(0, at), kindOf);
    if (kind !== null) end = at;
  }
  return end;
}

/** A short heading in front of a word with which sentences begin. */
function findSentence(text: string): number {
  const head = text.slice(0, longestTightHeading);
  const at = head.slice(shortestHeading).search(sentenceStart);
  const heading = at < 0 ? '' : head.slice(0, at + shortestHeading);
  return heading === '' || /[。；：:，,！？、]/u.test(heading) ? 0 : heading.length;
}

/**
 * Where a heading ends whose text follows without a blank or a mark, as on a page that lost its line
 * breaks; 0 when it cannot be told.
 * @param text the words behind the number
 * @param isPart whether the number is one of the parts' level
 */
export function findTightHeading(text: string, isPart: boolean, kindOf: KindOf): number {
  const end = isPart ? findPartEnd(text, kindOf) : 0;
  if (end === text.length) return 0;
  return end > 0 ? end : findSentence(text);
}

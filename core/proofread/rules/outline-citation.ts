import type { OutlinePack } from '../../packs/index.ts';
import { findMatches } from '../../patterns/index.ts';
import { findingOf, type Hit, sentenceOf } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { LocalRule, Scene } from '../rule.ts';

const id = 'outline-citation';
const cited =
  /法治政府建设实施纲要\s?([（(]\s?([0-9]{4})年?\s?[—－–\-~～至]{1,2}\s?([0-9]{4})\s?(年?)\s?[)）])/gu;

interface Fault extends Hit {
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'advice';
}

/** First and last year in a citation; null when the pack's wording names none. */
function yearsOf(citation: string): { from: number; to: number } | null {
  const years = [...citation.matchAll(/[0-9]{4}/gu)].map(([year]) => Number(year));
  const [from, to] = years;
  return from === undefined || to === undefined ? null : { from, to };
}

/** The bracket of the pack's citation, or null when it has none. */
function bracketOf(outline: OutlinePack): string | null {
  return /[（(][^（(）)]*[）)]\s*》?$/u.exec(outline.citation)?.[0].replace('》', '') ?? null;
}

/** Where no pack covers the year, none can say what is right in it: only that this is not. */
function judgeUnknown(
  match: RegExpExecArray,
  text: string,
  { start, end, year }: { readonly start: number; readonly end: number; readonly year: number },
): Fault | null {
  const [, , from, to] = match;
  if (Number(from) <= year && year <= Number(to)) return null;
  if (Number(to) < year && history.test(sentenceOf(text, match.index))) return null;
  const message = `这里引用的纲要是${from}—${to}年的，不含${year}年，请核对最新纲要名称。`;
  return { start, end, replacement: null, severity: 'advice', message };
}

const history = /总结|收官|圆满|评估|回顾|期间|以来|承接|衔接|验收|基础上|到期/u;

function judge(match: RegExpExecArray, text: string, scene: Scene): Fault | null {
  const { outline, year, outlineIsCurrent } = scene;
  const [, bracket = '', from, to, unit] = match;
  const right = yearsOf(outline.citation);
  const start = match.index + match[0].length - bracket.length;
  const place = { start, end: start + bracket.length };
  const replacement = bracketOf(outline);
  if (!outlineIsCurrent) return judgeUnknown(match, text, { ...place, year });
  if (right === null) return null;
  if (Number(from) === right.from && Number(to) === right.to) {
    if (unit !== '') return null;
    return {
      ...place,
      replacement,
      severity: 'advice',
      message: '引用纲要时，括号里的年份后应有“年”字。',
    };
  }
  if (Number(to) < year && history.test(sentenceOf(text, match.index))) return null;
  const expired = Number(to) < year;
  const message = expired
    ? `引用的纲要到${to}年为止，${year}年度适用的是《${outline.citation.replace(/[《》]/gu, '')}》。`
    : `纲要的年份写的是${from}—${to}年，应为${right.from}—${right.to}年。`;
  return { ...place, replacement, severity: expired ? 'warning' : 'error', message };
}

function checkPassage(passage: Passage, scene: Scene) {
  const faults = findMatches(passage.text, cited).flatMap(
    (match) => judge(match, passage.text, scene) ?? [],
  );
  const [first] = faults;
  if (!first) return [];
  return findingOf(passage, faults, {
    rule: id,
    severity: first.severity,
    say: () => first.message,
  });
}

/** The outline a report cites: the one of its year, with both years and 年. @source regulations.md 0.4, 2, 7.4 */
export const outlineCitation: LocalRule = {
  id,
  checkPassage,
};

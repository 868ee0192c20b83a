import { type CitedTitle, describeEnd, findCitedTitles, isPastIn } from '../../packs/index.ts';
import { countNote, findingOf, type Hit, sentenceOf } from '../hit.ts';
import type { Passage } from '../passage.ts';
import type { LocalRule, Scene } from '../rule.ts';

const id = 'expired-document';
/** The outline of the report's year is the business of `outline-citation`. */
const outline = /法治政府建设实施纲要\s?[（(]\s?\d{4}/u;
/** Words of a sentence that speaks of a law that is no more. */
const former = /废止|原《|修订前|修正前|旧法|同时失效|历史/u;

function isTold({ document, start }: CitedTitle, text: string, { rules }: Scene): boolean {
  const sentence = sentenceOf(text, start);
  if (former.test(sentence)) return true;
  return document.end?.how === 'expired' && rules.past.test(sentence);
}

/** What a machine may put there: only a title that was read at its source, and nothing inside another title. */
function replacementOf({ document, text }: CitedTitle): string | null {
  const successor = document.end?.successor ?? null;
  if (successor === null || document.confidence === 'unconfirmed') return null;
  if (/[〈<]/u.test(text)) return null;
  return `《${text.startsWith('《中华人民共和国') ? '中华人民共和国' : ''}${successor}》`;
}

function toHit(title: CitedTitle): Hit {
  return { start: title.start, end: title.end, replacement: replacementOf(title) };
}

function checkPassage(passage: Passage, scene: Scene) {
  const past = findCitedTitles(passage.text, scene.documents).filter(
    (title) =>
      isPastIn(title.document, scene.year) &&
      !outline.test(title.text) &&
      !isTold(title, passage.text, scene),
  );
  const byTitle = Map.groupBy(past, ({ text }) => text);
  return [...byTitle.values()].flatMap((titles) => {
    const [first] = titles;
    if (!first) return [];
    const isSure = first.document.confidence !== 'unconfirmed';
    return findingOf(passage, titles.map(toHit), {
      rule: id,
      severity: isSure ? 'warning' : 'advice',
      say: (count) => `${first.text}${describeEnd(first.document)}。${countNote(count)}`,
    });
  });
}

/** A law, rule or plan cited by its title as if it were in force still. @source regulations.md 4, 7.4 */
export const expiredDocument: LocalRule = {
  id,
  checkPassage,
};

import { listBlanks } from '../../packs/index.ts';
import { countNote, type Hit, matchHits, passageRule } from '../hit.ts';

const marks =
  /\{\w{1,20}\}|[×✕]{1,6}(?=[年月日镇乡村县区市件次名个人份])|[×✕]{2,}|(?<![A-Za-z])[xX]{2,6}(?![A-Za-z])|_{2,}|【(?:待填|待补充?|此处[^】]{0,20})】|（(?:待填|待补充?|待核实|此处[^）]{0,20})）/gu;

const listOthers = (text: string) => matchHits(text, marks, () => null);

/** True for words of a finding of this rule that holds blanks 〔…〕 and no other mark: what counts blanks has counted it. */
export function isOnlyBlanks(words: string): boolean {
  const blanks = listBlanks(words);
  return (
    blanks.length > 0 &&
    listOthers(words).every((hit) =>
      blanks.some(({ start, end }) => start <= hit.start && hit.end <= end),
    )
  );
}

/** Places of the template that nobody filled in: 〔…〕, ××, ___, （待补充）. @source regulations.md 7.3; DESIGN.md 3 */
export const placeholder = passageRule({
  rule: 'placeholder',
  severity: 'error',
  say: (count, words) => `“${words}”是还没有填写的地方。${countNote(count)}`,
  hits: ({ text }) => {
    const brackets: readonly Hit[] = listBlanks(text).map(({ start, end }) => ({
      start,
      end,
      replacement: null,
    }));
    const others = listOthers(text).filter(
      (hit) => !brackets.some(({ start, end }) => start <= hit.start && hit.end <= end),
    );
    return [...brackets, ...others].toSorted((a, b) => a.start - b.start);
  },
});

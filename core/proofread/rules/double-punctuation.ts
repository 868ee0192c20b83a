import { countNote, matchHits, passageRule } from '../hit.ts';

/** The mark that should remain of a run: one of its kind, or the stop when the run ends with it. */
function mend(run: string): string | null {
  if (/^。{3,6}$/u.test(run)) return '……';
  if (new Set(run).size === 1) return run.slice(0, 1);
  return /^[，、；：]+[。！？]+$/u.test(run) ? run.slice(-1) : null;
}

/** Two marks where one belongs: ，，  。。  ，。 @source regulations.md 7.3 */
export const doublePunctuation = passageRule({
  rule: 'double-punctuation',
  severity: 'warning',
  say: (count, words) => `标点重复：“${words}”。${countNote(count)}`,
  hits: ({ text }) =>
    matchHits(text, /[，。、；：,;]{2,}|[，、；：][！？]+/gu, ([run]) => mend(run)),
});

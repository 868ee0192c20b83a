import { matchHits, passageRule } from '../hit.ts';

/** Two years run together where the dash was lost: 20212025年. @source regulations.md 0.10, 7.4 */
export const lostDash = passageRule({
  rule: 'lost-dash',
  severity: 'error',
  say: (_, words) => `“${words}”：两个年份之间的“—”丢了。`,
  hits: ({ text }) =>
    matchHits(text, /(?<![0-9])((?:19|20)[0-9]{2})((?:19|20)[0-9]{2})(?=年)/gu, ([, from, to]) =>
      Number(to) > Number(from) ? `${from}—${to}` : undefined,
    ),
});

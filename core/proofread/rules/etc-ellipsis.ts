import { matchHits, passageRule } from '../hit.ts';

/** 等 followed by an ellipsis says the same thing twice. @source regulations.md 7.3 */
export const etcEllipsis = passageRule({
  rule: 'etc-ellipsis',
  severity: 'advice',
  say: () => '“等”和省略号意思重复，留一个即可。',
  hits: ({ text }) => matchHits(text, /等(?:…|\.{3,}|。{3,})+/gu, () => '等'),
});

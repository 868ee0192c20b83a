import { isRunningText, matchHits, passageRule } from '../hit.ts';

/** 1、 as an ordinal; after an Arabic figure the mark is a dot. @source regulations.md 7.3 (GB/T 15834-2011 annex B.3) */
export const arabicOrdinal = passageRule({
  rule: 'arabic-ordinal',
  severity: 'advice',
  where: isRunningText,
  say: (_, words) => `阿拉伯数字作序号时后面用“.”，“${words}”应写作“${words.slice(0, -1)}.”。`,
  hits: ({ text }) =>
    matchHits(
      text,
      /(?<=^|[。；：;:]\s?)([0-9]{1,2})、(?=[\p{Script=Han}“《])/gu,
      ([, ordinal]) => `${ordinal}.`,
    ),
});

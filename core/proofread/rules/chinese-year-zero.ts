import { matchHits, passageRule } from '../hit.ts';

/** ○, O, 0 or 零 in a year written in Chinese figures; the sign is 〇 (U+3007). @source regulations.md 7.2 */
export const chineseYearZero = passageRule({
  rule: 'chinese-year-zero',
  severity: 'warning',
  say: (_, words) => `“${words}”年：汉字年份里的零应写作“〇”。`,
  hits: ({ text }) =>
    matchHits(text, /[一二][○◯ＯOoｏ0零〇一二三四五六七八九]{3}(?=年)/gu, ([year]) => {
      const mended = year.replace(/[○◯ＯOoｏ0零]/gu, '〇');
      return mended === year ? undefined : mended;
    }),
});

import { countNote, isBody, matchHits, passageRule } from '../hit.ts';

/** 截止 before a date: 截至. @source regulations.md 7.4 */
export const cutOffWord = passageRule({
  rule: 'cut-off-word',
  severity: 'warning',
  where: isBody,
  say: (count) => `“截止”后面直接跟时间时应写“截至”。${countNote(count)}`,
  hits: ({ text }) =>
    matchHits(
      text,
      /截止(\s?(?:[0-9０-９]{1,4}[年月]|二[〇○零]|目前|现在|当前|今年|今日|年底|年末|本年|上年|去年|[0-9]{1,2}日))/gu,
      ([, time]) => `截至${time}`,
    ),
});

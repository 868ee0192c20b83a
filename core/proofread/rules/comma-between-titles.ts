import { countNote, matchHits, passageRule } from '../hit.ts';

/** 顿号 between adjacent 《》《》 or “”“”, where none is needed. @source regulations.md 7.3 (GB/T 15834-2011) */
export const commaBetweenTitles = passageRule({
  rule: 'comma-between-titles',
  severity: 'advice',
  say: (count) => `并列的书名号之间、引号之间一般不用顿号。${countNote(count)}`,
  hits: ({ text }) => matchHits(text, /(?<=》)、(?=《)|(?<=”)、(?=“)/gu, () => ''),
});

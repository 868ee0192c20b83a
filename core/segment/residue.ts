import { isFieldLine, isFieldName } from './page-field.ts';

/** Menus of government sites. One such word alone may be a heading. */
const menuWord =
  '(?:政务公开|信息公开|政府信息公开|政务服务|办事服务|网上办事|互动交流|政民互动|新闻中心|政务动态|机构概况|机构职能|走进\\p{Script=Han}{2,4}|专题专栏|数据开放|解读回应|公众参与)';
const menuItem = new RegExp(`^${menuWord}$`, 'u');

/** What web pages leave around a report and nothing else looks like, apart from named fields. */
const wholeLine: readonly RegExp[] = [
  /^[|｜\-–—_=*·.。、\s>»＞【】[\]]+$/u,
  /^(?:您|你)?(?:的)?(?:当前|现在)?(?:所在)?的?位置\s{0,9}[:：]?\s{0,9}(?:网站)?首页/u,
  /^(?:网站)?首页(?:$|\s*[>»＞›/|]|\s+\S{2,8}(?:\s|$)|[政信新互办走机服专网])/u,
  /^(?:copyright|©|版权所有)/iu,
  /^今天是\s{0,9}[:：]?\s{0,9}\d[^。]{0,40}$/u,
  /^(?:无障碍|长者模式|适老化|简体|繁体|登录|注册|手机版|语音播报|我要纠错)(?:阅读|浏览|版|模式)?(?:[\s|｜/]|$)/u,
  /^(?:分享|转发)(?:到|至)?\s{0,9}[:：]?\s{0,9}(?:$|[微QＱ]|新浪|朋友圈)/u,
  /^(?:视力保护色|保护视力色|背景色|页面颜色)\s{0,9}[:：]?\s*$/u,
  /^第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?$/u,
  /^[上下]一(?:篇|条)\s*[:：]/u,
  /^扫一扫/u,
  /^(?:相关附件|附件下载)\s*[:：]?$/u,
  /^(?:主办单位|承办单位|网站标识码|网站地图|技术支持)\s*[:：]?[^。]{0,60}$/u,
  /ICP备\d/u,
  /^您是第\s*\d{1,12}\s*位/u,
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+来源\s*[:：]\s*\S{1,30})?$/u,
];
/** An entry of a table of contents: its page behind a row of points. */
const contentsEntry = /^.{2,70}?(?:…{1,60}|\.{3,120}|·{3,120}|．{3,120})\s*\d{1,3}$/u;
/** — 1 — between the lines of two pages. */
const pageNumber = /^[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}$/u;

const button =
  '(?:我要)?(?:打印|关闭|收藏|返回顶部|返回|下载|保存|放大|缩小|朗读)(?:本页|此页|窗口|页面|文章|此文|本文)?';
/** Rows of buttons, sizes and menus, told from the line without its blanks. */
const tightLine: readonly RegExp[] = [
  /^(?:[【［[（(]?(?:字体|字号|文字)(?:大小)?[】］\]）)]?[:：]?)?(?:[【［[(（]?(?:大|中|小|默认|超大|特大|标准|A[-+]?)[】］\])）]?[|｜、/]?){2,9}[】］\]）)]?(?:[【［[]?(?:打印|关闭|收藏)(?:本页|窗口|此页)?[】］\]]?[|｜]?){0,3}$/u,
  /^[【［[]?(?:字体|字号|文字大小|字体大小)[】］\]]?[:：]?[】］\]]?$/u,
  /^[【［[]?(?:字体|字号|文字大小|字体大小)[:：]?[【［[]{1,2}[】］\]]{1,2}$/u,
  new RegExp(
    `^(?:[【［[]?${button}[】］\\]]?[|｜/]*){1,6}(?:分享(?:到)?[:：]?[微信博QQ空间新浪]{0,8})?$`,
    'u',
  ),
  new RegExp(`^(?:${menuWord}[|｜>]*){2,}$`, 'u'),
];
/** Bookmarks, a bar at the end, and the signs with which marked-up text writes headings. */
const inline: readonly RegExp[] = [
  /\[bookmark:[^[\]]{0,60}\]/giu,
  /(?<!\s)\s*[|｜]\s*$/gu,
  /^#{1,6}\s+/gu,
  /^\*\*(?=[^*]+\*\*$)|(?<=^\*\*[^*]{1,200})\*\*$/gu,
];
const longestResidue = 160;
const longestButtons = 60;

/** True for a printed page number between dashes. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text.trim());
}

/** True when `text` is page furniture, wherever it stands, and not a sentence of the report. */
export function isResidue(text: string): boolean {
  if (text.length > longestResidue || (text.length > 40 && text.endsWith('。'))) return false;
  const tight = text.replace(/\s+/gu, '');
  return (
    isPageNumber(text) ||
    isFieldLine(text, false) ||
    wholeLine.some((pattern) => pattern.test(text)) ||
    (/\d$/u.test(text) && contentsEntry.test(text)) ||
    (tight.length <= longestButtons && tightLine.some((pattern) => pattern.test(tight)))
  );
}

/** True for one word of a site's menu: above a title it is no part of the report. */
export function isMenuItem(text: string): boolean {
  return menuItem.test(text);
}

/** True for the table of 索引号, 发布机构 and so on that sites print above a document. */
export function isMetadataTable(rows: readonly (readonly string[])[]): boolean {
  return rows.flat().filter((cell) => isFieldName(cell) || isFieldLine(cell, true)).length >= 2;
}

/** What stays of a line, and the leavings found inside it. */
export interface CleanedText {
  readonly text: string;
  readonly removed: readonly string[];
}

/** Takes bookmarks and trailing bars out of a line. */
export function removeInlineResidue(text: string): CleanedText {
  const removed: string[] = [];
  let kept = text;
  for (const pattern of inline) {
    kept = kept.replace(pattern, (found) => {
      if (found.trim()) removed.push(found.trim());
      return '';
    });
  }
  return { text: kept, removed };
}

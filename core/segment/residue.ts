import type { Line } from './line.ts';

/** Menus of government sites. One such word alone may be a heading. */
const menuWord =
  '(?:政务公开|信息公开|政府信息公开|政务服务|办事服务|网上办事|互动交流|政民互动|新闻中心|政务动态|机构概况|机构职能|走进\\p{Script=Han}{2,4}|专题专栏|数据开放|解读回应|公众参与)';
const menuItem = new RegExp(`^${menuWord}$`, 'u');

/** What web pages leave around a report. A line that matches is no part of the text. */
const wholeLine: readonly RegExp[] = [
  /^[|｜\-–—_=*·.。、\s>»＞【】[\]]+$/u,
  /^(?:文章|信息|稿件)?来\s*源\s*[:：]/u,
  /^(?:发布|更新|发文|生成|成文|公开|创建)(?:时间|日期)\s*[:：]/u,
  /^(?:累计|总)?(?:浏览|点击|访问|阅读)(?:次数|量|率|数)?\s*[:：]/u,
  /^[【［[]?\s*字(?:体|号)(?:大小)?\s*[】］\]]?\s*[:：【［[]/u,
  /^(?:索\s*引\s*号|主题分类|体裁分类|组配分类|发布机构|发文机关|发文字号|文\s*号|有\s*效\s*性|效力状态|公开方式|公开时限|公开类别|主\s*题\s*词|名\s*称|信息名称|关键词|内容概述)\s*[:：|]/u,
  /^(?:您)?(?:的)?(?:当前|现在)?(?:所在|的)?位置\s*[:：]/u,
  /^(?:网站)?首页(?:$|\s|[>»＞›/|]|[政信新互办走机服专网])/u,
  /^(?:日期|时间)\s*[:：]\s*\d{4}/u,
  /^(?:copyright|©|版权)/iu,
  /^今天是\d/u,
  /^(?:无障碍|长者模式|适老化|简体|繁体|登录|注册)(?:[\s|｜]|$)/u,
  /^(?:分享|转发)(?:到|至)?\s*[:：]?(?:$|[微QＱ]|新浪)/u,
  /^视力保护色/u,
  /^第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?$/u,
  /^.{2,70}?(?:…{1,60}|\.{3,120}|·{3,120}|．{3,120})\s*\d{1,3}$/u,
  /^标\s*题\s*[:：].{4,}(?:报告|情况|总结)$/u,
  /^[上下]一(?:篇|条)\s*[:：]/u,
  /^扫一扫/u,
  /^(?:版权所有|主办单位|承办单位|网站标识码|网站地图|技术支持)/u,
  /ICP备\d/u,
  /^[（(]?\s*责任编辑\s*[:：]/u,
];
/** — 1 — between the lines of two pages. */
const pageNumber = /^[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}$/u;

/** Rows of buttons and menus, told from the line without its blanks. */
const tightLine: readonly RegExp[] = [
  /^(?:[【［[][大中小][】］\]])+$/u,
  /^(?:[【［[]?(?:打印|关闭|收藏|返回顶部|返回|下载|保存|放大|缩小)(?:本页|此页|窗口|页面|文章)?[】］\]]?[|｜]*)+$/u,
  new RegExp(`^(?:${menuWord}[|｜>]*){2,}$`, 'u'),
];
const inline: readonly RegExp[] = [/\[bookmark:[^\]]*\]/giu, /(?<!\s)\s*[|｜]\s*$/gu];
const longestResidue = 160;

/** True for a printed page number between dashes. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text.trim());
}

/** True when `text` is page furniture and not a sentence of the report. */
export function isResidue(text: string): boolean {
  if (text.length > longestResidue || (text.length > 40 && text.endsWith('。'))) return false;
  const tight = text.replace(/\s+/gu, '');
  return (
    isPageNumber(text) ||
    wholeLine.some((pattern) => pattern.test(text)) ||
    tightLine.some((pattern) => pattern.test(tight))
  );
}

/** True for one word of a site's menu: above a title it is no part of the report. */
export function isMenuItem(text: string): boolean {
  return menuItem.test(text);
}

/** True for the table of 索引号, 发布机构 and so on that sites print above a document. */
export function isMetadataTable(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.flat().map((cell) => `${cell.trim().replace(/[:：]$/u, '')}:`);
  return cells.filter((cell) => isResidue(cell)).length >= 2;
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

/** All words of a line, for listing it as discarded. */
export function wordsOf(line: Line): string {
  return line.kind === 'text' ? line.text : line.rows.map((row) => row.join(' ')).join('\n');
}

import type { PartKind } from '../model/index.ts';
import type { Notice, NoticeCode } from './notice.ts';

/** The kinds of a part as people call them. */
export const partKindNames: Readonly<Record<PartKind, string>> = {
  achievements: '主要举措和成效',
  shortcomings: '存在的不足和原因',
  leadership: '第一责任人履职情况',
  plan: '下一年度主要安排',
  other: '其他需要报告的情况',
};

/** The beginning of a long text, for quoting it. */
function shorten(text: string, length = 24): string {
  const characters = [...text.trim()];
  return characters.length > length ? `${characters.slice(0, length).join('')}……` : text.trim();
}

/** 2026-02-05 → 2026年2月5日. */
function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const leftOut = {
  picture: '张图片',
  comment: '条批注',
  formula: '个公式',
  hidden: '处隐藏的文字',
  embedded: '个嵌入的文件',
  number: '个自动编号',
  contents: '行目录',
  'page-head': '处页眉、页脚或印在页面上的标记',
} as const;

type WordsOf<Code extends NoticeCode> = (
  notice: Extract<Notice, { readonly code: Code }>,
) => string;

/** The words for every code: a new code without words does not compile. */
const words: { readonly [Code in NoticeCode]: WordsOf<Code> } = {
  'read/decoded-as': (notice) => `文字按 ${notice.encoding} 编码读取。`,
  'read/characters-removed': (notice) => `去掉了 ${notice.count} 个不能显示的字符。`,
  'read/from-pdf': (notice) =>
    `文字是从 PDF（${notice.pages} 页）里读出来的，段落由断行拼接而成，请对照原件核对。`,
  'read/cut-short': () => '文件没有正常结束，后面可能还有内容没有读到，请对照原件核对。',
  'read/tracked-changes': (notice) =>
    `原文带有修订：采用了插入的 ${notice.insertions} 处，没有采用删去的 ${notice.deletions} 处。`,
  'read/left-out': (notice) => `没有读入 ${notice.count} ${leftOut[notice.what]}。`,
  'segment/title-missing': () => '原文没有标题。',
  'segment/issuer-inferred': (notice) => `单位名称“${notice.issuer}”是从正文里看出来的，请核对。`,
  'segment/issuer-missing': () => '没有看出是哪个单位的报告，请填写。',
  'segment/year-inferred': (notice) => `报告年度 ${notice.year} 年是从正文里看出来的，请核对。`,
  'segment/year-missing': () => '没有看出是哪一年的报告，请填写。',
  'segment/part-missing': (notice) => `没有读到“${partKindNames[notice.part]}”部分。`,
  'segment/part-repeated': (notice) =>
    `“${partKindNames[notice.part]}”出现了不止一次：${shorten(notice.text)}`,
  'segment/part-by-meaning': (notice) =>
    `“${shorten(notice.text)}”按词义归为“${partKindNames[notice.part]}”，请核对。`,
  'segment/no-parts': () => '没有认出四个部分的标题，请核对各段放在了哪里。',
  'segment/part-implied': (notice) =>
    `从“${shorten(notice.text)}”起没有写部分的标题，归在“${partKindNames.achievements}”，请核对。`,
  'segment/part-merged': (notice) =>
    `“${shorten(notice.text)}”一个标题写了“${partKindNames[notice.part]}”和“${partKindNames[notice.also]}”两个部分，先归在前一个，请核对是否分开。`,
  'segment/other-paper': (notice) =>
    `标题“${shorten(notice.text)}”像是另一种文件，不像年度报告，请核对。`,
  'segment/left-aside': (notice) =>
    notice.what === 'cover'
      ? `报告前面的来文“${shorten(notice.text)}”没有读进报告，请核对。`
      : `“${shorten(notice.text)}”以下是附件的内容，没有读进报告，请核对。`,
  'segment/signature-missing': (notice) =>
    `成文日期上面的“${shorten(notice.text)}”像是署名，没有认出来，先按正文读入，请核对署名。`,
  'segment/secrecy-mark': (notice) =>
    `原件标有密级“${shorten(notice.text)}”，涉密文件不应在本程序里处理。标错了的，请先在原件里更正。`,
  'segment/label-irregular': (notice) => `序号写法不规范：${shorten(notice.text)}`,
  'segment/label-out-of-order': (notice) => `序号不连续：${shorten(notice.text)}`,
  'segment/heading-without-label': (notice) => `没有序号，按小标题读：${shorten(notice.text)}`,
  'segment/lines-joined': (notice) =>
    `原文在行末断开，已把 ${notice.count} 处断行接回段落，请核对。`,
  'segment/split-one-line': (notice) =>
    `原文有一行连着 ${notice.pieces} 段，已按序号分开，请核对。`,
  'roll/title-added': (notice) => `上年报告没有标题，已加上“${notice.title}”。`,
  'roll/part-added': (notice) =>
    `上年报告没有“${partKindNames[notice.part]}”部分，已加上标题，请补写。`,
  'roll/date-cleared': (notice) =>
    `上年的成文日期（${formatDate(notice.date)}）没有带过来，请在定稿时填写。`,
  'roll/outline-not-current': (notice) =>
    `没有 ${notice.year} 年适用的实施纲要，暂按《${notice.citation}》列清单，请核对最新纲要名称。`,
  'roll/checklist-not-own': (notice) =>
    `《${notice.citation}》没有配套的清单，暂用“${notice.checklist}”，各条的依据请自行核对。`,
  'export/characters-removed': (notice) => `有 ${notice.count} 个 Word 不能保存的字符没有写入。`,
  'export/stale-left': (notice) => `还有 ${notice.count} 处沿用上年的文字待更新，没有确认。`,
  'export/promises-left': (notice) => `上年的安排还有 ${notice.count} 项没有说明落实情况。`,
  'export/not-counted': () =>
    '这次没有数清还有哪些地方待更新、哪些承诺没有回应，报送前请再看一遍。',
  'export/title-empty': () => '报告还没有标题。',
  'export/table-too-wide': (notice) =>
    `有 ${notice.count} 个表格的列太多，用最小的字号也会把数字拆开，建议拆成几个表格。`,
  'export/number-empty': () => '发文字号还没有填，那一行空着。',
  'export/place-missing': (notice) => `模板里没有放“${notice.place}”的位置，这一项没有写进去。`,
  'export/public-generalised': (notice) =>
    `有 ${notice.count} 处不宜公开的内容已经自动概括，请逐处看过再公布。`,
  'export/attachments-left-out': (notice) =>
    `公开版不带的附件，附件目录里也不再列出：${notice.titles.join('、')}。其余附件的序号已经顺延。`,
  'export/public-left': (notice) => `还有 ${notice.count} 处公开之前值得再看，文字没有动。`,
};

/** The words for a notice. */
export function describeNotice(notice: Notice): string {
  const describe = words[notice.code] as WordsOf<NoticeCode>;
  return describe(notice);
}

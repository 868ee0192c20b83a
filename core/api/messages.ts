import type { PartKind } from '../model/index.ts';
import type { PackFault, PackMisfit } from '../packs/index.ts';
import type { ApiError, UnsupportedKind } from './error.ts';
import type { Notice } from './notice.ts';

/** An error in words: what happened, what was kept, what to do. Any but the first may be empty. */
export interface ErrorWords {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** The kinds of a part as people call them. */
export const partKindNames: Readonly<Record<PartKind, string>> = {
  achievements: '主要举措和成效',
  shortcomings: '存在的不足和原因',
  leadership: '第一责任人履职情况',
  plan: '下一年度主要安排',
  other: '其他需要报告的情况',
};

const unsupported: Readonly<Record<UnsupportedKind, readonly [what: string, todo: string]>> = {
  pdf: [
    '是 PDF 文件',
    '请用 WPS 或 Word 打开原稿另存为 .docx，或在 PDF 里全选复制，再用“粘贴文字”。',
  ],
  image: ['是图片', '请找到报告的文字稿；图片里的字读不出来。'],
  spreadsheet: ['是电子表格', '请选报告的文字稿（.docx、.doc、.wps、.txt 或网页）。'],
  presentation: ['是演示文稿', '请选报告的文字稿（.docx、.doc、.wps、.txt 或网页）。'],
  archive: ['是压缩包', '请先解压，再选里面的报告。'],
  program: ['是程序，不是文稿', '请核对文件来源，不要打开它。'],
  rtf: ['是 RTF 文稿', '请用 WPS 或 Word 打开，另存为 .docx 再选。'],
  ofd: ['是 OFD 版式文件', '请找到排版前的 .docx，或复制文字后用“粘贴文字”。'],
  unknown: ['不是能读的文稿', '请选 .docx、.doc、.wps、.txt 或网页文件。'],
};

const libraryKept = '报告库没有变动。';
const savedKept = '已经保存的内容没有变动。';
const draftKept = '您写的内容还在这个窗口里。';

/** When an error is met: saving by itself keeps the text in the window and tries again. */
export type Occasion = 'act' | 'autosave';

type StoreTrouble = Extract<
  ApiError,
  { readonly code: 'store/unwritable' | 'store/full' | 'store/busy' }
>;

function nameTrouble(error: StoreTrouble): Pick<ErrorWords, 'what' | 'todo'> {
  switch (error.code) {
    case 'store/unwritable':
      return {
        what: `无法写入数据文件“${error.file}”：${error.reason}。`,
        todo: '请检查文件夹的权限，或换一个数据文件夹',
      };
    case 'store/full':
      return { what: `磁盘已满，没有存进“${error.file}”。`, todo: '请腾出磁盘空间' };
    case 'store/busy':
      return {
        what: `数据文件“${error.file}”正被占用，没有存进去。`,
        todo: '请关掉另一个正在使用它的程序',
      };
  }
}

function describeTrouble(error: StoreTrouble, occasion: Occasion): ErrorWords {
  const { what, todo } = nameTrouble(error);
  if (occasion === 'act') return { what, kept: savedKept, todo: `${todo}，再试一次。` };
  const kept = `上一次保存的内容没有变动，${draftKept}`;
  return { what, kept, todo: `${todo}，程序会自动重试。` };
}

/** A file's name with what would break or turn round the line it is quoted in made visible. */
function quoteName(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function withQuotableNames(error: ApiError): ApiError {
  if ('name' in error) return { ...error, name: quoteName(error.name) };
  if ('path' in error) return { ...error, path: quoteName(error.path) };
  return error;
}

/** A size for people: 31.5 MB. `bytes` ≥ 0. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * The words for an expected error. Files are named as the person knows them.
 * @param occasion `autosave` where a draft could not be saved by itself; `act`, the default, where
 * the person asked for something
 */
export function describeError(error: ApiError, occasion: Occasion = 'act'): ErrorWords {
  return describeQuotable(withQuotableNames(error), occasion);
}

function describeQuotable(error: ApiError, occasion: Occasion): ErrorWords {
  switch (error.code) {
    case 'import/not-found':
      return {
        what: `找不到文件“${error.name}”。`,
        kept: libraryKept,
        todo: '请核对文件名和所在文件夹。',
      };
    case 'import/folder':
      return {
        what: `“${error.name}”是文件夹，不是文件。`,
        kept: libraryKept,
        todo: '请打开它，选里面的报告。',
      };
    case 'import/unreadable':
      return {
        what: `打不开文件“${error.name}”：${error.reason}。`,
        kept: libraryKept,
        todo: '如果它正在 WPS 或 Word 里打开，请先关掉再试。',
      };
    case 'import/empty':
      return {
        what: `文件“${error.name}”是空的，里面没有内容。`,
        kept: libraryKept,
        todo: '请核对是否选错了文件。',
      };
    case 'import/too-large':
      return {
        what: `文件“${error.name}”有 ${formatBytes(error.bytes)}，超过了 ${formatBytes(error.limit)} 的上限。`,
        kept: libraryKept,
        todo: '年度报告一般不到 1 MB，请核对是否选错，或删去其中的图片再试。',
      };
    case 'import/unsupported': {
      const [what, todo] = unsupported[error.found];
      return { what: `“${error.name}”${what}。`, kept: libraryKept, todo };
    }
    case 'import/damaged':
      return {
        what: `文件“${error.name}”已损坏，读不出来（${error.detail}）。`,
        kept: libraryKept,
        todo: '请用 WPS 或 Word 打开原文件另存一份再试。',
      };
    case 'import/encrypted':
      return {
        what: `文件“${error.name}”设了打开密码，读不出来。`,
        kept: libraryKept,
        todo: '请用 WPS 或 Word 打开，取消密码后另存一份再试。',
      };
    case 'import/suspicious':
      return {
        what: `文件“${error.name}”的结构不正常，为安全起见没有读（${error.detail}）。`,
        kept: libraryKept,
        todo: '请向来源核实，或用 WPS、Word 打开后另存一份再试。',
      };
    case 'import/no-text':
      return {
        what: `文件“${error.name}”里没有文字。`,
        kept: libraryKept,
        todo: '如果内容是扫描图片，请找到文字稿。',
      };
    case 'import/not-a-report':
      return {
        what: `“${error.name}”不像年度报告：${error.detail}。`,
        kept: libraryKept,
        todo: '请核对是否选错了文件。',
      };
    case 'report/not-found':
      return {
        what: '报告库里没有这份报告，可能已经移除。',
        kept: '其他报告没有变动。',
        todo: '请回到报告库重新打开。',
      };
    case 'report/no-original':
      return {
        what: '这份报告是在年报助手里新写的，没有导入时的原件。',
        kept: '报告没有变动。',
        todo: '',
      };
    case 'report/conflict':
      return {
        what: '这份草稿在另一个窗口里改过。',
        kept: `两边的内容都没有丢：${draftKept}`,
        todo: '请选择载入那边的，或以这里为准。',
      };
    case 'report/malformed':
      return {
        what: `草稿的结构不完整，没有保存（${error.detail}）。`,
        kept: `上一次保存的内容没有变动，${draftKept}`,
        todo: '请撤销最近的一步再试。',
      };
    case 'report/read-only':
      return {
        what: '这份报告已经报送或归档，不能直接修改。',
        kept: '原来的内容没有变动。',
        todo: '请先改回“正在写”。',
      };
    case 'roll/year-not-later':
      return {
        what: `新年度（${error.to} 年）要晚于上年报告的年度（${error.from} 年）。`,
        kept: libraryKept,
        todo: '请核对年度。',
      };
    case 'store/newer':
      return {
        what: `数据文件“${error.file}”来自更新版本的年报助手（第 ${error.version} 版数据）。`,
        kept: '数据文件原封未动。',
        todo: '请安装新版本后再打开。',
      };
    case 'store/damaged':
      return {
        what: `数据文件“${error.file}”已损坏（${error.detail}）。`,
        kept: '程序没有改动它。',
        todo: '请把数据文件夹整个复制一份保存好，再用备份恢复。',
      };
    case 'store/unwritable':
    case 'store/full':
    case 'store/busy':
      return describeTrouble(error, occasion);
    case 'export/unwritable':
      return {
        what: `没有写成“${error.path}”：${error.reason}。`,
        kept: '草稿没有变动，原来的文件也没有动。',
        todo: '如果它正在 WPS 或 Word 里打开，请先关掉，或换个位置保存。',
      };
    case 'export/full':
      return {
        what: `磁盘已满，没有写成“${error.path}”。`,
        kept: '草稿没有变动，没有留下半份文件。',
        todo: '请腾出磁盘空间再导出。',
      };
    case 'input/invalid':
      return {
        what: `填写的内容不合要求（${error.path || '整体'}：${error.reason}）。`,
        kept: '没有做任何改动。',
        todo: '',
      };
    case 'method/unknown':
      return {
        what: `程序里没有“${error.method}”这项功能。`,
        kept: '没有做任何改动。',
        todo: '请重新启动年报助手。',
      };
    case 'internal':
      return {
        what: `程序出了差错，编号 ${error.reference}。`,
        kept: savedKept,
        todo: '请再试一次；仍不行时，把编号告诉维护人员。',
      };
    case 'connection/lost':
      return {
        what:
          error.reason === 'session'
            ? '这个窗口打开得太久，程序已经不认得它了。'
            : '与程序的连接断了，可能它已经退出。',
        kept: '已经保存的内容都在。',
        todo: '请重新启动年报助手，用它新打开的窗口。',
      };
  }
}

/** An error as one line. */
export function formatError(error: ApiError): string {
  const { what, kept, todo } = describeError(error);
  return [what, kept, todo].filter(Boolean).join('');
}

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
} as const;

/** The words for a notice. */
export function describeNotice(notice: Notice): string {
  switch (notice.code) {
    case 'read/decoded-as':
      return `文字按 ${notice.encoding} 编码读取。`;
    case 'read/characters-removed':
      return `去掉了 ${notice.count} 个不能显示的字符。`;
    case 'read/tracked-changes':
      return `原文带有修订：采用了插入的 ${notice.insertions} 处，没有采用删去的 ${notice.deletions} 处。`;
    case 'read/left-out':
      return `没有读入 ${notice.count} ${leftOut[notice.what]}。`;
    case 'segment/title-missing':
      return '原文没有标题。';
    case 'segment/issuer-inferred':
      return `单位名称“${notice.issuer}”是从正文里看出来的，请核对。`;
    case 'segment/issuer-missing':
      return '没有看出是哪个单位的报告，请填写。';
    case 'segment/year-inferred':
      return `报告年度 ${notice.year} 年是从正文里看出来的，请核对。`;
    case 'segment/year-missing':
      return '没有看出是哪一年的报告，请填写。';
    case 'segment/part-missing':
      return `没有读到“${partKindNames[notice.part]}”部分。`;
    case 'segment/part-repeated':
      return `“${partKindNames[notice.part]}”出现了不止一次：${shorten(notice.text)}`;
    case 'segment/part-by-meaning':
      return `“${shorten(notice.text)}”按词义归为“${partKindNames[notice.part]}”，请核对。`;
    case 'segment/no-parts':
      return '没有认出四个部分的标题，全文先放在第一部分。';
    case 'segment/label-irregular':
      return `序号写法不规范：${shorten(notice.text)}`;
    case 'segment/label-out-of-order':
      return `序号不连续：${shorten(notice.text)}`;
    case 'segment/heading-without-label':
      return `没有序号，按小标题读：${shorten(notice.text)}`;
    case 'segment/lines-joined':
      return `原文在行末断开，已把 ${notice.count} 处断行接回段落，请核对。`;
    case 'segment/split-one-line':
      return `原文有一行连着 ${notice.pieces} 段，已按序号分开，请核对。`;
    case 'segment/discarded':
      return `按网页残留处理，没有进入正文：${shorten(notice.text)}`;
    case 'roll/title-added':
      return `上年报告没有标题，已加上“${notice.title}”。`;
    case 'roll/part-added':
      return `上年报告没有“${partKindNames[notice.part]}”部分，已加上标题，请补写。`;
    case 'roll/date-cleared':
      return `上年的成文日期（${formatDate(notice.date)}）没有带过来，请在定稿时填写。`;
    case 'roll/outline-not-current':
      return `没有 ${notice.year} 年适用的实施纲要，暂按《${notice.citation}》列清单，请核对最新纲要名称。`;
    case 'roll/checklist-not-own':
      return `《${notice.citation}》没有配套的清单，暂用“${notice.checklist}”，各条的依据请自行核对。`;
    case 'export/characters-removed':
      return `有 ${notice.count} 个 Word 不能保存的字符没有写入。`;
    case 'export/title-empty':
      return '报告还没有标题。';
    case 'export/public-unchecked':
      return '这份公开版与报送版内容相同，没有查过不宜公开的内容；请在公布之前做好保密审查。';
  }
}

const misfits: Readonly<Record<PackMisfit, string>> = {
  missing: '这一项没有写',
  type: '这一项的类型不对，请对照随程序提供的文件',
  size: '这一项太少、太短，或者超出了范围',
  format: '这一项的写法不对，编号只用小写字母、数字和连字符',
  value: '这一项不是允许的值',
  kind: '写的种类程序不认识',
  pattern: '这一项不是正确的正则表达式',
};

/** Why a pack file was not taken up, to stand behind its name. */
export function describePackFault(fault: PackFault): string {
  switch (fault.kind) {
    case 'unreadable':
      return '文件打不开';
    case 'not-json':
      return '内容不是完整的 JSON，可能缺了括号、引号或逗号';
    case 'not-a-pack':
      return fault.path === '' ? '里面不是资料包' : `其中“${fault.path}”${misfits[fault.misfit]}`;
    default:
      return fault satisfies never;
  }
}

import type { ApiError, ApiErrorCode, UnsupportedKind } from './error.ts';
import { formatBytes } from './format-bytes.ts';
import { describePackFault } from './pack-words.ts';

/** An error in words: what happened, what was kept, what to do. Any but the first may be empty. */
export interface ErrorWords {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** When an error is met: saving by itself keeps the text in the window and tries again. */
export type Occasion = 'act' | 'autosave';

const unsupported: Readonly<Record<UnsupportedKind, readonly [what: string, todo: string]>> = {
  pdf: [
    '是 PDF 文件',
    '请用 WPS 或 Word 打开原稿另存为 .docx，或在 PDF 里全选复制，再用“粘贴文字”。',
  ],
  image: ['是图片', '请找到文字稿；图片里的字读不出来。'],
  spreadsheet: ['是电子表格', '请选文字稿（.docx、.doc、.wps、.txt 或网页）。'],
  presentation: ['是演示文稿', '请选文字稿（.docx、.doc、.wps、.txt 或网页）。'],
  archive: ['是压缩包', '请先解压，再选里面的文件。'],
  program: ['是程序，不是文稿', '请核对文件来源，不要打开它。'],
  rtf: ['是 RTF 文稿', '请用 WPS 或 Word 打开，另存为 .docx 再选。'],
  ofd: ['是 OFD 版式文件', '请找到排版前的 .docx，或复制文字后用“粘贴文字”。'],
  unknown: ['不是能读的文稿', '请选 .docx、.doc、.wps、.txt 或网页文件。'],
};

const libraryKept = '报告库没有变动。';
const savedKept = '已经保存的内容没有变动。';
const draftKept = '您写的内容还在这个窗口里。';

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

function describeNoText(name: string, found: 'scan' | 'garbled' | undefined): ErrorWords {
  const kept = libraryKept;
  if (found === 'scan') {
    const todo = '请找到它的 Word 文稿，或先用 WPS 的文字识别转成文字，核对后再选。';
    return { what: `“${name}”是扫描件，里面只有图片，没有文字。`, kept, todo };
  }
  if (found === 'garbled') {
    const todo = '请找到它的 Word 文稿，或用 WPS 打开后转为 Word 文档，核对后再选。';
    return { what: `“${name}”里的文字没有带编码，读出来是乱码。`, kept, todo };
  }
  return { what: `文件“${name}”里没有文字。`, kept, todo: '如果内容是扫描图片，请找到文字稿。' };
}

type WordsOf<Code extends ApiErrorCode> = (
  error: Extract<ApiError, { readonly code: Code }>,
  occasion: Occasion,
) => ErrorWords;

/** The words for every code: a new code without words does not compile. */
const words: { readonly [Code in ApiErrorCode]: WordsOf<Code> } = {
  'import/not-found': (error) => ({
    what: `找不到文件“${error.name}”。`,
    kept: libraryKept,
    todo: '请核对文件名和所在文件夹。',
  }),
  'import/folder': (error) => ({
    what: `“${error.name}”是文件夹，不是文件。`,
    kept: libraryKept,
    todo: '请打开它，选里面的报告。',
  }),
  'import/unreadable': (error) => ({
    what: `打不开文件“${error.name}”：${error.reason}。`,
    kept: libraryKept,
    todo: '如果它正在 WPS 或 Word 里打开，请先关掉再试。',
  }),
  'import/empty': (error) => ({
    what: `文件“${error.name}”是空的，里面没有内容。`,
    kept: libraryKept,
    todo: '请核对是否选错了文件。',
  }),
  'import/too-large': (error) => ({
    what: `文件“${error.name}”有 ${formatBytes(error.bytes)}，超过了 ${formatBytes(error.limit)} 的上限。`,
    kept: libraryKept,
    todo: '年度报告一般不到 1 MB，请核对是否选错，或删去其中的图片再试。',
  }),
  'import/unsupported': ({ name, found }) => {
    const [what, todo] = unsupported[found];
    return { what: `“${name}”${what}。`, kept: libraryKept, todo };
  },
  'import/damaged': (error) => ({
    what: `文件“${error.name}”已损坏，读不出来（${error.detail}）。`,
    kept: libraryKept,
    todo: '请用 WPS 或 Word 打开原文件另存一份再试。',
  }),
  'import/encrypted': (error) => ({
    what: `文件“${error.name}”设了打开密码，读不出来。`,
    kept: libraryKept,
    todo: '请用 WPS 或 Word 打开，取消密码后另存一份再试。',
  }),
  'import/suspicious': (error) => ({
    what: `文件“${error.name}”的结构不正常，为安全起见没有读（${error.detail}）。`,
    kept: libraryKept,
    todo: '请向来源核实，或用 WPS、Word 打开后另存一份再试。',
  }),
  'import/too-long': (error) => ({
    what: `文件“${error.name}”太长，没有核对（${error.detail}）。`,
    kept: libraryKept,
    todo: '请核对是否选错，或分成几个文件再试。',
  }),
  'import/no-text': (error) => describeNoText(error.name, error.found),
  'import/not-a-report': (error) => ({
    what: `“${error.name}”不像年度报告：${error.detail}。`,
    kept: libraryKept,
    todo: '请核对是否选错了文件。',
  }),
  'import/cancelled': (error) => ({
    what: `已停止读取“${error.name}”。`,
    kept: libraryKept,
    todo: '',
  }),
  'import/too-slow': (error) => ({
    what: `读取“${error.name}”超过了 ${error.seconds} 秒，已经停下。`,
    kept: libraryKept,
    todo: '请用 WPS 或 Word 打开，另存为 .docx 再试，或复制文字后用“粘贴文字”。',
  }),
  'report/not-found': () => ({
    what: '报告库里没有这份报告，可能已经移除。',
    kept: '其他报告没有变动。',
    todo: '请回到报告库重新打开。',
  }),
  'report/no-original': () => ({
    what: '这份报告是在年报助手里新写的，没有导入时的原件。',
    kept: '报告没有变动。',
    todo: '',
  }),
  'report/conflict': () => ({
    what: '这份草稿在另一个窗口里改过。',
    kept: `两边的内容都没有丢：${draftKept}`,
    todo: '请选择载入那边的，或以这里为准。',
  }),
  'report/malformed': (error) => ({
    what: `草稿的结构不完整，没有保存（${error.detail}）。`,
    kept: `上一次保存的内容没有变动，${draftKept}`,
    todo: '请撤销最近的一步再试。',
  }),
  'report/read-only': () => ({
    what: '这份报告已经报送或归档，不能直接修改。',
    kept: '原来的内容没有变动。',
    todo: '请先改回“正在写”。',
  }),
  'roll/year-not-later': (error) => ({
    what: `新年度（${error.to} 年）要晚于上年报告的年度（${error.from} 年）。`,
    kept: libraryKept,
    todo: '请核对年度。',
  }),
  'roll/base-changed': () => ({
    what: '上年报告刚才有改动，这份清单不是照改动后的文字列的。',
    kept: '草稿还没有建立；您已经定下、仍然对得上的，都留着。',
    todo: '请看过新的清单，再建立草稿。',
  }),
  'pack/refused': (error) => ({
    what: `“${error.name}”没有收入：${error.faults.slice(0, 3).map(describePackFault).join('；')}${error.faults.length > 3 ? '；等等' : ''}。`,
    kept: '原来使用的资料包都没有变。',
    todo: '请按提示改好后再导入，或者请发来文件的单位核对。',
  }),
  'pack/not-found': () => ({
    what: '没有这个资料包，可能已经移除。',
    kept: '没有做任何改动。',
    todo: '请重新打开设置再看。',
  }),
  'pack/not-own': () => ({
    what: '这是随程序提供的资料包，不能移除。',
    kept: '没有做任何改动。',
    todo: '要换成别的内容，可以导入编号相同的资料包。',
  }),
  'material/not-found': () => ({
    what: '没有找到这份素材，可能已经移除。',
    kept: '其他素材都在。',
    todo: '请刷新素材列表再看。',
  }),
  'material/no-file': () => ({
    what: '这份素材是记下的文字，没有文件可以取回。',
    kept: '文字还在素材里。',
    todo: '',
  }),
  'form/not-a-form': (error) => ({
    what: `“${error.name}”不是年报助手发出的征集表。`,
    kept: '没有存入任何内容。',
    todo: '可以把它当作一般素材收进来。',
  }),
  'store/newer': (error) => ({
    what: `数据文件“${error.file}”来自更新版本的年报助手（第 ${error.version} 版数据）。`,
    kept: '数据文件原封未动。',
    todo: '请安装新版本后再打开。',
  }),
  'store/damaged': (error) => ({
    what: `数据文件“${error.file}”已损坏（${error.detail}）。`,
    kept: '程序没有改动它。',
    todo: '请把数据文件夹整个复制一份保存好，再用备份恢复。',
  }),
  'store/unwritable': describeTrouble,
  'store/full': describeTrouble,
  'store/busy': describeTrouble,
  'export/unwritable': (error) => ({
    what: `没有写成“${error.path}”：${error.reason}。`,
    kept: '草稿没有变动，原来的文件也没有动。',
    todo: '如果它正在 WPS 或 Word 里打开，请先关掉，或换个位置保存。',
  }),
  'export/full': (error) => ({
    what: `磁盘已满，没有写成“${error.path}”。`,
    kept: '草稿没有变动，没有留下半份文件。',
    todo: '请腾出磁盘空间再导出。',
  }),
  'export/held-open': (error) => ({
    what: `“${error.path}”正在别的程序里打开着，没有写成。`,
    kept: '草稿没有变动，原来的文件也没有动。',
    todo: '请在 Word 或 WPS 里关掉它再导出，或换个名字、换个位置保存。确实没有开着的，删掉它旁边以 ~$ 或 .~ 开头的文件再试。',
  }),
  'export/exists': (error) => ({
    what: `“${error.path}”已经有了，内容不同，也认不出是年报助手写出后没有动过的。`,
    kept: '没有动它，也没有写出任何文件。',
    todo: '请换个名字，或先把它移开。',
  }),
  'export/not-reviewed': (error) => ({
    what:
      error.blocking > 0
        ? `公开版还有 ${error.blocking} 处不宜公开的内容没有处理。`
        : '公开版的内容还没有做保密审查，或审查之后又改过。',
    kept: '没有写出文件，草稿没有变动。',
    todo:
      error.blocking > 0
        ? '请在“公开审查”里逐处替换、概括，或写明保留的理由。'
        : '请在“公开审查”里记下审查人、日期和结论，再导出公开版。',
  }),
  'export/closed': (error) => ({
    what: `${error.reviewer}在 ${error.reviewedOn} 的保密审查中认定这份报告不予公开。`,
    kept: '没有写出公开版，草稿没有变动。',
    todo: '确实可以公开的，请在“公开审查”里撤回这条记录，重新审查。',
  }),
  'export/secret': (error) => ({
    what: `文件标有密级（${error.mark}），不能写成公开版。`,
    kept: '没有写出文件，草稿没有变动。',
    todo: '标错了的，请先把密级去掉。',
  }),
  'layout/not-found': (error) => ({
    what: `没有“${error.layoutId}”这个版式，可能已经移走。`,
    kept: '没有做任何改动。',
    todo: '请另选一个版式。',
  }),
  'template/refused': (error) => ({
    what: `“${error.name}”不能用作模板：${error.reason}。`,
    kept: '没有存入任何内容。',
    todo: '请按“自带模板”的说明标出要填的位置，再放进来。',
  }),
  'template/not-found': () => ({
    what: '没有这个模板，可能已经移走。',
    kept: '没有做任何改动。',
    todo: '请另选一个模板或版式。',
  }),
  'annex/too-long': (error) => ({
    what: `“${error.name}”有 ${error.count} 段，附件最多 ${error.limit} 段。`,
    kept: '没有放进任何附件。',
    todo: '请分成几个文件，或者把附件另外报送。',
  }),
  'report/no-state': () => ({
    what: '没有这个时候的样子可以对照。',
    kept: '草稿没有变动。',
    todo: '请另选一个。',
  }),
  'print/by-browser': () => ({
    what: '在浏览器里请用浏览器自己的打印，打印机选“另存为 PDF”。',
    kept: '草稿没有变动。',
    todo: '',
  }),
  'input/invalid': (error) => ({
    what: `填写的内容不合要求（${error.path || '整体'}：${error.reason}）。`,
    kept: '没有做任何改动。',
    todo: '',
  }),
  'method/unknown': (error) => ({
    what: `程序里没有“${error.method}”这项功能。`,
    kept: '没有做任何改动。',
    todo: '请重新启动年报助手。',
  }),
  internal: (error) => ({
    what: `程序出了差错，编号 ${error.reference}。`,
    kept: savedKept,
    todo: '请再试一次；仍不行时，把编号告诉维护人员。',
  }),
  'connection/lost': (error) => ({
    what:
      error.reason === 'session'
        ? '这个窗口打开得太久，程序已经不认得它了。'
        : '与程序的连接断了，可能它已经退出。',
    kept: '已经保存的内容都在。',
    todo: '请重新启动年报助手，用它新打开的窗口。',
  }),
};

/** A file's name with what would break or turn round the line it is quoted in made visible. */
function quoteName(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function withQuotableNames(error: ApiError): ApiError {
  if ('name' in error) return { ...error, name: quoteName(error.name) };
  if ('path' in error) return { ...error, path: quoteName(error.path) };
  return error;
}

/**
 * The words for an expected error. Files are named as the person knows them.
 * @param occasion `autosave` where a draft could not be saved by itself; `act`, the default, where
 * the person asked for something
 */
export function describeError(error: ApiError, occasion: Occasion = 'act'): ErrorWords {
  const quotable = withQuotableNames(error);
  const describe = words[quotable.code] as WordsOf<ApiErrorCode>;
  return describe(quotable, occasion);
}

/** An error as one line. */
export function formatError(error: ApiError): string {
  const { what, kept, todo } = describeError(error);
  return [what, kept, todo].filter(Boolean).join('');
}

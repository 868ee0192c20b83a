/** Options of every command that writes a file. */
interface Writing {
  readonly output: string;
  /** Whether a file that is not this program's own may be replaced. */
  readonly force: boolean;
}

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'read'; readonly file: string; readonly json: boolean }
  | ({
      readonly name: 'roll';
      readonly file: string;
      readonly toYear: number;
      readonly unit: string | null;
    } & Writing)
  | {
      readonly name: 'check';
      readonly file: string;
      readonly year: number | null;
      /** Last year's report; null for none. */
      readonly base: string | null;
      /** The unit that reports, instead of the one that is read from the file; null for that one. */
      readonly unit: string | null;
      readonly json: boolean;
    }
  /** Measures the page of a .docx, whoever wrote it. */
  | {
      readonly name: 'check-format';
      readonly file: string;
      /** Id of a layout, or a file that holds one. */
      readonly profile: string;
      readonly json: boolean;
    }
  | ({
      readonly name: 'export';
      readonly file: string;
      readonly copy: 'filing' | 'public';
      readonly unit: string | null;
      readonly profile: string;
      /** A JSON file with what stands outside the text; null for none. */
      readonly facts: string | null;
      /** The office's own .docx; null for none. */
      readonly template: string | null;
      /** Whether the certificate is printed. */
      readonly certify: boolean;
    } & Writing)
  /** What changed from one report to another. */
  | ({
      readonly name: 'compare';
      /** The report before. */
      readonly file: string;
      readonly after: string;
    } & Writing);

/** What the command line is told when it is asked, or asked wrongly. */
export const usage = `用法：
  nianbao read 文件 [--json]                      读出报告的部分和条目
  nianbao roll 文件 --to 年度 -o 输出.json|.docx [--unit 单位]
                                                 沿用为新年度的草稿
  nianbao check 文件 [--base 上年报告] [--year 年度] [--unit 单位] [--json]
                                                 对照清单、校对、列出指标；写明上年报告的，
                                                 再列出待更新的沿用内容和上年的承诺
  nianbao check --format 文件.docx [--profile 版式] [--json]
                                                 核验一份 Word 文档的公文格式，不论是谁写的
  nianbao export 文件 -o 输出.docx|.txt|.html [--copy filing|public] [--profile 版式]
                 [--facts 红头.json] [--template 模板.docx] [--certify] [--unit 单位]
                                                 按公文格式写成 Word 文档，或网页用的文字
  nianbao compare 原报告 新报告 -o 修订稿.docx     写出两份报告的差别，带修订标记
--copy public 写成公开版：不宜公开的内容自动概括，概括了几处、还要看几处都会说明，公布之前仍要做保密审查。
--profile 版式：plain 公开稿（平常的），official 正式公文（红头、版记），自己存的版式的名称，或一个版式文件。
--facts 写明红头和版记的内容：number 发文字号、signers 签发人、copiesTo 抄送、printedBy 印发机关、printedOn 印发日期等。
--certify 写完再打开核验，把量到的结果按 JSON 列出。
--force 允许覆盖不是本程序写出的文件；不加时遇到这样的文件不写。
--unit 写明报告是哪个单位的，不加时按文件里读出的单位；镇、乡、街道、部门要答的问题不同。
各命令都可加 --data 文件夹：用这个数据文件夹里的资料包（packs），不加时用平常的数据文件夹。
文件可以是 .docx .doc .wps .rtf .pdf .txt .html，或 roll 写出的 .json。
返回值：0 完成，1 文件有问题，2 用法不对。`;

import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inputs } from '../../core/api/index.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'read'; readonly file: string; readonly json: boolean }
  | {
      readonly name: 'roll';
      readonly file: string;
      readonly toYear: number;
      readonly output: string;
      readonly unit: string | null;
    }
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
  | {
      readonly name: 'export';
      readonly file: string;
      readonly output: string;
      readonly copy: 'filing' | 'public';
      readonly unit: string | null;
    };

/** A command, or in words why the arguments are none. */
export type Parsed =
  | {
      readonly ok: true;
      readonly command: Command;
      /** The data folder that was named, whose packs count; null for the usual one. */
      readonly dataFolder: string | null;
    }
  | { readonly ok: false; readonly reason: string };

export const usage = `用法：
  nianbao read 文件 [--json]                      读出报告的部分和条目
  nianbao roll 文件 --to 年度 -o 输出.json|.docx [--unit 单位]
                                                 沿用为新年度的草稿
  nianbao check 文件 [--base 上年报告] [--year 年度] [--unit 单位] [--json]
                                                 对照清单、校对、列出指标；写明上年报告的，
                                                 再列出待更新的沿用内容和上年的承诺
  nianbao export 文件 -o 输出.docx [--copy filing|public] [--unit 单位]
                                                 按公文格式写成 Word 文档
--copy public 写成公开版：目前与报送版内容相同，没有查过不宜公开的内容，请在公布之前做好保密审查。
--unit 写明报告是哪个单位的，不加时按文件里读出的单位；镇、乡、街道、部门要答的问题不同。
各命令都可加 --data 文件夹：用这个数据文件夹里的资料包（packs），不加时用平常的数据文件夹。
文件可以是 .docx .doc .wps .rtf .pdf .txt .html，或 roll 写出的 .json。
返回值：0 完成，1 文件有问题，2 用法不对。`;

class UsageError extends Error {}

const options = {
  json: { type: 'boolean' },
  to: { type: 'string' },
  year: { type: 'string' },
  base: { type: 'string' },
  output: { type: 'string', short: 'o' },
  copy: { type: 'string' },
  unit: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const allowed: Readonly<Record<string, readonly string[]>> = {
  read: ['json'],
  roll: ['to', 'output', 'unit'],
  check: ['year', 'base', 'unit', 'json'],
  export: ['output', 'copy', 'unit'],
};

function toYear(text: string | undefined, option: string): number {
  const year = /^\d{4}$/u.test(text ?? '') ? Number(text) : null;
  const parsed = inputs['packs.forYear'].safeParse({ year });
  if (!parsed.success) throw new UsageError(`${option} 后面要写四位数的年度，如 2026。`);
  return parsed.data.year;
}

function toOutput(path: string | undefined, endings: readonly string[]): string {
  if (!path) throw new UsageError(`请用 -o 写明输出文件（${endings.join(' 或 ')}）。`);
  if (!endings.includes(extname(path).toLowerCase())) {
    throw new UsageError(`输出文件“${path}”应以 ${endings.join(' 或 ')} 结尾。`);
  }
  return path;
}

function toCopy(copy: string | undefined): 'filing' | 'public' {
  if (copy === undefined || copy === 'filing') return 'filing';
  if (copy === 'public') return copy;
  throw new UsageError(`--copy 只能是 filing（报送版）或 public（公开版），不能是“${copy}”。`);
}

function toBase(file: string | undefined): string | null {
  if (file === undefined) return null;
  if (file.trim() === '') throw new UsageError('--base 后面要写明上年报告的文件。');
  return file;
}

const unitName = inputs['report.create'].unwrap().shape.issuers;

/** The unit of `--unit`; null when it is not named. */
function toUnit(unit: string | undefined): string | null {
  if (unit === undefined) return null;
  const named = unitName.safeParse([unit.trim()]);
  if (!named.success) throw new UsageError('--unit 后面要写单位名称，不超过 100 个字。');
  return named.data[0] ?? null;
}

/** The folder of `--data`, absolute; null when there is none. */
function toDataFolder(folder: string | undefined): string | null {
  if (folder === undefined) return null;
  if (folder.trim() === '') throw new UsageError('--data 后面要写文件夹。');
  return resolve(folder);
}

function parseWords(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}

function toCommand({ values, positionals }: ReturnType<typeof parseWords>): Command {
  const [name, file, extra] = positionals;
  if (values.help || name === 'help') return { name: 'help' };
  if (name === undefined) throw new UsageError('请写明要做什么。');
  const known = Object.hasOwn(allowed, name) ? (allowed[name] ?? []) : null;
  if (!known) throw new UsageError(`没有“${name}”这个命令。`);
  if (file === undefined) throw new UsageError(`${name} 后面要写明文件。`);
  if (extra !== undefined) throw new UsageError(`一次只处理一个文件，多出了“${extra}”。`);
  const stray = Object.keys(values).find((option) => option !== 'data' && !known.includes(option));
  if (stray) throw new UsageError(`${name} 没有 --${stray} 这个选项。`);
  const json = values.json ?? false;
  switch (name) {
    case 'read':
      return { name, file, json };
    case 'roll':
      return {
        name,
        file,
        toYear: toYear(values.to, '--to'),
        output: toOutput(values.output, ['.json', '.docx']),
        unit: toUnit(values.unit),
      };
    case 'check':
      return {
        name,
        file,
        json,
        year: values.year ? toYear(values.year, '--year') : null,
        base: toBase(values.base),
        unit: toUnit(values.unit),
      };
    default:
      return {
        name: 'export',
        file,
        output: toOutput(values.output, ['.docx']),
        copy: toCopy(values.copy),
        unit: toUnit(values.unit),
      };
  }
}

/** Reads the arguments after the program's name. */
export function parseArguments(argv: readonly string[]): Parsed {
  try {
    const words = parseWords(argv);
    const dataFolder = toDataFolder(words.values.data);
    return { ok: true, command: toCommand(words), dataFolder };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, reason: error.message };
    const isParserError = error instanceof TypeError && 'code' in error;
    if (!isParserError) throw error;
    return { ok: false, reason: '选项写得不对。' };
  }
}

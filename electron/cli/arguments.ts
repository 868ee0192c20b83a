import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inputs } from '../../core/api/index.ts';
import type { Command } from './command.ts';

/** A command, or in words why the arguments are none. */
export type Parsed =
  | {
      readonly ok: true;
      readonly command: Command;
      /** The data folder that was named, whose packs count; null for the usual one. */
      readonly dataFolder: string | null;
    }
  | { readonly ok: false; readonly reason: string };

class UsageError extends Error {}

const options = {
  json: { type: 'boolean' },
  to: { type: 'string' },
  year: { type: 'string' },
  base: { type: 'string' },
  output: { type: 'string', short: 'o' },
  copy: { type: 'string' },
  profile: { type: 'string' },
  facts: { type: 'string' },
  template: { type: 'string' },
  certify: { type: 'boolean' },
  format: { type: 'boolean' },
  force: { type: 'boolean' },
  unit: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const allowed: Readonly<Record<string, readonly string[]>> = {
  read: ['json'],
  roll: ['to', 'output', 'unit', 'force'],
  check: ['year', 'base', 'unit', 'json'],
  export: ['output', 'copy', 'unit', 'profile', 'facts', 'template', 'certify', 'force'],
  compare: ['output', 'force'],
};

/** What `check --format` takes: it measures a file and reads no report. */
const formatOptions = ['format', 'profile', 'json'];

/** Commands that take a second file. */
const takesTwo = new Set(['compare']);

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

/** The file of an option; null when the option is not there. */
function toFile(file: string | undefined, option: string, what: string): string | null {
  if (file === undefined) return null;
  if (file.trim() === '') throw new UsageError(`${option} 后面要写明${what}。`);
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

type Words = ReturnType<typeof parseWords>['values'];

function toExport(file: string, values: Words): Command {
  return {
    name: 'export',
    file,
    output: toOutput(values.output, ['.docx', '.txt', '.html']),
    copy: toCopy(values.copy),
    unit: toUnit(values.unit),
    profile: toFile(values.profile, '--profile', '版式') ?? 'plain',
    facts: toFile(values.facts, '--facts', '红头和版记的文件'),
    template: toFile(values.template, '--template', '模板文件'),
    certify: values.certify ?? false,
    force: values.force ?? false,
  };
}

function toCheck(file: string, values: Words): Command {
  const json = values.json ?? false;
  if (values.format) {
    const profile = toFile(values.profile, '--profile', '版式') ?? 'plain';
    return { name: 'check-format', file, json, profile };
  }
  return {
    name: 'check',
    file,
    json,
    year: values.year ? toYear(values.year, '--year') : null,
    base: toFile(values.base, '--base', '上年报告的文件'),
    unit: toUnit(values.unit),
  };
}

/** The command's name and its files; throws in words what is missing or too much. */
function readCall({ values, positionals }: ReturnType<typeof parseWords>) {
  const [name, file, ...others] = positionals;
  if (name === undefined) throw new UsageError('请写明要做什么。');
  if (!Object.hasOwn(allowed, name)) throw new UsageError(`没有“${name}”这个命令。`);
  if (file === undefined) throw new UsageError(`${name} 后面要写明文件。`);
  const [second, extra = takesTwo.has(name) ? undefined : second] = others;
  if (extra !== undefined) throw new UsageError(`一次只处理一个文件，多出了“${extra}”。`);
  const known = name === 'check' && values.format ? formatOptions : (allowed[name] ?? []);
  const stray = Object.keys(values).find((option) => option !== 'data' && !known.includes(option));
  if (stray) throw new UsageError(`${name} 没有 --${stray} 这个选项。`);
  return { name, file, second };
}

function toCommand(words: ReturnType<typeof parseWords>): Command {
  const { values, positionals } = words;
  if (values.help || positionals[0] === 'help') return { name: 'help' };
  const { name, file, second } = readCall(words);
  const force = values.force ?? false;
  switch (name) {
    case 'read':
      return { name, file, json: values.json ?? false };
    case 'roll':
      return {
        name,
        file,
        toYear: toYear(values.to, '--to'),
        output: toOutput(values.output, ['.json', '.docx']),
        unit: toUnit(values.unit),
        force,
      };
    case 'check':
      return toCheck(file, values);
    case 'compare':
      if (second === undefined) throw new UsageError('compare 后面要写明两份报告：原来的和新的。');
      return { name, file, after: second, output: toOutput(values.output, ['.docx']), force };
    default:
      return toExport(file, values);
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

import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import {
  type ApiError,
  type Discarded,
  describeError,
  describeNotice,
  fail,
  type Notice,
  ok,
  type Result,
} from '../../core/api/index.ts';
import {
  type CreateId,
  countCharacters,
  listBlocks,
  parseReport,
  type Report,
  type ReportFault,
} from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { type RollChange, rollForward } from '../../core/roll-forward/index.ts';
import { writeFileAtomic } from '../services/atomic-write.ts';
import { checkReport } from '../services/check-report.ts';
import { exportReport } from '../services/export.ts';
import { findOversize, readFileBytes, readReportFile } from '../services/import.ts';
import { type Command, parseArguments, usage } from './arguments.ts';
import { printOutline, printReport } from './present.ts';

/** What the command line needs of the outside. */
export interface CliDeps {
  readonly packs: readonly Pack[];
  readonly createId: CreateId;
  /** Year of a report that names none. */
  readonly fallbackYear: number;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** 0 done, 1 a problem with the input, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

interface Loaded {
  readonly report: Report;
  readonly discarded: readonly Discarded[];
  readonly notices: readonly Notice[];
}

async function loadJson(path: string): Promise<Result<Loaded>> {
  const name = basename(path);
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const notAReport = (detail: string) =>
    fail<ApiError>({ code: 'import/not-a-report', name, detail });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(bytes.value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return notAReport('JSON 的写法不对');
  }
  const inner =
    typeof value === 'object' && value !== null && 'report' in value ? value.report : value;
  const parsed = parseReport(inner);
  if (!parsed.ok) return notAReport(describeFault(parsed.fault));
  const { report } = parsed;
  const oversize = findOversize(name, countCharacters(report), listBlocks(report).length);
  return oversize ? fail(oversize) : ok({ report, discarded: [], notices: [] });
}

function describeFault(fault: ReportFault): string {
  if (fault.kind === 'newer') return '它来自更新版本的年报助手';
  return fault.path === '' ? '里面没有报告的内容' : `缺少或写错了“${fault.path}”`;
}

function load(path: string, deps: CliDeps): Promise<Result<Loaded>> {
  return extname(path).toLowerCase() === '.json' ? loadJson(path) : readReportFile(path, deps);
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function printChange({ verdict, from, text, target, start }: RollChange) {
  return {
    from: `${from}年`,
    to: verdict.kind === 'move' ? `${verdict.to}年` : null,
    reason: verdict.reason,
    place: target,
    text: text.slice(Math.max(0, start - 20), start + 24),
  };
}

async function writeReport(
  report: Report,
  output: string,
  copy: 'filing' | 'public',
  deps: CliDeps,
): Promise<Result<null>> {
  const { bytes, notices } = await exportReport(report, { copy, faces: 'gb2312' });
  for (const notice of notices) deps.printError(describeNotice(notice));
  return writeFileAtomic(output, bytes);
}

/** A report that names no year at all is taken for the year before the new one. */
function datedBefore({ report, notices }: Loaded, toYear: number): Report {
  const namesNoYear = notices.some(({ code }) => code === 'segment/year-missing');
  return namesNoYear ? { ...report, year: toYear - 1 } : report;
}

async function roll(
  loaded: Loaded,
  { toYear, output }: Extract<Command, { name: 'roll' }>,
  deps: CliDeps,
): Promise<Result<null>> {
  const base = datedBefore(loaded, toYear);
  if (toYear <= base.year)
    return fail({ code: 'roll/year-not-later', from: base.year, to: toYear });
  const packs = choosePacks(deps.packs, toYear);
  const rolled = rollForward(base, { toYear, baseId: 'base', createId: deps.createId, packs });
  const notices = [...loaded.notices, ...rolled.notices];
  if (extname(output).toLowerCase() === '.docx') {
    for (const notice of notices) deps.printError(describeNotice(notice));
    return writeReport(rolled.report, output, 'filing', deps);
  }
  const printed = printReport(rolled.report, loaded.discarded, notices);
  const changes = rolled.plan.changes.map(printChange);
  const json = toJson({ ...printed, changes, report: rolled.report });
  return writeFileAtomic(output, new TextEncoder().encode(json));
}

/** Whether two paths are one file, by a link or in another spelling too. */
async function isSameFile(left: string, right: string): Promise<boolean> {
  if (resolve(left) === resolve(right)) return true;
  try {
    const [one, other] = await Promise.all([stat(left), stat(right)]);
    return one.ino !== 0 && one.dev === other.dev && one.ino === other.ino;
  } catch (error) {
    // whatever is wrong with either path is told when it is read or written
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}

async function carryOut(
  command: Exclude<Command, { name: 'help' }>,
  deps: CliDeps,
): Promise<Result<null>> {
  if ('output' in command && (await isSameFile(command.output, command.file))) {
    return fail({ code: 'export/unwritable', path: command.output, reason: '它就是要读的原文件' });
  }
  const loaded = await load(command.file, deps);
  if (!loaded.ok) return loaded;
  const { report, discarded, notices } = loaded.value;
  switch (command.name) {
    case 'read': {
      const printed = printReport(report, discarded, notices);
      deps.print(command.json ? toJson(printed) : `${printOutline(report)}\n`);
      return ok(null);
    }
    case 'roll':
      return roll(loaded.value, command, deps);
    case 'check': {
      const year = command.year ?? report.year;
      const { coverage, findings, figures } = checkReport(
        { ...report, year },
        choosePacks(deps.packs, year),
        {},
      );
      const shown = coverage.map(({ itemId, title, state, where }) => ({
        item: itemId,
        title,
        state,
        where,
      }));
      deps.print(toJson({ coverage: shown, findings, figures }));
      return ok(null);
    }
    case 'export':
      return writeReport(report, command.output, command.copy, deps);
  }
}

/** An error in words; here there is no library, and what was kept is the file itself. */
function explain(error: ApiError): string {
  const { what, kept, todo } = describeError(error);
  const isReading = error.code.startsWith('import/') || error.code.startsWith('roll/');
  if (isReading) return `${what}原文件没有变动，没有写出任何文件。${todo}`;
  const isWriting = error.code.startsWith('export/');
  return `${what}${isWriting ? '原文件没有变动，没有留下半份文件。' : kept}${todo}`;
}

/** Runs one command: results go to `print`, messages in Chinese to `printError`. */
export async function runCli(argv: readonly string[], deps: CliDeps): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) {
    deps.printError(`${parsed.reason}\n${usage}`);
    return 2;
  }
  if (parsed.command.name === 'help') {
    deps.print(`${usage}\n`);
    return 0;
  }
  const result = await carryOut(parsed.command, deps);
  if (result.ok) return 0;
  deps.printError(explain(result.error));
  return 1;
}

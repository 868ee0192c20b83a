import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type ApiError,
  describeError,
  describeNotice,
  describePackFault,
  fail,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { checkReportFile } from '../services/check-file.ts';
import { listHeadings, printReport } from '../services/printed-report.ts';
import type { ReadingDeps } from '../services/reading/read-content.ts';
import { nameUnit, openReportFile, type ReportFile } from '../services/report-file.ts';
import { parseArguments } from './arguments.ts';
import { printFormat } from './certificate.ts';
import { type Command, usage } from './command.ts';
import { type CliDeps, type PackLibrary, toJson } from './deps.ts';
import { printCheck, printOutline } from './present.ts';
import { compareFiles, exportFile, roll } from './write.ts';

/** 0 done, 1 a problem with the input, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

function read(
  { report, discarded, notices }: ReportFile,
  { json }: Extract<Command, { name: 'read' }>,
): string {
  return json
    ? toJson(printReport(report, discarded, notices))
    : `${printOutline(report, listHeadings(report))}\n`;
}

async function check(
  { report, notices }: ReportFile,
  { json, year, base: basePath }: Extract<Command, { name: 'check' }>,
  deps: ReadingDeps & PackLibrary,
): Promise<Result<string>> {
  const base = basePath === null ? ok(null) : await openReportFile(basePath, deps);
  if (!base.ok) return base;
  const places = await deps.loadPlaces();
  const checked = checkReportFile(
    { report },
    { packs: deps.packs, places, year, base: base.value },
  );
  if (!checked.ok) return checked;
  const result = { ...checked.value, notices: [...notices, ...checked.value.notices] };
  if (json) return ok(toJson(result));
  const shown = { hasBase: base.value !== null, headings: listHeadings(report) };
  return ok(`${printCheck(report, checked.value, shown)}\n`);
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

function tell(text: Result<string>, { print }: CliDeps): Result<null> {
  if (!text.ok) return text;
  print(text.value);
  return ok(null);
}

/** A paper that bears a mark of secrecy has no place here: told whatever is done with it. */
function tellSecrecy({ notices }: ReportFile, { printError }: CliDeps): void {
  for (const notice of notices) {
    if (notice.code === 'segment/secrecy-mark') printError(describeNotice(notice));
  }
}

async function carryOut(
  command: Exclude<Command, { name: 'help' }>,
  deps: ReadingDeps & CliDeps & PackLibrary,
): Promise<Result<null>> {
  if ('output' in command) {
    const sources = [command.file, ...('after' in command ? [command.after] : [])];
    const same = await Promise.all(sources.map((file) => isSameFile(command.output, file)));
    if (same.includes(true)) {
      const reason = '它就是要读的原文件';
      return fail({ code: 'export/unwritable', path: command.output, reason });
    }
  }
  if (command.name === 'check-format') return tell(await printFormat(command, deps), deps);
  const opened = await openReportFile(command.file, deps);
  if (!opened.ok) return opened;
  tellSecrecy(opened.value, deps);
  const file = nameUnit(opened.value, 'unit' in command ? command.unit : null);
  switch (command.name) {
    case 'read':
      deps.print(read(file, command));
      return ok(null);
    case 'check':
      return tell(await check(file, command, deps), deps);
    case 'roll':
      return roll(file, command, deps);
    case 'export':
      return exportFile(file, command, deps);
    case 'compare':
      return compareFiles(file.report, command, deps);
  }
}

/** The packs of the app and of the data folder; those that are none are named and left out. */
async function findPacks(deps: CliDeps, dataFolder: string | null): Promise<PackLibrary> {
  const library = await deps.loadPacks(dataFolder);
  for (const fault of library.faults) {
    deps.printError(`资料包“${fault.name}”没有采用：${describePackFault(fault)}。`);
  }
  return library;
}

/** What to do, where the command line knows better than the window. */
const advice: Readonly<Partial<Record<ApiError['code'], string>>> = {
  'export/exists': '请换个名字；确要覆盖的，加上 --force。',
  'export/held-open': '请先关掉它，或换个名字；是程序意外退出留下的，加上 --force。',
};

/** An error in words; here there is no library, and what was kept is the file itself. */
function explain(error: ApiError, command: Command['name']): string {
  const { what, kept, todo: usual } = describeError(error);
  const isFormat = command === 'check-format' && error.code === 'import/unsupported';
  const todo = isFormat
    ? '只能核验 .docx；.doc、.wps 请先用 Word 或 WPS 另存为 .docx。'
    : (advice[error.code] ?? usual);
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
  const library = await findPacks(deps, parsed.dataFolder);
  const result = await carryOut(parsed.command, { ...deps, ...library });
  if (result.ok) return 0;
  deps.printError(explain(result.error, parsed.command.name));
  return 1;
}

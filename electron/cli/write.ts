import { extname } from 'node:path';
import { describeNotice, type Notice, type Result } from '../../core/api/index.ts';
import { planFileExport, writeComparison, writePlanned } from '../services/export-file.ts';
import { writeOwnOutput } from '../services/own-output.ts';
import type { ReadingDeps } from '../services/reading/read-content.ts';
import {
  findBornSecrecy,
  openReportFile,
  type ReportFile,
  rollReportFile,
} from '../services/report-file.ts';
import type { Command } from './command.ts';
import { type CliDeps, type PackLibrary, toJson } from './deps.ts';

type Asked<Name extends Command['name']> = Extract<Command, { readonly name: Name }>;
type Report = ReportFile['report'];

/** What is written where, with what a person should know of it. */
interface Output {
  readonly path: string;
  readonly force: boolean;
  readonly bytes: Uint8Array;
  readonly notices: readonly Notice[];
}

async function write({ path, force, bytes, notices }: Output, deps: CliDeps) {
  const written = await writeOwnOutput(path, bytes, { replace: force });
  if (written.ok) for (const notice of notices) deps.printError(describeNotice(notice));
  return written;
}

/** `export`: writes the copy; the certificate of the very file is printed where it was asked for. */
export async function exportFile(
  file: ReportFile,
  { output, force, certify, ...choice }: Asked<'export'>,
  deps: CliDeps & PackLibrary,
): Promise<Result<null>> {
  const secrecy = findBornSecrecy(file);
  const plan = await planFileExport(file.report, { ...choice, secrecy }, deps);
  if (!plan.ok) return plan;
  const { bytes, notices, certificate } = await writePlanned(plan.value, output);
  const written = await write({ path: output, force, bytes, notices }, deps);
  if (written.ok && certify && certificate) deps.print(toJson(certificate));
  return written;
}

/** `roll`: writes the new year's draft. */
export async function roll(
  file: ReportFile,
  { toYear, output, force }: Asked<'roll'>,
  deps: ReadingDeps & CliDeps & PackLibrary,
): Promise<Result<null>> {
  const rolled = rollReportFile(file, toYear, deps);
  if (!rolled.ok) return rolled;
  const { report, notices, printed } = rolled.value;
  if (extname(output).toLowerCase() !== '.docx') {
    const bytes = new TextEncoder().encode(toJson(printed));
    return write({ path: output, force, bytes, notices: [] }, deps);
  }
  const choice = {
    copy: 'filing',
    profile: 'plain',
    facts: null,
    template: null,
    secrecy: null,
  } as const;
  const plan = await planFileExport(report, choice, deps);
  if (!plan.ok) return plan;
  const made = await writePlanned(plan.value, output);
  return write({ ...made, path: output, force, notices: [...notices, ...made.notices] }, deps);
}

/** `compare`: writes what changed from one report to another, as tracked changes. */
export async function compareFiles(
  before: Report,
  { after, output, force }: Asked<'compare'>,
  deps: ReadingDeps & CliDeps & PackLibrary,
): Promise<Result<null>> {
  const opened = await openReportFile(after, deps);
  if (!opened.ok) return opened;
  const { bytes, summary } = await writeComparison(before, opened.value.report, new Date());
  const written = await write({ path: output, force, bytes, notices: [] }, deps);
  if (written.ok) deps.printError(summary);
  return written;
}

import { basename, extname } from 'node:path';
import {
  type ApiError,
  type Discarded,
  fail,
  type Notice,
  ok,
  type Result,
} from '../../core/api/index.ts';
import {
  countCharacters,
  listBlocks,
  parseReport,
  type Report,
  type ReportFault,
} from '../../core/model/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { type RollChange, rollForward } from '../../core/roll-forward/index.ts';
import { identifyByContent } from './content-ids.ts';
import { type PrintedReport, printReport } from './printed-report.ts';
import { findOversize, type ReadingDeps } from './reading/read-content.ts';
import { readFileBytes, readReportFile } from './reading/read-file.ts';

/** A report read from a file outside the library. */
export interface ReportFile {
  readonly report: Report;
  readonly discarded: readonly Discarded[];
  readonly notices: readonly Notice[];
}

/** The file as a report of `unit`; as it was read when null. What was doubtful about its unit is no more. */
export function nameUnit(file: ReportFile, unit: string | null): ReportFile {
  if (unit === null) return file;
  const isSettled = ({ code }: Notice) => code.startsWith('segment/issuer-');
  return {
    ...file,
    report: { ...file.report, issuers: [unit] },
    notices: file.notices.filter((notice) => !isSettled(notice)),
  };
}

/** The mark of secrecy that the file bore and that is no part of the report; null for none. */
export function findBornSecrecy({ notices }: Pick<ReportFile, 'notices'>): string | null {
  return notices.find((notice) => notice.code === 'segment/secrecy-mark')?.text ?? null;
}

function describeFault(fault: ReportFault): string {
  if (fault.kind === 'newer') return '它来自更新版本的年报助手';
  return fault.path === '' ? '里面没有报告的内容' : `缺少或写错了“${fault.path}”`;
}

async function openJson(path: string): Promise<Result<ReportFile>> {
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

/**
 * Opens a report in a file: a document of any kind that is imported, or the JSON that rolling
 * forward wrote. Gives `import/*` errors that name the file. Ids of a document are those of its
 * words, the same each time.
 */
export async function openReportFile(path: string, deps: ReadingDeps): Promise<Result<ReportFile>> {
  if (extname(path).toLowerCase() === '.json') return openJson(path);
  const read = await readReportFile(path, deps);
  return read.ok ? ok({ ...read.value, report: identifyByContent(read.value.report) }) : read;
}

/** What rolling forward made of some words, with the words around them. */
export interface PrintedChange {
  /** `move` was made; `ask` is for a person to decide and was not; `keep` stays. */
  readonly verdict: RollChange['verdict'];
  readonly from: string;
  /** What stands there now; null where the words stayed. */
  readonly to: string | null;
  /** What may stand there where the words stayed; null where there is nothing to offer. */
  readonly proposal: string | null;
  readonly reason: RollChange['reason'];
  readonly place: RollChange['target'];
  readonly text: string;
}

/** The new year's draft, its notices, and all of it in the shape that scripts rely on. */
export interface RolledFile {
  readonly report: Report;
  readonly notices: readonly Notice[];
  readonly printed: PrintedReport & {
    readonly changes: readonly PrintedChange[];
    readonly report: Report;
  };
}

/** A bare year is told with its 年. */
function printWords(words: string, after: string): string {
  return after.startsWith('年') && /^\d{4}$/u.test(words) ? `${words}年` : words;
}

function printChange({
  verdict,
  from,
  to,
  reason,
  text,
  target,
  start,
  end,
}: RollChange): PrintedChange {
  const after = text.slice(end, end + 1);
  const put = to === null ? null : printWords(to, after);
  return {
    verdict,
    from: printWords(from, after),
    to: verdict === 'move' ? put : null,
    proposal: verdict === 'move' ? null : put,
    reason,
    place: target,
    text: text.slice(Math.max(0, start - 20), end + 20),
  };
}

/** A report that names no year at all is taken for the year before the new one. */
export function datedBefore({ report, notices }: ReportFile, toYear: number): Report {
  const namesNoYear = notices.some(({ code }) => code === 'segment/year-missing');
  return namesNoYear ? { ...report, year: toYear - 1 } : report;
}

/** Makes the draft of `toYear` of last year's report. Gives `roll/year-not-later`. */
export function rollReportFile(
  file: ReportFile,
  toYear: number,
  { createId, packs }: Pick<ReadingDeps, 'createId' | 'packs'>,
): Result<RolledFile> {
  const base = datedBefore(file, toYear);
  if (toYear <= base.year) {
    return fail({ code: 'roll/year-not-later', from: base.year, to: toYear });
  }
  const rolled = rollForward(base, {
    toYear,
    baseId: 'base',
    createId,
    packs: choosePacks(packs, toYear, { issuers: base.issuers }),
  });
  const { report } = rolled;
  const notices = [...file.notices, ...rolled.notices];
  const changes = rolled.plan.changes.map(printChange);
  const printed = { ...printReport(report, file.discarded, notices), changes, report };
  return ok({ report, notices, printed });
}

import {
  type ApiError,
  type AppInfo,
  type Call,
  defaultSettings,
  fail,
  type ImportReading,
  type Input,
  type MethodName,
  type Output,
  ok,
  type ReportSummary,
  type Result,
  type Settings,
} from '../../core/api/index.ts';
import { countCharacters, createCountingIds, type Report } from '../../core/model/index.ts';
import { choosePacks, type Pack } from '../../core/packs/index.ts';
import { plainParagraph, segment } from '../../core/segment/index.ts';

/** What a fake program starts with. */
export interface FakeProgram {
  readonly packs: readonly Pack[];
  readonly today?: string;
  readonly reports?: readonly ReportSummary[];
  readonly settings?: Partial<Settings>;
  readonly packFaults?: AppInfo['packFaults'];
  /** Methods that give an error instead of an answer. */
  readonly failing?: Partial<Record<MethodName, ApiError>>;
}

type Answers = {
  readonly [Name in MethodName]?: (input: Input<Name>) => Result<Output<Name>>;
};

/** A library entry with everything a test does not speak of filled in. */
export function buildSummary(year: number, change: Partial<ReportSummary> = {}): ReportSummary {
  return {
    id: `report-${year}`,
    year,
    issuers: ['青石镇人民政府'],
    title: `青石镇人民政府${year}年法治政府建设年度报告`,
    status: 'archived',
    base: null,
    originalName: null,
    createdAt: `${year}-12-20T01:00:00.000Z`,
    updatedAt: `${year + 1}-01-19T06:03:00.000Z`,
    characters: 5812,
    progress: null,
    ...change,
  };
}

function decode(content: Input<'import.read'>['content']): string {
  return content.kind !== 'file'
    ? content.text
    : new TextDecoder().decode(Uint8Array.from(atob(content.base64), (c) => c.charCodeAt(0)));
}

/** Reads text, one paragraph a line, with the real segmenter. */
export function readLines(packs: readonly Pack[], text: string, fallbackYear: number) {
  const source = text
    .split(/\r?\n/u)
    .map((line, index) => plainParagraph(index, line))
    .filter((line) => line.text.trim() !== '');
  const { template } = choosePacks(packs, fallbackYear);
  const { report, discarded, notices, decisions } = segment(source, {
    createId: createCountingIds(),
    template,
    fallbackYear,
  });
  return { report, discarded, notices, source, decisions } satisfies ImportReading;
}

function createAnswers(program: FakeProgram): Answers {
  const { packs, today = '2027-01-19' } = program;
  const nextId = createCountingIds('fake');
  let settings: Settings = { ...defaultSettings, ...program.settings };
  let reports = [...(program.reports ?? [])];
  let removed: readonly ReportSummary[] = [];
  const add = (report: Report, change: Partial<ReportSummary>): string => {
    const id = nextId();
    const { year, issuers, title } = report;
    const characters = countCharacters(report);
    reports = [...reports, buildSummary(year, { id, issuers, title, characters, ...change })];
    return id;
  };
  return {
    'app.info': () =>
      ok({
        version: '0.1.0',
        edition: 'browser',
        dataFolder: '/home/clerk/nianbao',
        today,
        packFaults: program.packFaults ?? [],
      }),
    'settings.get': () => ok(settings),
    'settings.set': ({ change }) => {
      settings = { ...settings, ...JSON.parse(JSON.stringify(change)) };
      return ok(settings);
    },
    'packs.forYear': ({ year }) => ok(choosePacks(packs, year)),
    'library.list': () => ok(reports),
    'library.listRemoved': () => ok(removed.toReversed()),
    'library.remove': ({ reportId }) => {
      removed = [...removed, ...reports.filter(({ id }) => id === reportId)];
      reports = reports.filter(({ id }) => id !== reportId);
      return ok(null);
    },
    'library.restore': ({ reportId }) => {
      reports = [...reports, ...removed.filter(({ id }) => id === reportId)];
      removed = removed.filter(({ id }) => id !== reportId);
      return ok(null);
    },
    'import.read': ({ content }) =>
      ok(readLines(packs, decode(content), Number(today.slice(0, 4)) - 1)),
    'import.keep': ({ name, report }) => ok({ reportId: add(report, { originalName: name }) }),
    'report.setStatus': ({ reportId, status }) => {
      reports = reports.map((report) => (report.id === reportId ? { ...report, status } : report));
      return ok(null);
    },
  };
}

/** The API over a program that lives in memory and forgets: for screens without a store. */
export function createFakeCall(program: FakeProgram): Call {
  const answers = createAnswers(program);
  return async (method, input) => {
    const error = program.failing?.[method];
    if (error) return fail(error);
    const answer = answers[method];
    return answer ? answer(input) : fail({ code: 'method/unknown', method });
  };
}

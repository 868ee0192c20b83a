import { basename, extname } from 'node:path';
import { z } from 'zod';
import { type ApiError, fail, type Notice, ok, type Result } from '../../core/api/index.ts';
import { describeCounts } from '../../core/changes/index.ts';
import type { Certificate } from '../../core/conformity/index.ts';
import {
  annexSchema,
  type CopyKind,
  emptyFacts,
  type LayoutProfile,
  officialFactsSchema,
} from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import { toProfile } from '../../core/packs/index.ts';
import { compareReportFiles } from './changes.ts';
import { exportPlanned } from './export.ts';
import type { ExportPlan } from './export-plan.ts';
import { findLayout } from './layouts.ts';
import type { LoadedPacks } from './load-packs.ts';
import { readPackBytes } from './packs/read-folder.ts';
import { publishUnasked } from './public-file.ts';
import { readFileBytes } from './reading/read-file.ts';
import { hashReport } from './self-check.ts';
import { writeWebText } from './web-text.ts';

/** How a report of a file is written, as a script names it. */
export interface FileExport {
  readonly copy: CopyKind;
  /** Id of a layout, or the path of a file that holds one. */
  readonly profile: string;
  /** Path of a JSON file with what stands outside the text; null for none. */
  readonly facts: string | null;
  /** Path of the office's own .docx; null for none. */
  readonly template: string | null;
  /** The mark of secrecy that the file bore outside the report's text; null for none. */
  readonly secrecy: string | null;
}

/** What a .json of `--facts` may hold: the official facts, each optional, and annexes. */
const factsFileSchema = officialFactsSchema
  .unwrap()
  .partial()
  .extend({ annexes: z.array(annexSchema).max(20).readonly().optional() });

async function readJson(path: string): Promise<Result<unknown>> {
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder().decode(bytes.value).replace(/^\uFEFF/u, '')) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = '不是完整的 JSON，可能缺了括号、引号或逗号';
    return fail({ code: 'input/invalid', path: basename(path), reason });
  }
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return '没有这一项';
  // the schema's own words; all others are zod's
  return issue?.code === 'custom' || issue?.code === 'invalid_format' ? issue.message : '写法不对';
}

function nameFactsFault(file: string, issue: z.core.$ZodIssue | undefined): ApiError {
  const named = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  const path = named ? `${file}：${named}` : file;
  return { code: 'input/invalid', path, reason: describeIssue(issue) };
}

async function readFacts(path: string | null) {
  const json = path === null ? ok({}) : await readJson(path);
  if (!json.ok) return json;
  const parsed = factsFileSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  return fail(nameFactsFault(basename(path ?? ''), parsed.error.issues[0]));
}

async function readLayout(path: string): Promise<Result<LayoutProfile>> {
  const name = basename(path);
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const read = readPackBytes(name, bytes.value, {});
  if (!read.ok) return fail({ code: 'pack/refused', name, faults: read.faults });
  return read.pack.kind === 'layout'
    ? ok(toProfile(read.pack))
    : fail({ code: 'layout/not-found', layoutId: name });
}

/** A layout by its id, or from a file that holds one. */
export async function openLayout(
  library: Pick<LoadedPacks, 'packs'>,
  profile: string,
): Promise<Result<LayoutProfile>> {
  const layout = findLayout(library, profile, 'gb2312');
  if (layout) return ok(layout);
  if (extname(profile).toLowerCase() === '.json') return readLayout(profile);
  return fail({ code: 'layout/not-found', layoutId: profile });
}

/** The bytes of an office's own document; `template/refused` where it has no place for the text. */
async function openTemplateFile(path: string | null): Promise<Result<Uint8Array | null>> {
  if (path === null) return ok(null);
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const { inspectTemplate } = await import('../docx/template/index.ts');
  const read = inspectTemplate(bytes.value);
  if (read.ok) return bytes;
  return fail({ code: 'template/refused', name: basename(path), reason: read.error });
}

/** Plans what is written of a report that was read from a file; `export/secret` for a public copy of a secret one. */
export async function planFileExport(
  report: Report,
  { copy, profile, facts: factsPath, template, secrecy }: FileExport,
  library: Pick<LoadedPacks, 'packs'>,
): Promise<Result<ExportPlan>> {
  if (copy === 'public' && secrecy !== null) {
    return fail({ code: 'export/secret', mark: secrecy });
  }
  const layout = await openLayout(library, profile);
  if (!layout.ok) return layout;
  const read = await readFacts(factsPath);
  if (!read.ok) return read;
  const base = await openTemplateFile(template);
  if (!base.ok) return base;
  const { annexes = [], ...told } = read.value;
  const facts = officialFactsSchema.parse({ ...emptyFacts, ...told });
  const content = copy === 'public' ? publishUnasked({ report, annexes, facts }, library) : null;
  if (content && !content.ok) return content;
  const { notices, ...written } = content?.value ?? { report, annexes, facts, notices: [] };
  return ok({
    report: written.report,
    options: {
      copy,
      layout: layout.value,
      facts: written.facts,
      annexes: written.annexes,
      template: base.value,
      mark: hashReport(written.report),
    },
    notices,
  });
}

/** A finished file of any kind that reports are exported as. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly notices: readonly Notice[];
  /** Null for a text. */
  readonly certificate: Certificate | null;
}

/** Writes a planned copy as what the ending of `output` names: a text, a page for the web, else a .docx. */
export async function writePlanned(plan: ExportPlan, output: string): Promise<WrittenFile> {
  const ending = extname(output).toLowerCase();
  if (ending !== '.txt' && ending !== '.html') return exportPlanned(plan);
  const bytes = writeWebText(plan, ending === '.txt' ? 'txt' : 'html');
  return { bytes, notices: plan.notices, certificate: null };
}

/** What changed from one report to another, as a .docx with tracked changes, and how much in words. */
export async function writeComparison(before: Report, after: Report, date: Date) {
  const { bytes, counts } = await compareReportFiles(before, after, date);
  return { bytes, summary: `与原报告相比：${describeCounts(counts)}。` } as const;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCountingIds, type Report } from '../../core/model/index.ts';
import type { TemplatePack } from '../../core/packs/index.ts';
import { plainParagraph, segment } from '../../core/segment/index.ts';
import { type LabelledReport, labelledReportSchema } from './coverage-labels.ts';
import { findSeed } from './seeds.ts';

const folder = join(import.meta.dirname, '../fixtures/coverage');
const seedMark = 'seed:';

/** A report with what a person says it answers. */
export interface Labelled extends LabelledReport {
  readonly name: string;
  readonly isSeed: boolean;
  readonly read: Report;
}

function readReport(path: string, { year }: LabelledReport, template: TemplatePack): Report {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/u);
  const { report } = segment(
    lines.map((text, line) => plainParagraph(line, text)),
    { createId: createCountingIds(), template, fallbackYear: year },
  );
  return { ...report, year };
}

/** The hand-labelled reports; published ones that are not on this computer are named in `absent`. */
export function readLabelledReports(template: TemplatePack): {
  readonly reports: readonly Labelled[];
  readonly absent: readonly string[];
} {
  const reports: Labelled[] = [];
  const absent: string[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const labels = labelledReportSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const isSeed = labels.report.startsWith(seedMark);
    const path = isSeed
      ? findSeed(labels.report.slice(seedMark.length))
      : join(folder, labels.report);
    const name = file.replace(/\.json$/u, '');
    if (path === undefined) absent.push(name);
    else reports.push({ ...labels, name, isSeed, read: readReport(path, labels, template) });
  }
  return { reports, absent };
}

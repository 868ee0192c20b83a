import {
  type ChangeCounts,
  countChanges,
  type LineChange,
  listChanges,
  type ReportChange,
} from '../../../core/changes/index.ts';
import type { LayoutProfile } from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { cleanReport, createPieceWriter } from '../write/index.ts';
import { createTracker } from './track.ts';
import { cutRuns, type Writing, writeTableChange } from './write-table.ts';

/** The name tracked changes carry: no person's. */
const AUTHOR = '年报助手';

/** How changes are written. */
export interface ChangesOptions {
  readonly layout: LayoutProfile;
  /** Local date and time that every change carries, `2026-01-16T12:00:00`. */
  readonly at: string;
}

/** A .docx with tracked changes, and how many there are. */
export interface WrittenChanges {
  readonly bytes: Uint8Array;
  readonly counts: ChangeCounts;
}

const markOfState = {
  kept: 'same',
  changed: 'same',
  inserted: 'added',
  deleted: 'removed',
} as const;

function writeLineChange({ writer, tracker }: Writing, { state, line, runs }: LineChange): string {
  const written = runs.map(({ kind, run }) =>
    tracker.runs(kind, cutRuns(writer.write({ ...line, runs: [run] }))),
  );
  const empty = writer.write({ ...line, runs: [] }).replace(/<\/w:p>$/u, '');
  return tracker.paragraphMark(markOfState[state], `${empty}${written.join('')}</w:p>`);
}

/** Between two tables, which Word would make one: it is in neither state of the report. */
function writeParting({ tracker }: Writing): string {
  return tracker.paragraphMark('both', '<w:p></w:p>');
}

function writeChange(
  writing: Writing,
  change: ReportChange,
  before: ReportChange | undefined,
): string {
  if (change.type === 'line') return writeLineChange(writing, change);
  const parting = before?.type === 'table' ? writeParting(writing) : '';
  return parting + writeTableChange(writing, change);
}

/** The last mark of a document cannot come or go: what does needs a paragraph behind it. */
function needsEnd(last: ReportChange | undefined): boolean {
  return last?.type !== 'line' || last.state === 'inserted' || last.state === 'deleted';
}

/**
 * What changed from one state of a report to another, as a .docx with tracked changes by 年报助手:
 * accepting all gives the later page, refusing all the earlier, also of paragraph marks and rows.
 * Word, WPS and LibreOffice read it. Never fails on a report's text.
 * @source ISO/IEC 29500-1 17.13.5
 */
export async function writeChanges(
  before: Report,
  after: Report,
  { layout, at }: ChangesOptions,
): Promise<WrittenChanges> {
  const later = cleanReport(after).report;
  const changes = listChanges(cleanReport(before).report, later);
  const writer = await createPieceWriter(layout);
  const writing = { writer, tracker: createTracker({ author: AUTHOR, at }) };
  const pieces = changes.map((change, index) => writeChange(writing, change, changes[index - 1]));
  const body = pieces.join('') + (needsEnd(changes.at(-1)) ? '<w:p/>' : '');
  return {
    bytes: writer.pack(`${later.title}（修订稿）`, body),
    counts: countChanges(changes),
  };
}

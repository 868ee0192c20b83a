import type { Notice } from '../../../core/api/index.ts';
import { composeReport, type FaceProfile } from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { writeBody } from './body.ts';
import { cleanReport } from './clean.ts';
import { findShell, packDocx } from './pack.ts';

export { type DocxLayout, describeDocx, type PageSide } from './describe.ts';
export { writeForm } from './form.ts';
export { writeSelfCheck } from './self-check/write-self-check.ts';

/** How to write a report. */
export interface WriteOptions {
  /**
   * Who gets it. Both copies have the same layout so far: title, text, signature and page numbers,
   * as published reports do; neither carries a red head or an imprint.
   */
  readonly copy: 'filing' | 'public';
  readonly faces: FaceProfile;
}

/** A written .docx and what a person should know of it. */
export interface WrittenDocx {
  readonly bytes: Uint8Array;
  readonly notices: readonly Notice[];
}

function listNotices(report: Report, removed: number): readonly Notice[] {
  return [
    ...(removed > 0 ? [{ code: 'export/characters-removed', count: removed } as const] : []),
    ...(report.title.trim() === '' ? [{ code: 'export/title-empty' } as const] : []),
  ];
}

/**
 * Writes a report as a .docx laid out by GB/T 9704: A4, 22 lines of 28 characters, real headings.
 * The same report and options give the same bytes. Never fails on a report's text: characters
 * that XML cannot hold are left out and counted in `export/characters-removed`; a report without
 * a title is written without one, with `export/title-empty`.
 * @source GB/T 9704-2012 5, 7; format.md
 */
export async function writeDocx(dirty: Report, options: WriteOptions): Promise<WrittenDocx> {
  const { report, removed } = cleanReport(dirty);
  const shell = await findShell(options.faces);
  const document = shell.beforeBody + writeBody(composeReport(report)) + shell.afterBody;
  return {
    bytes: packDocx(shell, { title: report.title, document }),
    notices: listNotices(report, removed),
  };
}

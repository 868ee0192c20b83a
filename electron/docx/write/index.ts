import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Notice } from '../../../core/api/index.ts';
import { composeReport, type FaceProfile } from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { writeBody } from './body.ts';
import { cleanReport } from './clean.ts';
import { buildShell, type Shell } from './shell.ts';
import { escapeXml } from './xml.ts';

export { type DocxLayout, describeDocx, type PageSide } from './describe.ts';

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

/** Stands first: what tells a .docx from another zip by its beginning looks for it there. */
const CONTENT_TYPES = '[Content_Types].xml';

/** Entries carry the earliest date a zip can: two exports of one report are the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

const shells = new Map<FaceProfile, Promise<Shell>>();

/** The shell of a profile, built once: it does not depend on the report. */
function findShell(profile: FaceProfile): Promise<Shell> {
  const known = shells.get(profile);
  if (known) return known;
  const built = buildShell(profile);
  shells.set(profile, built);
  return built;
}

/** Title and language; neither author nor dates, so that nothing personal leaves the PC. */
function writeCoreProperties(title: string): string {
  const subject = escapeXml(title.replaceAll('\n', ''));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${subject}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
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
  const { parts, beforeBody, afterBody } = await findShell(options.faces);
  const document = beforeBody + writeBody(composeReport(report)) + afterBody;
  const { [CONTENT_TYPES]: types = new Uint8Array(), ...others } = parts;
  const files: Zippable = {
    [CONTENT_TYPES]: types,
    ...others,
    'docProps/core.xml': strToU8(writeCoreProperties(report.title)),
    'word/document.xml': strToU8(document),
  };
  return {
    bytes: zipSync(files, { level: 6, mtime: ZIP_DATE }),
    notices: listNotices(report, removed),
  };
}

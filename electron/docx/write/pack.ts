import { strToU8, type Zippable, zipSync } from 'fflate';
import type { FaceProfile } from '../../../core/layout/index.ts';
import { buildShell, type Shell } from './shell.ts';
import { escapeXml } from './xml.ts';

/** Stands first: what tells a .docx from another zip by its beginning looks for it there. */
const CONTENT_TYPES = '[Content_Types].xml';

/** Entries carry the earliest date a zip can: two exports of one report are the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

const shells = new Map<FaceProfile, Promise<Shell>>();

/** The shell of a profile, built once: it does not depend on what is written. */
export function findShell(profile: FaceProfile): Promise<Shell> {
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

/** The finished package: a shell's parts with the text of document.xml and a title. */
export function packDocx(
  { parts }: Pick<Shell, 'parts'>,
  { title, document }: { readonly title: string; readonly document: string },
): Uint8Array {
  const { [CONTENT_TYPES]: types = new Uint8Array(), ...others } = parts;
  const files: Zippable = {
    [CONTENT_TYPES]: types,
    ...others,
    'docProps/core.xml': strToU8(writeCoreProperties(title)),
    'word/document.xml': strToU8(document),
  };
  return zipSync(files, { level: 6, mtime: ZIP_DATE });
}

import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  type FaceProfile,
  type LayoutProfile,
  standardLayout,
} from '../../../core/layout/index.ts';
import { joinZips } from './join-zips.ts';
import { buildShell, type Shell } from './shell.ts';
import { createWriting } from './writing.ts';
import { escapeXml } from './xml.ts';

/** Entries carry the earliest date a zip can: two exports of one report are the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/** So many layouts are remembered: an office has two or three. */
const MOST_SHELLS = 8;

const shells = new Map<string, Shell>();

/** The shell of a layout, built once: it does not depend on what is written. */
export async function findLayoutShell(layout: LayoutProfile): Promise<Shell> {
  const { id: _id, title: _title, form: _form, signature: _signature, ...lengthsAndFaces } = layout;
  const key = JSON.stringify(lengthsAndFaces);
  const known = shells.get(key);
  if (known) return known;
  const built = await buildShell(createWriting(layout));
  const [oldest] = shells.keys();
  if (shells.size >= MOST_SHELLS && oldest !== undefined) shells.delete(oldest);
  shells.set(key, built);
  return built;
}

/** The shell of the standard's page in the faces of a kind of PC. */
export function findShell(profile: FaceProfile): Promise<Shell> {
  return findLayoutShell(standardLayout('plain', profile));
}

/** What a package says of itself. */
export interface PackedText {
  readonly title: string;
  /** The text of document.xml. */
  readonly document: string;
  /** Content mark of the draft; absent or null for none. */
  readonly mark?: string | null;
}

/** Title, language and content mark; neither author nor dates, so that nothing personal leaves the PC. */
function writeCoreProperties({ title, mark = null }: PackedText): string {
  const words = escapeXml(title.replaceAll('\n', ''));
  const identifier = mark === null ? '' : `<dc:identifier>${escapeXml(mark)}</dc:identifier>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${identifier}<dc:title>${words}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

const zip = (files: Zippable) => zipSync(files, { level: 6, mtime: ZIP_DATE });

/** Parts that were zipped before: a shell is written with every document. */
const zippedParts = new WeakMap<Shell['parts'], Uint8Array>();

function zipParts(parts: Shell['parts']): Uint8Array {
  const known = zippedParts.get(parts);
  if (known) return known;
  const zipped = zip({ ...parts });
  zippedParts.set(parts, zipped);
  return zipped;
}

/**
 * The finished package: a shell's parts, which hold neither, with the text of document.xml and the core
 * properties. Its list of types stands first: what tells a .docx from another zip by its beginning looks for it there.
 */
export function packDocx({ parts }: Pick<Shell, 'parts'>, text: PackedText): Uint8Array {
  const own = zip({
    'docProps/core.xml': strToU8(writeCoreProperties(text)),
    'word/document.xml': strToU8(text.document),
  });
  return joinZips(zipParts(parts), own);
}

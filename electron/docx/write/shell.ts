import type { Document } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { completeFooter, createFooters, type Docx } from './footer.ts';
import { type Parts, prunePackage } from './prune.ts';
import { writeStyles } from './styles.ts';
import type { Writing } from './writing.ts';
import { XML_DECLARATION as DECLARATION, emptyElement, WORD_NAMESPACE as word } from './xml.ts';

/** A package without text: its parts by path, and what goes before and after the text. */
export interface Shell {
  readonly parts: Parts;
  readonly beforeBody: string;
  /** Section properties and the closing tags. */
  readonly afterBody: string;
}

/** By which other programs and we ourselves know a file of ours; nothing personal. */
export const APPLICATION = '年报助手';

const properties = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const HEADER_DISTANCE = 851;
const DOCUMENT_PART = 'word/document.xml';
const CORE_PART = 'docProps/core.xml';

/** Faces that stand in on a PC that lacks the one named. */
const substitutes: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

/** The margins, grid and footers of every page. @source GB/T 9704-2012 5.2, 7.5 */
function createDocument(docx: Docx, writing: Writing): Document {
  const { width, height, top, bottom, left, right, footer, linePitch } = writing.metrics;
  const margin = { top, bottom, left, right, header: HEADER_DISTANCE, footer, gutter: 0 };
  const footers = createFooters(docx, writing);
  return new docx.Document({
    evenAndOddHeaderAndFooters: footers.even !== undefined,
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin },
          grid: { type: docx.DocumentGridType.LINES, linePitch },
        },
        footers,
        children: [],
      },
    ],
  });
}

function writeFontTable({ layout }: Writing): string {
  const faces = Object.values<string | null>({ ...layout.faces }).filter((face) => face !== null);
  const fonts = [...new Set(faces)].map((face) => {
    const other = substitutes[face];
    const name = other ? emptyElement('w:altName', { 'w:val': other }) : '';
    const charset = emptyElement('w:charset', {
      'w:val': face === layout.faces.digits && !/\p{Script=Han}/u.test(face) ? '00' : '86',
    });
    return `${emptyElement('w:font', { 'w:name': face }).replace('/>', '>')}${name}${charset}</w:font>`;
  });
  return `${DECLARATION}<w:fonts xmlns:w="${word}">${fonts.join('')}</w:fonts>`;
}

/** No squeezing of punctuation: each mark fills its cell, as the 28 of a line assume. */
function completeSettings(settings: string): string {
  return settings
    .replace('<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>')
    .replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
}

function changePart(parts: Parts, path: string, change: (text: string) => string): Parts {
  const part = parts[path];
  if (!part) throw new Error(`docx wrote no ${path}`);
  return { ...parts, [path]: strToU8(change(strFromU8(part))) };
}

/** What the library cannot say, in its parts. Throws when it no longer writes one of them. */
function completeParts(parts: Parts, writing: Writing): Parts {
  const written = {
    'docProps/app.xml': `${DECLARATION}<Properties xmlns="${properties}"><Application>${APPLICATION}</Application></Properties>`,
    'word/styles.xml': writeStyles(writing),
    'word/fontTable.xml': writeFontTable(writing),
  };
  const feet = Object.keys(parts).filter((path) => /^word\/footer\d+\.xml$/u.test(path));
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ...Object.entries(written).map(([path, text]) => [path, () => text] as const),
    ['word/settings.xml', completeSettings],
    ...feet.map((path) => [path, completeFooter] as const),
  ];
  return changes.reduce((done, [path, change]) => changePart(done, path, change), parts);
}

function splitDocument(document: string): readonly [string, string] {
  const match = /^(.*<w:body>).*(<w:sectPr.*)$/su.exec(document);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Error(`docx wrote no section into ${DOCUMENT_PART}`);
  }
  return [match[1], match[2]];
}

/**
 * The package of a layout as the library writes it, without its theme, whose Latin faces WPS reports as
 * missing, and without what nothing refers to; styles, faces and properties are ours.
 */
export async function buildShell(writing: Writing): Promise<Shell> {
  // loaded at the first export: what exports nothing does not wait for it
  const docx = await import('docx');
  const packed = await docx.Packer.pack(createDocument(docx, writing), 'uint8array');
  const pruned = prunePackage(unzipSync(packed));
  const { [DOCUMENT_PART]: document = new Uint8Array(), [CORE_PART]: _core, ...parts } = pruned;
  const [beforeBody, afterBody] = splitDocument(strFromU8(document));
  return { parts: completeParts(parts, writing), beforeBody, afterBody };
}

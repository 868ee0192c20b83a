import { strFromU8, strToU8, unzipSync } from 'fflate';
import {
  type FaceProfile,
  type Faces,
  faceProfiles,
  LINE_PITCH,
  pageNumber,
  pageTwip,
} from '../../../core/layout/index.ts';
import { FOOTER_STYLE } from './style-names.ts';
import { writeStyles } from './styles.ts';
import { emptyElement } from './xml.ts';

/** A package without text: its parts by path, and what goes before and after the text. */
export interface Shell {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly beforeBody: string;
  /** Section properties and the closing tags. */
  readonly afterBody: string;
}

type Docx = typeof import('docx');

const DOCUMENT_PART = 'word/document.xml';

/** Faces that stand in on a PC that lacks the one named. */
const substitutes: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

/** 一字线 and number, on the side away from the binding. @source GB/T 9704-2012 7.5 */
function createFooter(docx: Docx, side: 'left' | 'right') {
  const { Footer, PageNumber, Paragraph, TextRun } = docx;
  const texts = [pageNumber.before, PageNumber.CURRENT, pageNumber.after];
  const paragraph = new Paragraph({
    style: FOOTER_STYLE,
    alignment: side,
    indent: { [side]: pageNumber.outerIndent },
    children: texts.map((text) => new TextRun({ children: [text] })),
  });
  return new Footer({ children: [paragraph] });
}

/** The margins, grid and footers of every page. @source GB/T 9704-2012 5.2, 7.5 */
function createDocument(docx: Docx) {
  const { Document, DocumentGridType } = docx;
  const { width, height, top, bottom, left, right } = pageTwip;
  const margin = { top, bottom, left, right, header: 851, footer: pageNumber.footerDistance };
  return new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: { width, height }, margin },
          grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH },
        },
        footers: {
          default: createFooter(docx, 'right'),
          even: createFooter(docx, 'left'),
        },
        children: [],
      },
    ],
  });
}

/** The theme with our faces: WPS reports Calibri and 等线 as missing fonts otherwise. */
function replaceThemeFaces(theme: string, faces: Faces): string {
  return theme
    .replaceAll(/<a:(latin|ea) typeface="[^"]*"[^>]*\/>/gu, `<a:$1 typeface="${faces.text}"/>`)
    .replaceAll(/<a:font script="[^"]*" typeface="[^"]*"\/>/gu, '');
}

function writeFontTable(fontTable: string, faces: Faces): string {
  const fonts = [...new Set(Object.values<string>({ ...faces }))].map((face) => {
    const other = substitutes[face];
    const name = other ? emptyElement('w:altName', { 'w:val': other }) : '';
    return `<w:font w:name="${face}">${name}<w:charset w:val="86"/></w:font>`;
  });
  return fontTable.replace(/\/>$/u, `>${fonts.join('')}</w:fonts>`);
}

/** No squeezing of punctuation: each mark fills its cell, as the 28 of a line assume. */
function completeSettings(settings: string): string {
  return settings
    .replace('<w:compat>', '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>')
    .replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
}

/** Puts `change` of a part in its place. Throws when docx no longer writes that part. */
function changePart(
  parts: Readonly<Record<string, Uint8Array>>,
  path: string,
  change: (text: string) => string,
): Readonly<Record<string, Uint8Array>> {
  const part = parts[path];
  if (!part) throw new Error(`docx wrote no ${path}`);
  return { ...parts, [path]: strToU8(change(strFromU8(part))) };
}

/** Has the library write an empty package of our page, and mends what it cannot say. */
export async function buildShell(profile: FaceProfile): Promise<Shell> {
  // Loaded at the first export: a command that exports nothing does not wait for it.
  const docx = await import('docx');
  const faces = faceProfiles[profile];
  const styles = { path: 'word/styles.xml', data: writeStyles(faces) };
  const packed = await docx.Packer.pack(createDocument(docx), 'uint8array', undefined, [styles]);
  const written = unzipSync(packed);
  const [beforeBody, afterBody] = splitDocument(strFromU8(written[DOCUMENT_PART] ?? strToU8('')));
  const themed = changePart(written, 'word/theme/theme1.xml', (t) => replaceThemeFaces(t, faces));
  const named = changePart(themed, 'word/fontTable.xml', (t) => writeFontTable(t, faces));
  const parts = changePart(named, 'word/settings.xml', completeSettings);
  return { parts, beforeBody, afterBody };
}

function splitDocument(document: string): readonly [string, string] {
  const match = /^(.*<w:body>).*(<w:sectPr.*)$/su.exec(document);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Error(`docx wrote no section into ${DOCUMENT_PART}`);
  }
  return [match[1], match[2]];
}

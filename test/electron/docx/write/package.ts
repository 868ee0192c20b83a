import { strFromU8, unzipSync } from 'fflate';
import type { Report } from '../../../../core/model/index.ts';
import { plainWriting, writeDocx } from '../../../../electron/docx/write/index.ts';

/** Writes a report with the usual options; gives the bytes. */
export async function write(report: Report): Promise<Uint8Array> {
  return (await writeDocx(report, plainWriting)).bytes;
}

/** A part of a package as text. */
export function readPart(docx: Uint8Array, path: string): string {
  const part = unzipSync(docx)[path];
  if (!part) throw new Error(`no ${path} in the package`);
  return strFromU8(part);
}

/** Paragraphs of document.xml: style and text. */
export function listParagraphs(docx: Uint8Array): readonly (readonly [string, string])[] {
  const paragraphs = readPart(docx, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gsu);
  return [...paragraphs].map(([xml]) => {
    const style = /<w:pStyle w:val="([^"]*)"/u.exec(xml)?.[1] ?? 'Normal';
    const texts = [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text);
    return [style, unescapeXml(texts.join(''))];
  });
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

import { strFromU8, unzipSync } from 'fflate';
import { type Mm, type Twip, twip, twipToMm } from '../../../core/layout/index.ts';

/** Layout of a .docx as its own XML states it. */
export interface DocxLayout {
  readonly paperMm: { readonly width: Mm; readonly height: Mm };
  readonly marginsMm: {
    readonly top: Mm;
    readonly bottom: Mm;
    readonly left: Mm;
    readonly right: Mm;
  };
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  /** Faces of title, text, and headings of levels 1 and 2. */
  readonly faces: {
    readonly title: string;
    readonly text: string;
    readonly part: string;
    readonly section: string;
  };
  /** Side of the page number; null where a page carries none. */
  readonly pageNumber: { readonly odd: PageSide | null; readonly even: PageSide | null };
}

export type PageSide = 'left' | 'center' | 'right';

type Parts = Readonly<Record<string, Uint8Array>>;

function readText(parts: Parts, path: string): string {
  return strFromU8(parts[path] ?? new Uint8Array());
}

/** The first element of that name, as far as the end of its opening tag. */
function findTag(xml: string, name: string): string {
  return new RegExp(`<${name} [^>]*>`, 'u').exec(xml)?.[0] ?? '';
}

function readAttribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function readLength(tag: string, name: string): Twip {
  return twip(Number(readAttribute(tag, name)));
}

function findStyle(styles: string, id: string): string {
  const begin = styles.indexOf(`w:styleId="${id}"`);
  return begin < 0 ? '' : styles.slice(begin, styles.indexOf('</w:style>', begin));
}

function readFace(style: string): string {
  return readAttribute(findTag(style, 'w:rFonts'), 'w:eastAsia');
}

/** Side on which the footer of a kind of page has its PAGE field. */
function readPageSide(parts: Parts, kind: 'default' | 'even'): PageSide | null {
  const document = readText(parts, 'word/document.xml');
  const references = document.match(/<w:footerReference [^>]*>/gu) ?? [];
  const reference = references.find((tag) => readAttribute(tag, 'w:type') === kind) ?? '';
  const relations = readText(parts, 'word/_rels/document.xml.rels');
  const id = readAttribute(reference, 'r:id');
  const relation = relations
    .match(/<Relationship [^>]*>/gu)
    ?.find((tag) => readAttribute(tag, 'Id') === id);
  const footer = relation ? readText(parts, `word/${readAttribute(relation, 'Target')}`) : '';
  if (!/<w:instrText[^>]*>\s*PAGE\b/u.test(footer)) return null;
  const side = readAttribute(findTag(footer, 'w:jc'), 'w:val');
  return side === 'center' || side === 'right' ? side : 'left';
}

/**
 * Reads back the layout of a .docx that {@link writeDocx} wrote: what the file says, not what was
 * meant. Throws on bytes that are no zip.
 */
export function describeDocx(bytes: Uint8Array): DocxLayout {
  const parts = unzipSync(bytes);
  const document = readText(parts, 'word/document.xml');
  const styles = readText(parts, 'word/styles.xml');
  const normal = findStyle(styles, 'Normal');
  const size = findTag(document, 'w:pgSz');
  const margin = findTag(document, 'w:pgMar');
  const [width, height] = [readLength(size, 'w:w'), readLength(size, 'w:h')];
  const side = (name: string) => readLength(margin, `w:${name}`);
  const [top, bottom, left, right] = [side('top'), side('bottom'), side('left'), side('right')];
  const pitch = readLength(findTag(document, 'w:docGrid'), 'w:linePitch');
  const spacing = /<w:rPr>.*<w:spacing w:val="(-?\d+)"/su.exec(normal)?.[1] ?? '0';
  const cell = readLength(findTag(normal, 'w:sz'), 'w:val') * 10 + Number(spacing);
  return {
    paperMm: { width: twipToMm(width), height: twipToMm(height) },
    marginsMm: {
      top: twipToMm(top),
      bottom: twipToMm(bottom),
      left: twipToMm(left),
      right: twipToMm(right),
    },
    linesPerPage: Math.floor((height - top - bottom) / pitch),
    charactersPerLine: Math.floor((width - left - right) / cell),
    faces: {
      title: readFace(findStyle(styles, 'Title')),
      text: readFace(normal),
      part: readFace(findStyle(styles, 'Heading1')),
      section: readFace(findStyle(styles, 'Heading2')),
    },
    pageNumber: { odd: readPageSide(parts, 'default'), even: readPageSide(parts, 'even') },
  };
}

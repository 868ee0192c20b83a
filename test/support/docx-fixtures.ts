import { strToU8, type Zippable, zipSync } from 'fflate';

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespaces = [
  `xmlns:r="${relationships}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** The pieces of a Word package as XML; absent parts are not in the package. */
export interface DocxPieces {
  /** Children of `w:body`. */
  readonly body: string;
  /** Children of `w:styles`. */
  readonly styles?: string;
  /** Children of `w:numbering`. */
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly contentType?: string;
  /** ISO 29500 strict namespaces. */
  readonly strict?: boolean;
  /** Bytes of further or replaced parts. */
  readonly parts?: Zippable;
  /** Entry names to leave out. */
  readonly without?: readonly string[];
}

/** Escapes words for XML. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `w:r` with words and, if given, its properties. */
export function run(text: string, properties = ''): string {
  const rPr = properties ? `<w:rPr>${properties}</w:rPr>` : '';
  return `<w:r>${rPr}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

/** `w:p` around ready XML, with its properties if given. */
export function paragraph(content: string, properties = ''): string {
  const pPr = properties ? `<w:pPr>${properties}</w:pPr>` : '';
  return `<w:p>${pPr}${content}</w:p>`;
}

/** A paragraph of plain words. */
export function words(text: string, properties = ''): string {
  return paragraph(run(text), properties);
}

/** A paragraph that belongs to a list. */
export function listed(text: string, numId: number, depth = 0): string {
  return words(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

/** `w:lvl`. `more` goes after the format, before the pattern. */
export function level(index: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/><w:lvlJc w:val="left"/></w:lvl>`;
}

/** `w:abstractNum` of ready levels. */
export function family(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
}

/** `w:num`. */
export function list(id: number, familyId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${familyId}"/>${overrides}</w:num>`;
}

/** A table of rows of ready cell contents. */
export function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl>${lines.join('')}</w:tbl>`;
}

function part(root: string, content: string, isStrict: boolean): string {
  const main = isStrict ? strict : transitional;
  return `${declaration}<w:${root} xmlns:w="${main}" ${namespaces}>${content}</w:${root}>`;
}

function contentTypes(main: string): string {
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/>${['styles', 'numbering', 'footnotes', 'endnotes'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`).join('')}</Types>`;
}

function relationshipsPart(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The text of every part, by its entry name. */
function partTexts(pieces: DocxPieces): Readonly<Record<string, string>> {
  const isStrict = pieces.strict ?? false;
  const optional = {
    styles: ['styles', pieces.styles],
    numbering: ['numbering', pieces.numbering],
    footnotes: ['footnotes', pieces.footnotes],
    endnotes: ['endnotes', pieces.endnotes],
    header: ['hdr', pieces.header],
  } as const;
  const present = Object.entries(optional).flatMap(([name, [root, content]]) =>
    content === undefined ? [] : [{ name, text: part(root, content, isStrict) }],
  );
  return {
    '[Content_Types].xml': contentTypes(pieces.contentType ?? documentType),
    '_rels/.rels': relationshipsPart([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationshipsPart(
      present.map(({ name }) => [name, `${name}.xml`] as const),
    ),
    'word/document.xml': part('document', `<w:body>${pieces.body}</w:body>`, isStrict),
    ...Object.fromEntries(present.map(({ name, text }) => [`word/${name}.xml`, text])),
  };
}

/** Builds a foreign Word package. */
export function buildDocx(pieces: DocxPieces): Uint8Array {
  const texts = Object.entries(partTexts(pieces)).map(([name, text]) => [name, strToU8(text)]);
  const entries: Zippable = { ...Object.fromEntries(texts), ...pieces.parts };
  for (const name of pieces.without ?? []) delete entries[name];
  return zipSync(entries, { level: 6, mtime: new Date(2020, 0, 1) });
}

/** The document part alone, for tests that encode it in another way. */
export function documentPart(body: string): string {
  return part('document', `<w:body>${body}</w:body>`, false);
}

/** An OLE compound file with empty streams of these names at its top: one sector each of table and directory. */
export function buildOle(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1a, 3, true);
  view.setUint16(0x1c, 0xfffe, true);
  view.setUint16(0x1e, 9, true);
  view.setUint16(0x20, 6, true);
  view.setUint32(0x2c, 1, true);
  view.setUint32(0x30, 1, true);
  view.setUint32(0x38, 4096, true);
  view.setUint32(0x3c, 0xfffffffe, true);
  view.setUint32(0x44, 0xfffffffe, true);
  bytes.fill(0xff, 0x4c, 512);
  view.setUint32(0x4c, 0, true);
  bytes.fill(0xff, 512, 1024);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    writeOleEntry(view, 1024 + index * 128, name, index, names.length);
  }
  return bytes;
}

function writeOleEntry(
  view: DataView,
  at: number,
  name: string,
  index: number,
  streams: number,
): void {
  for (const [place, letter] of name.split('').entries()) {
    view.setUint16(at + place * 2, letter.charCodeAt(0), true);
  }
  view.setUint16(at + 0x40, (name.length + 1) * 2, true);
  view.setUint8(at + 0x42, index === 0 ? 5 : 2);
  const none = 0xffffffff;
  view.setUint32(at + 0x44, none, true);
  view.setUint32(at + 0x48, index > 0 && index < streams ? index + 1 : none, true);
  view.setUint32(at + 0x4c, index === 0 && streams > 0 ? 1 : none, true);
  view.setUint32(at + 0x74, 0xfffffffe, true);
}

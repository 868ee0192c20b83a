import { strToU8 } from 'fflate';
import { type Footer, listFooters, writeFooter } from './footer.ts';
import { writeStyles } from './styles.ts';
import type { Writing } from './writing.ts';
import { XML_DECLARATION as DECLARATION, emptyElement, WORD_NAMESPACE as word } from './xml.ts';

/** A package without text: its parts by path, and what goes before and after the text. */
export interface Shell {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly beforeBody: string;
  /** Section properties and the closing tags. */
  readonly afterBody: string;
}

/** By which other programs and we ourselves know a file of ours; nothing personal. */
export const APPLICATION = '年报助手';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSchema = 'http://schemas.openxmlformats.org/package/2006';
const properties = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEADER_DISTANCE = 851;

/** Faces that stand in on a PC that lacks the one named. */
const substitutes: Readonly<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
};

/** The margins, grid and footers of every page. @source GB/T 9704-2012 5.2, 7.5 */
function writeSection(footers: readonly Footer[], { metrics }: Writing): string {
  const { width, height, top, bottom, left, right, footer, linePitch } = metrics;
  return [
    '<w:sectPr>',
    ...footers.map(({ id, pages }) =>
      emptyElement('w:footerReference', { 'w:type': pages, 'r:id': id }),
    ),
    emptyElement('w:pgSz', { 'w:w': width, 'w:h': height }),
    emptyElement('w:pgMar', {
      'w:top': top,
      'w:right': right,
      'w:bottom': bottom,
      'w:left': left,
      'w:header': HEADER_DISTANCE,
      'w:footer': footer,
      'w:gutter': 0,
    }),
    emptyElement('w:docGrid', { 'w:type': 'lines', 'w:linePitch': linePitch }),
    '</w:sectPr></w:body></w:document>',
  ].join('');
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
function writeSettings(footers: readonly Footer[]): string {
  const compatibility = emptyElement('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  });
  return [
    `${DECLARATION}<w:settings xmlns:w="${word}">`,
    emptyElement('w:defaultTabStop', { 'w:val': 720 }),
    footers.length > 1 ? emptyElement('w:evenAndOddHeaders') : '',
    emptyElement('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    `<w:compat>${compatibility}</w:compat>`,
    emptyElement('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    '</w:settings>',
  ].join('');
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function writeRelations(relations: readonly Relation[]): string {
  const written = relations.map(({ id, type, target }) =>
    emptyElement('Relationship', { Id: id, Type: type, Target: target }),
  );
  return `${DECLARATION}<Relationships xmlns="${packageSchema}/relationships">${written.join('')}</Relationships>`;
}

const packageRelations: readonly Relation[] = [
  { id: 'rId1', type: `${relationships}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'rId2',
    type: `${packageSchema}/relationships/metadata/core-properties`,
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: `${relationships}/extended-properties`, target: 'docProps/app.xml' },
];

function listDocumentRelations(footers: readonly Footer[]): readonly Relation[] {
  return [
    { id: 'rId1', type: `${relationships}/styles`, target: 'styles.xml' },
    { id: 'rId2', type: `${relationships}/settings`, target: 'settings.xml' },
    { id: 'rId3', type: `${relationships}/fontTable`, target: 'fontTable.xml' },
    ...footers.map(({ id, path }) => ({ id, type: `${relationships}/footer`, target: path })),
  ];
}

function writeContentTypes(footers: readonly Footer[]): string {
  const types = [
    ['/word/document.xml', `${mainType}.document.main+xml`],
    ['/word/styles.xml', `${mainType}.styles+xml`],
    ['/word/settings.xml', `${mainType}.settings+xml`],
    ['/word/fontTable.xml', `${mainType}.fontTable+xml`],
    ...footers.map(({ path }) => [`/word/${path}`, `${mainType}.footer+xml`] as const),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ] as const;
  return [
    `${DECLARATION}<Types xmlns="${packageSchema}/content-types">`,
    emptyElement('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    emptyElement('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...types.map(([path, type]) => emptyElement('Override', { PartName: path, ContentType: type })),
    '</Types>',
  ].join('');
}

/**
 * The package of a layout: no theme, whose Latin faces WPS reports as missing; no numbering, notes or
 * custom properties, which nothing refers to.
 */
export function buildShell(writing: Writing): Shell {
  const footers = listFooters(writing);
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': writeContentTypes(footers),
    '_rels/.rels': writeRelations(packageRelations),
    'docProps/app.xml': `${DECLARATION}<Properties xmlns="${properties}"><Application>${APPLICATION}</Application></Properties>`,
    'word/_rels/document.xml.rels': writeRelations(listDocumentRelations(footers)),
    'word/styles.xml': writeStyles(writing),
    'word/settings.xml': writeSettings(footers),
    'word/fontTable.xml': writeFontTable(writing),
    ...Object.fromEntries(
      footers.map((footer) => [`word/${footer.path}`, writeFooter(footer, writing)]),
    ),
  };
  const parts = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, strToU8(text)] as const),
  );
  return {
    parts,
    beforeBody: `${DECLARATION}<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>`,
    afterBody: writeSection(footers, writing),
  };
}

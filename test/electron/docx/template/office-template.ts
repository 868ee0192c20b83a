import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(' ');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeLink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLink = 'http://schemas.openxmlformats.org/package/2006/relationships';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What a document of an office is made of; each has a usual value. */
export interface OfficePieces {
  /** Children of the body before its section properties. */
  readonly body?: string;
  /** Children of w:styles behind the usual ones. */
  readonly styles?: string;
  readonly header?: string;
  readonly settings?: string;
  readonly links?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

/** A paragraph of ready runs. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

/** A run of words. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const big =
  '<w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="FF0000"/><w:spacing w:val="40"/><w:sz w:val="72"/>';

/** A text box as Word writes it: once for itself, once for old programs. */
export function textBox(content: string): string {
  const inner = `<w:txbxContent>${content}</w:txbxContent>`;
  const drawing = `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="5616000" cy="1800000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="红头"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="1800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = `<w:pict><v:shape id="box1" style="position:absolute;margin-left:0;margin-top:0;width:442pt;height:142pt"><v:textbox>${inner}</v:textbox></v:shape></w:pict>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A red head in a text box, with the marks split into runs as Word splits them. */
export const redHead = paragraph(
  textBox(
    paragraph(run('青石镇人民政府文件', big), '<w:jc w:val="center"/>') +
      paragraph(
        run('{', '<w:sz w:val="32"/>') +
          '<w:proofErr w:type="spellStart"/>' +
          run('{发文', '<w:sz w:val="32"/>') +
          '<w:proofErr w:type="spellEnd"/>' +
          run('字号}}', '<w:sz w:val="32"/>'),
        '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="4" w:color="FF0000"/></w:pBdr><w:jc w:val="center"/>',
      ),
  ),
);

const textLook =
  '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>';
const pitch = '<w:spacing w:line="579" w:lineRule="exact"/>';

/** An imprint in a table. */
export const imprint = `<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/><w:gridCol w:w="3844"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>${paragraph(run('抄送：{{抄送}}', '<w:sz w:val="28"/>'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>${paragraph(run('{{印发机关}}', '<w:sz w:val="28"/>'))}</w:tc><w:tc><w:tcPr><w:tcW w:w="3844" w:type="dxa"/></w:tcPr>${paragraph(run('{{印发日期}}', '<w:sz w:val="28"/>'), '<w:jc w:val="right"/>')}</w:tc></w:tr></w:tbl>`;

/** The mark of the text as a clerk types it: 仿宋, 3号, an exact pitch. */
export const bodyMark = paragraph(run('{{正文}}', textLook), pitch);

/** Everything an official document of an office has. */
export const officialBody =
  redHead +
  paragraph(
    run('{{标题}}', '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'),
    '<w:spacing w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
  ) +
  paragraph('') +
  paragraph(run('{{主送机关}}', textLook), pitch) +
  bodyMark +
  paragraph('') +
  paragraph(
    run('{{落款}}', textLook),
    `${pitch}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
  ) +
  paragraph(
    run('{{成文日期}}', textLook),
    `${pitch}<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
  ) +
  imprint;

const usualStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="24"/></w:rPr></w:style><w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`;

/** `heading 1` of an office: 黑体 under an id of its own. */
export const ownHeading =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr></w:style>';

const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>';

const link = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${officeLink}/${type}" Target="${target}"${mode}/>`;

/** A link to something outside, for `links`. */
export const outsideLink = (id: string, type: string, target: string): string =>
  link(id, type, target, ' TargetMode="External"');

function listParts(pieces: OfficePieces): Readonly<Record<string, string>> {
  const { body = officialBody, styles = ownHeading, settings = '', links = '' } = pieces;
  const { header = paragraph(run('')), contentType = 'document' } = pieces;
  const type = (part: string, name: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="${mainType}.${name}+xml"/>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('document', `${contentType}.main`)}${type('styles', 'styles')}${type('settings', 'settings')}${type('header1', 'header')}${type('footer1', 'footer')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageLink}">${link('rId1', 'officeDocument', 'word/document.xml')}<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>${link('rId3', 'extended-properties', 'docProps/app.xml')}${link('rId4', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>赵某某</dc:creator><cp:lastModifiedBy>钱某某</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-05T01:00:00Z</dcterms:created></cp:coreProperties>`,
    'docProps/app.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>赵某某.dotx</Template><Manager>孙某某</Manager><Company>云岭县某单位</Company><Application>WPS Office</Application></Properties>`,
    'docProps/custom.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV"><vt:lpwstr>李某某</vt:lpwstr></property></Properties>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packageLink}">${link('rId1', 'styles', 'styles.xml')}${link('rId2', 'settings', 'settings.xml')}${link('rId3', 'header', 'header1.xml')}${link('rId4', 'footer', 'footer1.xml')}${links}</Relationships>`,
    'word/document.xml': `${head}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': `${head}<w:styles ${namespaces}>${usualStyles}${styles}</w:styles>`,
    'word/settings.xml': `${head}<w:settings ${namespaces}>${settings}</w:settings>`,
    'word/header1.xml': `${head}<w:hdr ${namespaces}>${header}</w:hdr>`,
    'word/footer1.xml': `${head}<w:ftr ${namespaces}>${paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:jc w:val="center"/>')}</w:ftr>`,
    ...pieces.parts,
  };
}

/** An office's .docx, as Word and WPS write one. */
export function buildOfficeDocx(pieces: OfficePieces = {}): Uint8Array {
  const parts = Object.entries(listParts(pieces)).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(parts));
}

/** Every part of a package as text. */
export function readParts(docx: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.entries(unzipSync(docx)).map(([name, part]) => [name, strFromU8(part)]);
  return Object.fromEntries(parts);
}

/** The words of a document's paragraphs in their order, each paragraph on a line. */
export function readWords(docx: Uint8Array, part = 'word/document.xml'): string {
  const xml = (readParts(docx)[part] ?? '').replaceAll(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '');
  return xml
    .replaceAll(/<w:br\/>|<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/\n+/gu, '\n')
    .trim();
}

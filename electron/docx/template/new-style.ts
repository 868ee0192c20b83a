import type { LayoutProfile } from '../../../core/layout/index.ts';
import { emptyElement, escapeXml } from '../write/xml.ts';
import {
  changeProperties,
  type Properties,
  writeParagraphProperties,
  writeRunProperties,
} from './properties.ts';
import type { StyleName } from './template-styles.ts';

/** What a new style takes over from the paragraph that the text is modelled on. */
export interface NewStyleModel {
  readonly basedOn: string | null;
  readonly paragraph: Properties;
  /** In half points; null where the style it is based on tells it. */
  readonly size: string | null;
  readonly indent: string;
}

function lookOf(name: StyleName, { faces, bold }: LayoutProfile) {
  if (name === 'Title') return { face: faces.title, bold: bold.title, level: -1 };
  const level = Number(name.at(-1)) - 1;
  const face = [faces.part, faces.section][level] ?? faces.text;
  return { face, bold: [bold.part, bold.section, bold.level3][level] ?? false, level };
}

/** A face in every slot: Chinese marks take it too. */
export function writeFaces(face: string): string {
  const slots = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((slot) => [`w:${slot}`, face]);
  return emptyElement('w:rFonts', { 'w:hint': 'eastAsia', ...Object.fromEntries(slots) });
}

function writeTitleParagraph(): Properties {
  return new Map([
    ['w:snapToGrid', emptyElement('w:snapToGrid', { 'w:val': 0 })],
    ['w:spacing', emptyElement('w:spacing', { 'w:line': 700, 'w:lineRule': 'exact' })],
    ['w:ind', emptyElement('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 })],
    ['w:jc', emptyElement('w:jc', { 'w:val': 'center' })],
  ]);
}

function writeHeadingParagraph(level: number, { paragraph, indent }: NewStyleModel): Properties {
  return changeProperties(paragraph, {
    'w:pStyle': null,
    'w:rPr': null,
    'w:framePr': null,
    'w:keepNext': emptyElement('w:keepNext'),
    'w:keepLines': emptyElement('w:keepLines', { 'w:val': 0 }),
    'w:ind': indent,
    'w:outlineLvl': emptyElement('w:outlineLvl', { 'w:val': level }),
  });
}

/** A style that a document lacks, in the layout's faces and otherwise like the document's text. */
export function writeStyle(
  name: StyleName,
  id: string,
  model: NewStyleModel,
  layout: LayoutProfile,
): string {
  const { face, bold, level } = lookOf(name, layout);
  const size = name === 'Title' ? '44' : model.size;
  const run: Properties = new Map([
    ['w:rFonts', writeFaces(face)],
    ['w:b', emptyElement('w:b', { 'w:val': Number(bold) })],
    ['w:bCs', emptyElement('w:bCs', { 'w:val': Number(bold) })],
    ...(size === null
      ? []
      : [
          ['w:sz', emptyElement('w:sz', { 'w:val': size })] as const,
          ['w:szCs', emptyElement('w:szCs', { 'w:val': size })] as const,
        ]),
  ]);
  const paragraph = name === 'Title' ? writeTitleParagraph() : writeHeadingParagraph(level, model);
  const based = model.basedOn === null ? {} : { 'w:val': model.basedOn };
  return [
    `<w:style w:type="paragraph" w:styleId="${escapeXml(id)}">`,
    emptyElement('w:name', { 'w:val': name }),
    model.basedOn === null ? '' : emptyElement('w:basedOn', based) + emptyElement('w:next', based),
    emptyElement('w:qFormat'),
    writeParagraphProperties(paragraph),
    writeRunProperties(run),
    '</w:style>',
  ].join('');
}

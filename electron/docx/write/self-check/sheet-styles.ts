import { strFromU8, strToU8 } from 'fflate';
import type { Faces } from '../../../../core/layout/index.ts';
import type { Shell } from '../shell.ts';
import { emptyElement } from '../xml.ts';
import type { SheetSize } from './sheet-size.ts';

/** Paragraph styles of the sheet. */
export const sheetStyles = {
  title: 'SheetTitle',
  line: 'SheetLine',
  verdict: 'SheetVerdict',
  head: 'SheetHead',
  cell: 'SheetCell',
  fine: 'SheetFine',
} as const;

const STYLES_PART = 'word/styles.xml';

interface Look extends SheetSize {
  readonly id: string;
  readonly name: string;
  readonly face: string;
  readonly align: 'left' | 'center';
  readonly before?: number;
}

function writeStyle({ id, name, face, align, halfPoints, pitch, before = 0 }: Look): string {
  const slots = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((slot) => [`w:${slot}`, face] as const);
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}">`,
    emptyElement('w:name', { 'w:val': name }),
    emptyElement('w:basedOn', { 'w:val': 'Normal' }),
    '<w:pPr>',
    emptyElement('w:snapToGrid', { 'w:val': 0 }),
    emptyElement('w:spacing', { 'w:before': before, 'w:line': pitch, 'w:lineRule': 'exact' }),
    emptyElement('w:jc', { 'w:val': align }),
    '</w:pPr><w:rPr>',
    emptyElement('w:rFonts', { 'w:hint': 'eastAsia', ...Object.fromEntries(slots) }),
    emptyElement('w:spacing', { 'w:val': 0 }),
    emptyElement('w:sz', { 'w:val': halfPoints }),
    emptyElement('w:szCs', { 'w:val': halfPoints }),
    '</w:rPr></w:style>',
  ].join('');
}

/** Heights of the lines around the table, in twips: they decide how much room it has. */
export const lineHeights = { title: 460, line: 260, verdict: 300, fine: 180 } as const;

function listLooks(faces: Faces, table: SheetSize): readonly Look[] {
  const { title, line, verdict, fine } = lineHeights;
  const { text, part } = faces;
  return [
    {
      id: sheetStyles.title,
      name: '自查表标题',
      face: part,
      align: 'center',
      halfPoints: 32,
      pitch: title,
    },
    {
      id: sheetStyles.line,
      name: '自查表事项',
      face: text,
      align: 'left',
      halfPoints: 19,
      pitch: line,
    },
    {
      id: sheetStyles.verdict,
      name: '自查表结论',
      face: part,
      align: 'left',
      halfPoints: 20,
      pitch: verdict,
    },
    { id: sheetStyles.head, name: '自查表表头', face: part, align: 'center', ...table },
    { id: sheetStyles.cell, name: '自查表文字', face: text, align: 'left', ...table },
    {
      id: sheetStyles.fine,
      name: '自查表附注',
      face: text,
      align: 'left',
      halfPoints: 13,
      pitch: fine,
    },
  ];
}

/** The parts of a shell with the sheet's styles behind its own. */
export function addSheetStyles(
  { parts }: Pick<Shell, 'parts'>,
  faces: Faces,
  table: SheetSize,
): Shell['parts'] {
  const written = listLooks(faces, table).map(writeStyle).join('');
  const styles = strFromU8(parts[STYLES_PART] ?? strToU8(''));
  return {
    ...parts,
    [STYLES_PART]: strToU8(styles.replace('</w:styles>', `${written}</w:styles>`)),
  };
}

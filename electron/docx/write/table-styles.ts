import { IMPRINT_TABLE_STYLE, MARK_TABLE_STYLE, TABLE_STYLE } from './style-names.ts';
import { emptyElement } from './xml.ts';

interface TableStyle {
  readonly id: string;
  readonly name: string;
  /** Widths of its rules in eighths of a point. */
  readonly rules: Readonly<Partial<Record<(typeof edges)[number], number>>>;
  /** Left and right of a cell's text, in twips; Word's own if absent. */
  readonly margin?: number;
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

function writeTableStyle({ id, name, rules, margin }: TableStyle): string {
  const borders = edges.flatMap((edge) => {
    const eighths = rules[edge];
    const look = { 'w:val': 'single', 'w:sz': eighths ?? 0, 'w:space': 0, 'w:color': '000000' };
    return eighths === undefined ? [] : [emptyElement(`w:${edge}`, look)];
  });
  const side = (edge: string) => emptyElement(`w:${edge}`, { 'w:w': margin ?? 0, 'w:type': 'dxa' });
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}">`,
    emptyElement('w:name', { 'w:val': name }),
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>',
    borders.length > 0 ? `<w:tblBorders>${borders.join('')}</w:tblBorders>` : '',
    margin === undefined ? '' : `<w:tblCellMar>${side('left')}${side('right')}</w:tblCellMar>`,
    '</w:tblPr></w:style>',
  ].join('');
}

const HAIRLINE = 4;
/** 0.35 and 0.25 mm. @source GB/T 9704-2012 7.4.1 */
const IMPRINT_RULES = { outer: 8, inner: 6 } as const;

/** Word's plain table, and ours: of the text, of the imprint, of a joint red head. */
export function writeTableStyles(): string {
  const { outer, inner } = IMPRINT_RULES;
  return [
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    writeTableStyle({
      id: TABLE_STYLE,
      name: '报告表格',
      rules: Object.fromEntries(edges.map((edge) => [edge, HAIRLINE])),
    }),
    writeTableStyle({
      id: IMPRINT_TABLE_STYLE,
      name: '版记',
      rules: { top: outer, bottom: outer, insideH: inner },
      margin: 0,
    }),
    writeTableStyle({ id: MARK_TABLE_STYLE, name: '联合发文机关标志', rules: {}, margin: 0 }),
  ].join('');
}

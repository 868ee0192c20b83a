import {
  countCells,
  type FlowItem,
  type FlowLine,
  type FlowTable,
  type LayoutProfile,
  ptToHalfPoint,
  type Run,
  sizes,
} from '../../../core/layout/index.ts';
import { cleanText } from '../write/clean.ts';
import { emptyElement, escapeXml } from '../write/xml.ts';
import type { BodyModel } from './body-model.ts';
import {
  changeProperties,
  type Properties,
  writeParagraphProperties,
  writeRunProperties,
} from './properties.ts';
import {
  chainOf,
  firstValue,
  isNumbered,
  type StyleName,
  type TemplateStyles,
  writeFaces,
} from './template-styles.ts';

/** What paragraphs are written with. */
export interface ItemSetting {
  readonly model: BodyModel;
  readonly layout: LayoutProfile;
  readonly styles: TemplateStyles;
  readonly ids: Readonly<Record<StyleName, string>>;
}

type Kind = FlowLine['kind'];

const styleOfKind: Readonly<Partial<Record<Kind, StyleName>>> = {
  title: 'Title',
  annexTitle: 'Title',
  part: 'heading 1',
  section: 'heading 2',
  level3: 'heading 3',
  level4: 'heading 4',
};

const flush = emptyElement('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 });
const centred = emptyElement('w:jc', { 'w:val': 'center' });

/** The styles that some items take. */
export function listUsedStyles(items: readonly FlowItem[]): readonly StyleName[] {
  const used = items.flatMap((item) => (item.type === 'line' ? [styleOfKind[item.kind]] : []));
  return [...new Set(used)].filter((name) => name !== undefined);
}

/** Curly quotes, dashes and ellipses take the Chinese face by the hint. */
function withHint(run: Properties): Properties {
  const faces = run.get('w:rFonts') ?? '<w:rFonts/>';
  const bare = faces.replace(/\sw:hint="[^"]*"/u, '');
  return changeProperties(run, {
    'w:rFonts': bare.replace('<w:rFonts', '<w:rFonts w:hint="eastAsia"'),
  });
}

function writeText(dirty: string, run: Properties): string {
  const text = cleanText(dirty);
  if (text === '') return '';
  const pieces = text
    .split('\t')
    .map((piece) => piece && `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`);
  return `<w:r>${writeRunProperties(withHint(run))}${pieces.join('<w:tab/>')}</w:r>`;
}

/** The look of a heading that shares the line of its text: that of the heading's style. */
function lookOfRunIn(level: 2 | 3 | 4, { model, layout, styles, ids }: ItemSetting): Properties {
  const id = ids[`heading ${level}`];
  const chain = styles.byId.has(id) ? chainOf(styles, id).map(({ run }) => run) : [];
  const own = chain[0]?.get('w:rFonts');
  const other =
    level === 2 ? writeFaces(layout.faces.section) : (model.run.get('w:rFonts') ?? null);
  const bold = level === 4 ? false : level === 2 ? layout.bold.section : layout.bold.level3;
  const isBold = chain.length > 0 ? !/^(?:null|0|false)$/u.test(String(firstToggle(chain))) : bold;
  const b = emptyElement('w:b', { 'w:val': Number(isBold) });
  return changeProperties(model.run, { 'w:rFonts': own ?? other, 'w:b': b, 'w:bCs': null });
}

/** What the nearest style says of bold: `1` for a bare w:b, null where none says anything. */
function firstToggle(chain: readonly Properties[]): string | null {
  const text = chain.map((run) => run.get('w:b')).find((one) => one !== undefined);
  return text === undefined ? null : (firstValue([new Map([['w:b', text]])], 'w:b') ?? '1');
}

function writeRuns(runs: readonly Run[], look: Properties, setting: ItemSetting): string {
  return runs
    .map(({ text, heading }) => writeText(text, heading ? lookOfRunIn(heading, setting) : look))
    .join('');
}

/** An indent from the left edge; the style's own in characters would count before it. */
function writeIndent({ indent, indentRight }: FlowLine): string {
  if (!indent && indentRight === undefined) return flush;
  const { rest, first } = indent ?? { rest: 0, first: 0 };
  const offset = first < rest ? { 'w:hanging': rest - first } : { 'w:firstLine': first - rest };
  return emptyElement('w:ind', {
    'w:leftChars': 0,
    'w:left': rest,
    ...(indentRight === undefined ? {} : { 'w:rightChars': 0, 'w:right': indentRight }),
    'w:firstLineChars': 0,
    ...offset,
  });
}

function writeTabs({ tabs = [] }: FlowLine): string | null {
  const stops = tabs.map(({ at, align }) => emptyElement('w:tab', { 'w:val': align, 'w:pos': at }));
  return stops.length === 0 ? null : `<w:tabs>${stops.join('')}</w:tabs>`;
}

/** Lines that look like the text, but for where they begin. */
function describePlain(line: FlowLine, { paragraph, indent }: BodyModel): Properties {
  const isText = line.kind === 'text' || line.kind === 'note';
  if (isText && !line.indent) return changeProperties(paragraph, indent ? { 'w:ind': indent } : {});
  const isCentred = line.kind === 'preambleHeading';
  const align = line.indent || line.indentRight !== undefined ? 'left' : null;
  return changeProperties(paragraph, {
    'w:ind': writeIndent(line),
    ...(isCentred ? { 'w:jc': centred } : {}),
    ...(align && !isCentred ? { 'w:jc': emptyElement('w:jc', { 'w:val': align }) } : {}),
  });
}

function describeStyled(name: StyleName, { styles, ids }: ItemSetting): Properties {
  const id = ids[name];
  const style = ['w:pStyle', emptyElement('w:pStyle', { 'w:val': id })] as const;
  const none = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`;
  const isTwice = styles.byId.has(id) && isNumbered(styles, id);
  return new Map([style, ...(isTwice ? [['w:numPr', none] as const] : [])]);
}

function writeLine(line: FlowLine, setting: ItemSetting, anchored: string): string {
  const { model, layout } = setting;
  const name = styleOfKind[line.kind];
  const described = name ? describeStyled(name, setting) : describePlain(line, model);
  const properties = changeProperties(described, {
    ...(line.keepWithNext ? { 'w:keepNext': emptyElement('w:keepNext') } : {}),
    ...(line.pageBreakBefore ? { 'w:pageBreakBefore': emptyElement('w:pageBreakBefore') } : {}),
    'w:tabs': writeTabs(line) ?? described.get('w:tabs') ?? null,
  });
  const isHead = line.kind === 'preambleHeading' || line.kind === 'annexLabel';
  const plain = isHead
    ? changeProperties(model.run, { 'w:rFonts': writeFaces(layout.faces.part) })
    : model.run;
  const look = name ? new Map<string, string>() : plain;
  const runs = writeRuns(line.runs, look, setting);
  return `<w:p>${writeParagraphProperties(properties)}${anchored}${runs}</w:p>`;
}

/** Texts up to this many characters stand in the middle of their cell. */
const centredCells = 8;

function writeCell(text: string, width: number, isHead: boolean, setting: ItemSetting): string {
  const { model, layout } = setting;
  const half = emptyElement('w:sz', { 'w:val': ptToHalfPoint(sizes.table) });
  const face = isHead ? { 'w:rFonts': writeFaces(layout.faces.part) } : {};
  const look = changeProperties(model.run, {
    ...face,
    'w:sz': half,
    'w:szCs': half.replace('w:sz', 'w:szCs'),
  });
  const paragraphs = text.split('\n').map((line) => {
    const words = line.trim();
    const properties: Properties = new Map([
      ['w:snapToGrid', emptyElement('w:snapToGrid', { 'w:val': 0 })],
      [
        'w:spacing',
        emptyElement('w:spacing', {
          'w:before': 0,
          'w:after': 0,
          'w:line': 400,
          'w:lineRule': 'exact',
        }),
      ],
      ['w:ind', flush],
      ...(countCells(words) <= centredCells ? [['w:jc', centred] as const] : []),
    ]);
    return `<w:p>${writeParagraphProperties(properties)}${writeText(words, look)}</w:p>`;
  });
  const size = emptyElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' });
  return `<w:tc><w:tcPr>${size}<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
}

/** A fixed layout with widths everywhere: WPS folds a table up that lacks them. */
function writeTable({ rows, columns }: FlowTable, setting: ItemSetting): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) =>
    emptyElement(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
  );
  const properties = [
    emptyElement('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    centred,
    `<w:tblBorders>${edges.join('')}</w:tblBorders>`,
    emptyElement('w:tblLayout', { 'w:type': 'fixed' }),
  ].join('');
  const grid = columns.map((column) => emptyElement('w:gridCol', { 'w:w': column })).join('');
  const written = rows.map((row, index) => {
    const isHead = index === 0 && rows.length > 1;
    const cells = columns.map((one, at) => writeCell(row[at] ?? '', one, isHead, setting));
    const head = isHead ? emptyElement('w:tblHeader') : '';
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl>`;
}

/**
 * Paragraphs and tables for an office's document: headings in its own styles, the rest like the
 * paragraph its text is modelled on. `anchored` hangs on the first.
 */
export function writeItems(
  items: readonly FlowItem[],
  setting: ItemSetting,
  anchored = '',
): string {
  const isHeld = items[0]?.type === 'line';
  // a table holds nothing that hangs on a paragraph
  const before = anchored !== '' && !isHeld ? `<w:p>${anchored}</w:p>` : '';
  const written = items.map((item, index) =>
    item.type === 'line'
      ? writeLine(item, setting, isHeld && index === 0 ? anchored : '')
      : writeTable(item, setting),
  );
  // Word wants a paragraph between two tables, and one behind the last
  const apart = written.map((one, index) => {
    const isTable = items[index]?.type === 'table';
    const isFollowed = items[index + 1]?.type === 'line';
    return isTable && !isFollowed ? `${one}<w:p/>` : one;
  });
  return before + apart.join('');
}

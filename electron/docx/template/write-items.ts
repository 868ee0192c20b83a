import {
  type FlowItem,
  type FlowLine,
  isPlacedByEnd,
  type Run,
} from '../../../core/layout/index.ts';
import { emptyElement } from '../write/xml.ts';
import type { BodyModel } from './body-model.ts';
import type { ItemSetting } from './item-setting.ts';
import { writeFaces } from './new-style.ts';
import { changeProperties, type Properties, writeParagraphProperties } from './properties.ts';
import { chainOf, firstValue, isNumbered, type StyleName } from './template-styles.ts';
import { writeTable } from './write-table.ts';
import { centred, flush, writeText } from './write-text.ts';

type Kind = FlowLine['kind'];

const styleOfKind: Readonly<Partial<Record<Kind, StyleName>>> = {
  title: 'Title',
  annexTitle: 'Title',
  part: 'heading 1',
  section: 'heading 2',
  level3: 'heading 3',
  level4: 'heading 4',
};

/** The styles that some items take. */
export function listUsedStyles(items: readonly FlowItem[]): readonly StyleName[] {
  const used = items.flatMap((item) => (item.type === 'line' ? [styleOfKind[item.kind]] : []));
  return [...new Set(used)].filter((name) => name !== undefined);
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
  const isPlaced = line.indent || line.indentRight !== undefined;
  const align = isPlacedByEnd(line) ? 'right' : isPlaced ? 'left' : null;
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

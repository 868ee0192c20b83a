import { type Zippable, zipSync } from 'fflate';
import type { Notice, TemplatePlace } from '../../../core/api/index.ts';
import { composeDocument, type FlowItem, type PageSetting } from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { type BodyModel, fitLayout, readBodyModel } from './body-model.ts';
import { cleanParts } from './clean-parts.ts';
import { listFillEdits } from './fill-marks.ts';
import { listPlaces } from './inspect-template.ts';
import type { ItemSetting } from './item-setting.ts';
import { writeStyle } from './new-style.ts';
import { documentPart, type OpenTemplate, openTemplate, stylesPart } from './open-template.ts';
import {
  listLost,
  listValues,
  type PlaceValues,
  type SortedItems,
  sortItems,
} from './place-values.ts';
import { namePlace } from './places.ts';
import { listMarks, type PlacedMark } from './template-faults.ts';
import { addStyles, chooseIds, listLacking, readStyles } from './template-styles.ts';
import { listUsedStyles, writeItems } from './write-items.ts';
import { applyEdits, type Edit, type PlacedElement } from './xml-tree.ts';

/** A report and how it is laid out, for an office's document. */
export interface TemplateWriting extends PageSetting {
  readonly report: Report;
  /** The draft's content mark; null for none. */
  readonly mark: string | null;
}

/** Entries carry the earliest date a zip can: two exports of one report are the same bytes. */
const zipDate = new Date(1980, 0, 1);

/** The child of the body that an element lies in. */
function topOf(element: PlacedElement): PlacedElement {
  return element.parent === null || element.parent.name === 'w:body'
    ? element
    : topOf(element.parent);
}

/** The items at the place of the text; the section that ends there ends behind them. */
function writeBody(items: readonly FlowItem[], setting: ItemSetting): string {
  const { anchored, sectionEnd, beginsPage } = setting.model;
  const [first, ...others] = items;
  const opened =
    beginsPage && first?.type === 'line'
      ? [{ ...first, pageBreakBefore: true as const }, ...others]
      : items;
  const kept = opened.length === 0 && anchored !== '' ? `<w:p>${anchored}</w:p>` : '';
  const written = kept + writeItems(opened, setting, anchored) + sectionEnd;
  return written === '' ? '<w:p/>' : written;
}

const behindText: ReadonlySet<TemplatePlace | null> = new Set([
  'body',
  'signature',
  'date',
  'note',
  'annexes',
]);

/** The edits that put text, list of attachments and their pages into document.xml. */
function listBlockEdits(
  marks: readonly PlacedMark[],
  { text, annexes, behind }: SortedItems,
  setting: ItemSetting,
): readonly Edit[] {
  const ends = marks
    .filter(({ place }) => behindText.has(place))
    .map(({ paragraph }) => topOf(paragraph).end);
  const last = Math.max(0, ...ends);
  const rest = writeItems(behind, setting);
  const blocks = marks.flatMap(({ place, isAlone, paragraph }): readonly Edit[] => {
    const { start, end } = paragraph;
    const isList = place === 'annexes' && isAlone && annexes.length > 0;
    if (isList) return [{ start, end, text: writeItems(annexes, setting) }];
    if (place !== 'body') return [];
    const after = topOf(paragraph).end === last ? rest : '';
    return [{ start, end, text: writeBody(text, setting) + after }];
  });
  const isBodyLast = marks.some(
    ({ place, paragraph }) => place === 'body' && topOf(paragraph).end === last,
  );
  return isBodyLast ? blocks : [...blocks, { start: last, end: last, text: rest }];
}

function fillDocument(
  xml: string,
  sorted: SortedItems,
  values: PlaceValues,
  setting: ItemSetting,
): string {
  const blocks = listBlockEdits(listMarks(xml), sorted, setting);
  const isInBlock = ({ start, end }: Edit) =>
    blocks.some((block) => block.start < block.end && start >= block.start && end <= block.end);
  const fills = listFillEdits(xml, values).filter((edit) => !isInBlock(edit));
  return applyEdits(xml, [...blocks, ...fills]);
}

/** styles.xml with those of our styles that the document lacks and that its text takes. */
function completeStyles(xml: string, items: readonly FlowItem[], setting: ItemSetting): string {
  const { styles, ids, model, layout } = setting;
  const lacking = new Set(listLacking(styles));
  const base = model.styleId ?? styles.standard?.id ?? null;
  const size = model.run.has('w:sz') ? String(model.size) : null;
  const news = { basedOn: base, paragraph: model.paragraph, size, indent: model.indent };
  const added = listUsedStyles(items)
    .filter((name) => lacking.has(name))
    .map((name) => writeStyle(name, ids[name], news, layout));
  return addStyles(xml, added);
}

function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const types = '[Content_Types].xml';
  const files: Zippable = {
    [types]: parts.get(types) ?? new Uint8Array(),
    ...Object.fromEntries(parts),
  };
  return zipSync(files, { level: 6, mtime: zipDate });
}

function findBody(xml: string): PlacedElement {
  const body = listMarks(xml).find(({ place }) => place === 'body');
  if (!body) throw new Error('a template without a place for the text was kept');
  return body.paragraph;
}

function rootOf(element: PlacedElement): PlacedElement {
  return element.parent === null ? element : rootOf(element.parent);
}

function readSetting(template: OpenTemplate, writing: TemplateWriting): ItemSetting {
  const document = template.texts.get(documentPart) ?? '';
  const paragraph = findBody(document);
  const styles = readStyles(template.styles);
  const model: BodyModel = readBodyModel(document, paragraph, styles);
  const layout = fitLayout(writing.layout, document, rootOf(paragraph), paragraph, model);
  return { model, layout, styles, ids: chooseIds(styles) };
}

/** Puts changed texts among the parts; a part whose text is as it was stays to the byte. */
function replaceTexts(
  parts: ReadonlyMap<string, Uint8Array>,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const changed = [...texts].filter(([name, text]) => decoder.decode(parts.get(name)) !== text);
  const encoder = new TextEncoder();
  return new Map([
    ...parts,
    ...changed.map(([name, text]) => [name, encoder.encode(text)] as const),
  ]);
}

/**
 * Writes a report into an office's document that `inspectTemplate` took: its words at its places, and
 * everything else as it was, to the byte. `export/place-missing` for what it has no place for. Throws
 * for bytes that `inspectTemplate` refuses: such a document is never kept.
 */
export function writeIntoTemplate(
  bytes: Uint8Array,
  writing: TemplateWriting,
): { readonly bytes: Uint8Array; readonly notices: readonly Notice[] } {
  const opened = openTemplate(bytes);
  if (!opened.ok) throw new Error('a template that cannot be written into was kept');
  const template = opened.value;
  const { report, facts, annexes, closing } = writing;
  const setting = readSetting(template, writing);
  const { items } = composeDocument(report, { layout: setting.layout, facts, annexes, closing });
  const here = listPlaces(template.texts);
  const values = listValues(report, facts, items, here.has('date'));
  const sorted = sortItems(items, here);
  const texts = [...template.texts].map(([name, xml]) => {
    if (name === documentPart) return [name, fillDocument(xml, sorted, values, setting)] as const;
    return [name, applyEdits(xml, listFillEdits(xml, values))] as const;
  });
  const written = [...sorted.text, ...sorted.annexes, ...sorted.behind];
  const styles = completeStyles(template.styles, written, setting);
  const all = new Map([...texts, [stylesPart, styles] as const]);
  const parts = cleanParts(replaceTexts(template.parts, all), report.title, writing.mark);
  const lost = listLost(values, here);
  return {
    bytes: pack(parts),
    notices: lost.map((place) => ({ code: 'export/place-missing', place: namePlace(place) })),
  };
}

import type { TemplatePlace } from '../../../core/api/index.ts';
import { findPlace, namePlace } from './places.ts';
import {
  applyEdits,
  attributeIn,
  childNamed,
  type Edit,
  findAll,
  innerOf,
  type PlacedElement,
  placeElements,
  sliceOf,
  walk,
} from './xml-tree.ts';

/** The place that a content control is titled or tagged with. */
function placeOfControl(xml: string, control: PlacedElement): TemplatePlace | null {
  const properties = childNamed(control, 'w:sdtPr');
  const names = ['w:alias', 'w:tag'].map((name) =>
    attributeIn(xml, childNamed(properties, name), 'w:val'),
  );
  return names.map((name) => findPlace(name ?? '')).find((place) => place !== null) ?? null;
}

/** The look of a control's words; the grey of a prompt is no look of its own. */
function writeLook(xml: string, content: PlacedElement): string {
  const run = findAll(content, 'w:r')[0];
  const properties = run ? childNamed(run, 'w:rPr') : null;
  const kept = properties?.children.filter(({ name }) => name !== 'w:rStyle') ?? [];
  return kept.length > 0 ? `<w:rPr>${kept.map((one) => sliceOf(xml, one)).join('')}</w:rPr>` : '';
}

function writeMark(xml: string, control: PlacedElement, place: TemplatePlace): string {
  const content = childNamed(control, 'w:sdtContent');
  const look = content ? writeLook(xml, content) : '';
  const run = `<w:r>${look}<w:t>{{${namePlace(place)}}}</w:t></w:r>`;
  if (!content) return run;
  const [first, ...others] = findAll(content, 'w:p');
  if (!first) return run;
  const properties = childNamed(first, 'w:pPr');
  const paragraph = `<w:p>${properties ? sliceOf(xml, properties) : ''}${run}</w:p>`;
  const edits: readonly Edit[] = [
    { start: first.start, end: first.end, text: paragraph },
    ...others
      .filter(({ parent }) => parent === first.parent)
      .map(({ start, end }) => ({ start, end, text: '' })),
  ].map((edit) => ({
    ...edit,
    start: edit.start - content.innerStart,
    end: edit.end - content.innerStart,
  }));
  return applyEdits(innerOf(xml, content), edits);
}

/**
 * A part whose content controls with the title or tag of a place (标题) are typed marks instead, so
 * that there is one kind of place from here on. Other controls stay as they are.
 */
export function unwrapControls(xml: string): string {
  const isPlace = (one: PlacedElement) => one.name === 'w:sdt' && placeOfControl(xml, one) !== null;
  const edits = [...walk(placeElements(xml), isPlace)].filter(isPlace).map((control): Edit => {
    const place = placeOfControl(xml, control) ?? 'body';
    return { start: control.start, end: control.end, text: writeMark(xml, control, place) };
  });
  return applyEdits(xml, edits);
}

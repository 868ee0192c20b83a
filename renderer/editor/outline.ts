import type { Node } from '@tiptap/pm/model';
import type { PartKind } from '../../core/model/index.ts';
import { formatHeadingLabel } from '../../core/numbering/index.ts';
import { attrsOf, partKindOf, schema } from './schema.ts';

/** A stop of the outline: the front, a part, a section or the closing. */
export interface OutlineStop {
  readonly kind: 'front' | 'part' | 'section' | 'closing';
  /** `front`, `closing`, or the id of the part or section. */
  readonly id: string;
  /** 一、 or （一）; empty for front and closing. */
  readonly label: string;
  readonly heading: string;
  readonly part: PartKind | null;
  /** Id of the part a section stands in. */
  readonly partId: string | null;
  /** Characters of text under the heading, up to the next stop. */
  readonly characters: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function countText(text: string): number {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count += 1;
  return count;
}

const closingLines = new Set<string>(['attachment', 'signature', 'signedDate', 'note']);

/** The document's outline in order, with the numbers its headings print. */
export function readOutline(doc: Node): readonly OutlineStop[] {
  const { partHeading, sectionHeading } = schema.nodes;
  const blank = { label: '', heading: '', part: null, partId: null, characters: 0 };
  const stops: Mutable<OutlineStop>[] = [{ ...blank, kind: 'front', id: 'front' }];
  let parts = 0;
  let sections = 0;
  let part: { readonly partId: string; readonly part: PartKind } | null = null;
  doc.forEach((node) => {
    const heading = node.textContent;
    if (node.type === partHeading) {
      const { id } = attrsOf(node);
      parts += 1;
      sections = 0;
      part = { partId: id, part: partKindOf(node) };
      const label = formatHeadingLabel(1, parts);
      stops.push({ ...blank, kind: 'part', id, label, heading, part: part.part });
    } else if (node.type === sectionHeading) {
      sections += 1;
      const label = formatHeadingLabel(2, sections);
      stops.push({ ...blank, ...part, kind: 'section', id: attrsOf(node).id, label, heading });
    } else if (closingLines.has(node.type.name)) {
      if (stops.at(-1)?.kind !== 'closing')
        stops.push({ ...blank, kind: 'closing', id: 'closing' });
    } else {
      const stop = stops.at(-1);
      if (stop) stop.characters += countText(heading);
    }
  });
  return stops;
}

/** Characters of the document without white space, title, headings and signature included. */
export function countDocumentCharacters(doc: Node): number {
  let count = 0;
  doc.forEach((node) => {
    count += countText(node.textContent);
  });
  return count;
}

/** Id of the stop that the line with this index belongs to. */
export function stopIdAt(doc: Node, index: number): string {
  const { partHeading, sectionHeading } = schema.nodes;
  const here = doc.maybeChild(index);
  if (here && closingLines.has(here.type.name)) return 'closing';
  for (let at = Math.min(index, doc.childCount - 1); at >= 0; at -= 1) {
    const node = doc.child(at);
    if (node.type === partHeading || node.type === sectionHeading) return attrsOf(node).id;
  }
  return 'front';
}

/** Position before the line with this id, or before the first line of `front` or `closing`; null when gone. */
export function findStopPosition(doc: Node, id: string): number | null {
  let found: number | null = id === 'front' ? 0 : null;
  doc.forEach((node, pos) => {
    if (found !== null) return;
    if (id === 'closing' ? closingLines.has(node.type.name) : node.attrs['id'] === id) found = pos;
  });
  return found;
}

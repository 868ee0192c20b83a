import type { Node } from '@tiptap/pm/model';
import type { StaleChip } from '../../core/stale/index.ts';
import { attrsOf, isHeading, isIdentified, schema } from './schema.ts';

/** A 待更新 chip with the stretch of the document that its words stand in. */
export interface PlacedChip {
  readonly chip: StaleChip;
  readonly from: number;
  readonly to: number;
}

interface TextPlace {
  readonly node: Node;
  /** Position of its first letter. */
  readonly start: number;
}

const { nodes } = schema;

function addCells(places: Map<string, TextPlace>, table: Node, pos: number): void {
  const { id } = attrsOf(table);
  table.forEach((row, rowOffset, r) => {
    row.forEach((cell, cellOffset, c) => {
      const start = pos + 1 + rowOffset + 1 + cellOffset + 1;
      places.set(`${id}/cell-${r}-${c}`, { node: cell, start });
    });
  });
}

/** Every text that a chip can stand in, by its target. Empty attachments are none, as in the model. */
function listPlaces(doc: Node): ReadonlyMap<string, TextPlace> {
  const places = new Map<string, TextPlace>();
  let attachments = 0;
  doc.forEach((node, pos) => {
    const place = { node, start: pos + 1 };
    if (node.type === nodes.table) addCells(places, node, pos);
    else if (isIdentified(node)) {
      const isBlock = node.type === nodes.subheading || !isHeading(node);
      places.set(`${attrsOf(node).id}/${isBlock ? 'text' : 'heading'}`, place);
    } else if (node.type === nodes.title) places.set('front/title', place);
    else if (node.type === nodes.addressee) places.set('front/addressee', place);
    else if (node.type === nodes.attachment && node.content.size > 0) {
      places.set(`closing/attachment-${attachments}`, place);
      attachments += 1;
    }
  });
  return places;
}

/** Where chips stand in the document; one whose words are not there is left out. */
export function placeChips(doc: Node, chips: readonly StaleChip[]): readonly PlacedChip[] {
  const places = listPlaces(doc);
  return chips.flatMap((chip): readonly PlacedChip[] => {
    const place = places.get(`${chip.target.id}/${chip.target.field}`);
    if (place?.node.textContent.slice(chip.start, chip.end) !== chip.text) return [];
    return [{ chip, from: place.start + chip.start, to: place.start + chip.end }];
  });
}

import { applyEdits, attributeIn, findAll, type PlacedElement, placeElements } from './xml-tree.ts';

const relationFile = /^(?:.*\/)?_rels\/[^/]*\.rels$/u;
const decode = (part: Uint8Array) => new TextDecoder().decode(part);

/** A link of a part to another, or to something outside. */
interface Relation {
  readonly id: string;
  readonly type: string;
  readonly isOutside: boolean;
  readonly element: PlacedElement;
}

function readRelations(xml: string): readonly Relation[] {
  return findAll(placeElements(xml), 'Relationship').map((element) => ({
    id: attributeIn(xml, element, 'Id') ?? '',
    type: (attributeIn(xml, element, 'Type') ?? '').split('/').at(-1) ?? '',
    isOutside: attributeIn(xml, element, 'TargetMode') === 'External',
    element,
  }));
}

/** Links that are taken out of what is written: their words stay. The path of a template names its writer. */
const removable = new Set(['hyperlink', 'attachedTemplate']);

/** Links to other files that a document cannot do without. */
export function listRelationFaults(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const hasLink = [...parts]
    .filter(([name]) => relationFile.test(name))
    .flatMap(([, part]) => readRelations(decode(part)))
    .some(({ isOutside, type }) => isOutside && !removable.has(type));
  return hasLink ? ['里面的图片或内容链接着别的文件，请把它们嵌入文档'] : [];
}

/** The part whose links a file of links lists: word/_rels/document.xml.rels → word/document.xml. */
function ownerOf(name: string): string {
  return name.replace(/_rels\/([^/]*)\.rels$/u, '$1');
}

/** A part without the links of these ids; the words that were linked stay. */
function dropLinks(xml: string, ids: ReadonlySet<string>): string {
  return xml.replaceAll(
    /<w:hyperlink\b[^>]*>|<a:hlink(?:Click|MouseOver|Hover)\b[^>]*?(?:\/>|>.*?<\/a:hlink(?:Click|MouseOver|Hover)>)|<w:attachedTemplate\b[^>]*\/>/gsu,
    (tag) => {
      const id = /\sr:id="([^"]*)"/u.exec(tag);
      if (!id || !ids.has(id[1] ?? '')) return tag;
      return tag.startsWith('<w:hyperlink') ? tag.replace(id[0], '') : '';
    },
  );
}

/** The parts without links to anything outside them. Those without such links stay to the byte. */
export function dropOutsideLinks(
  parts: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const changed = new Map(parts);
  for (const [name, part] of parts) {
    const xml = relationFile.test(name) ? decode(part) : '';
    const outside = readRelations(xml).filter(({ isOutside }) => isOutside);
    if (outside.length === 0) continue;
    const edits = outside.map(({ element: { start, end } }) => ({ start, end, text: '' }));
    changed.set(name, new TextEncoder().encode(applyEdits(xml, edits)));
    const owner = changed.get(ownerOf(name));
    if (!owner) continue;
    const kept = dropLinks(decode(owner), new Set(outside.map(({ id }) => id)));
    changed.set(ownerOf(name), new TextEncoder().encode(kept));
  }
  return changed;
}

import type { XmlFault } from '../../../core/printed/index.ts';
import { mainPartName, resolveTarget } from '../read/docx/parts.ts';
import { damaged, Refusal } from '../read/refusal.ts';
import {
  attributeOf,
  childrenOf,
  decodeXml,
  parseXml,
  removeForbidden,
  type XmlElement,
} from '../read/xml.ts';
import type { ZipPackage } from '../read/zip.ts';

/** One relationship of a part; `target` is a part's name, null for one outside the package. */
export interface Relation {
  readonly id: string;
  /** Last word of its type: `styles`, `footer`. */
  readonly kind: string;
  readonly target: string | null;
}

/** An opened Word package; parts are parsed once, and what is broken in them is kept as a fault. */
export interface WordPackage {
  readonly names: readonly string[];
  /** Name of the main part. */
  readonly main: string;
  /** Root of an XML part; null when it is absent or broken. */
  readonly part: (name: string) => XmlElement | null;
  readonly relationsOf: (name: string) => readonly Relation[];
  /** The part a relationship of the main part leads to; null for none. */
  readonly related: (kind: string) => XmlElement | null;
  /** What parsing found so far. */
  readonly faults: () => readonly XmlFault[];
}

/** Name of the part that holds the relationships of `name`; of the package for the empty name. */
export function relationsPart(name: string): string {
  const cut = name.lastIndexOf('/') + 1;
  return `${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`;
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function readRelations(root: XmlElement | null, folder: string): readonly Relation[] {
  return childrenOf(root, 'rel:Relationship').map((relation) => ({
    id: attributeOf(relation, 'Id') ?? '',
    kind: (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? '',
    target:
      attributeOf(relation, 'TargetMode') === 'External'
        ? null
        : resolveTarget(folder, attributeOf(relation, 'Target') ?? ''),
  }));
}

/** Parses one part; damage in any but the main part is a fault and no reason to refuse the file. */
function parsePart(zip: ZipPackage, name: string, faults: XmlFault[]): XmlElement | null {
  try {
    const bytes = zip.read(name);
    if (!bytes) return null;
    const { text, count } = removeForbidden(decodeXml(bytes));
    if (count > 0) faults.push({ part: name, what: `有 ${count} 个 XML 不允许的字符` });
    return parseXml(text);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.reason.code !== 'import/damaged') throw cause;
    faults.push({ part: name, what: cause.reason.detail });
    return null;
  }
}

/**
 * Opens a Word package. Throws a Refusal: import/damaged when there is no main part or it is broken,
 * import/suspicious, import/encrypted.
 */
export function openPackage(zip: ZipPackage): WordPackage {
  const main = mainPartName(zip);
  if (!main) throw damaged('压缩包内没有正文');
  const faults: XmlFault[] = [];
  const parsed = new Map<string, XmlElement | null>();
  const part = (name: string): XmlElement | null => {
    const key = name.toLowerCase();
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const root = parsePart(zip, name, faults);
    parsed.set(key, root);
    return root;
  };
  const relationsOf = (name: string) => readRelations(part(relationsPart(name)), folderOf(name));
  const mainRelations = relationsOf(main);
  const related = (kind: string): XmlElement | null => {
    const target = mainRelations.find((relation) => relation.kind === kind)?.target;
    return target ? part(target) : null;
  };
  if (!part(main)) throw damaged(faults.at(-1)?.what ?? '压缩包内没有正文');
  return { names: zip.names, main, part, relationsOf, related, faults: () => faults };
}

import { damaged, Refusal } from '../refusal.ts';
import {
  attributeOf,
  childrenOf,
  decodeXml,
  parseXml,
  removeForbidden,
  type XmlElement,
} from '../xml.ts';
import type { ZipPackage } from '../zip.ts';

/** The parts of a document that carry words; absent ones are null. */
export interface DocumentParts {
  readonly document: string;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  /** Characters taken out of the document part because XML forbids them. */
  readonly removed: number;
}

interface Relationship {
  readonly kind: string;
  readonly target: string;
}

/** Joins a relationship's target to the folder of its owner. Null for a target outside the package. */
export function resolveTarget(folder: string, target: string): string | null {
  const path = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.length > 0 ? path.join('/') : null;
}

/** Relationships that stay inside the package. A broken or absent part only costs its hints. */
function readRelationships(zip: ZipPackage, name: string, folder: string): Relationship[] {
  const root = optionalPart(zip, name);
  return childrenOf(root, 'rel:Relationship').flatMap((relationship) => {
    if (attributeOf(relationship, 'TargetMode') === 'External') return [];
    const target = resolveTarget(folder, attributeOf(relationship, 'Target') ?? '');
    const kind = (attributeOf(relationship, 'Type') ?? '').split('/').at(-1) ?? '';
    return target ? [{ kind, target }] : [];
  });
}

/** A part that only adds to the words. Damage in it is no reason to refuse them; an attack is. */
function optionalPart(zip: ZipPackage, name: string): XmlElement | null {
  try {
    const bytes = zip.read(name);
    return bytes ? parseXml(removeForbidden(decodeXml(bytes)).text) : null;
  } catch (cause) {
    if (cause instanceof Refusal && cause.reason.code === 'import/damaged') return null;
    throw cause;
  }
}

/** A part that holds words: damage in it must be told. */
function wordsPart(zip: ZipPackage, name: string | null): XmlElement | null {
  const bytes = name ? zip.read(name) : null;
  return bytes ? parseXml(removeForbidden(decodeXml(bytes)).text) : null;
}

/** Name of the main part: by relationship, else by its usual name. Null when there is none. */
export function mainPartName(zip: ZipPackage): string | null {
  const root = readRelationships(zip, '_rels/.rels', '').find(
    (relationship) => relationship.kind === 'officeDocument',
  );
  const present = (name: string) => zip.names.some((other) => sameName(other, name));
  if (root && present(root.target)) return root.target;
  return zip.names.find((name) => /^word\/document\d*\.xml$/iu.test(name)) ?? null;
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/**
 * Reads the parts of a Word package (.docx, .docm, .dotx, .dotm).
 * Throws a Refusal: import/damaged when there is no main part or it is broken.
 */
export function readParts(zip: ZipPackage): DocumentParts {
  const main = mainPartName(zip);
  const bytes = main ? zip.read(main) : null;
  if (!main || !bytes) throw damaged('压缩包内没有正文');
  const folder = main.split('/').slice(0, -1).join('/');
  const file = main.slice(folder ? folder.length + 1 : 0);
  const relations = readRelationships(zip, `${folder}/_rels/${file}.rels`, folder);
  const nameOf = (kind: string): string =>
    relations.find((relationship) => relationship.kind === kind)?.target ?? `${folder}/${kind}.xml`;
  const { text, count } = removeForbidden(decodeXml(bytes));
  return {
    document: text,
    styles: optionalPart(zip, nameOf('styles')),
    numbering: optionalPart(zip, nameOf('numbering')),
    footnotes: wordsPart(zip, nameOf('footnotes')),
    endnotes: wordsPart(zip, nameOf('endnotes')),
    removed: count,
  };
}

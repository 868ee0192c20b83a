import { strFromU8, strToU8 } from 'fflate';

/** Parts of a package by their path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONS = /^(?:(.*)\/)?_rels\/[^/]*\.rels$/u;

/** What the library puts into every package and nothing of ours refers to. */
const unneeded =
  /^(?:word\/(?:theme\/.*|(?:numbering|footnotes|endnotes|comments\w*)\.xml)|docProps\/custom\.xml)$/u;

const mapTexts = (parts: Parts, change: (text: string, path: string) => string): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [path, strToU8(change(strFromU8(bytes), path))]),
  );

/** Takes out the empty elements of that name that `keep` does not want. */
function filterTags(xml: string, name: string, keep: (tag: string) => boolean): string {
  return xml.replaceAll(new RegExp(`<${name} [^>]*/>`, 'gu'), (tag) => (keep(tag) ? tag : ''));
}

function readAttribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

/** Types of parts that are there. */
function pruneTypes(types: string, paths: ReadonlySet<string>): string {
  const overrides = filterTags(types, 'Override', (tag) =>
    paths.has(readAttribute(tag, 'PartName').slice(1)),
  );
  return filterTags(overrides, 'Default', (tag) =>
    /^(?:rels|xml)$/u.test(readAttribute(tag, 'Extension')),
  );
}

/** Vocabularies that no element of ours is of, with the word that they may be skipped. */
function pruneNamespaces(xml: string): string {
  return xml
    .replace(/ mc:Ignorable="[^"]*"/u, '')
    .replaceAll(/ xmlns:(?!(?:w|r)=)\w+="[^"]*"/gu, '');
}

function prunePart(xml: string, path: string, paths: ReadonlySet<string>): string {
  if (path === CONTENT_TYPES) return pruneTypes(xml, paths);
  const folder = RELATIONS.exec(path);
  if (!folder) return path.startsWith('word/') ? pruneNamespaces(xml) : xml;
  const base = (folder[1] ?? '') === '' ? '' : `${folder[1]}/`;
  return filterTags(xml, 'Relationship', (tag) => paths.has(base + readAttribute(tag, 'Target')));
}

/**
 * A package without theme, numbering, notes, custom properties and empty lists of relations, and without any
 * word of them in its other parts. The list of types stands first: what tells a .docx from another zip
 * by its beginning looks for it there.
 */
export function prunePackage(parts: Parts): Parts {
  const { [CONTENT_TYPES]: types = new Uint8Array(), ...others } = parts;
  const kept = Object.entries(others).filter(
    ([path, bytes]) =>
      !unneeded.test(path) &&
      (!RELATIONS.test(path) || strFromU8(bytes).includes('<Relationship ')),
  );
  const paths = new Set(kept.map(([path]) => path));
  return mapTexts({ [CONTENT_TYPES]: types, ...Object.fromEntries(kept) }, (xml, path) =>
    prunePart(xml, path, paths),
  );
}

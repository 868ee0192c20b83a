import { escapeXml } from '../write/xml.ts';
import { dropOutsideLinks } from './relations.ts';
import { applyEdits, attributeIn, findAll, placeElements } from './xml-tree.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const decode = (part: Uint8Array | undefined) => new TextDecoder().decode(part ?? new Uint8Array());
const encode = (text: string) => new TextEncoder().encode(text);
const corePart = 'docProps/core.xml';
const typesPart = '[Content_Types].xml';
const rootLinks = '_rels/.rels';

/** Title, language and the draft's mark; neither author nor dates, so that nothing personal leaves the PC. */
function writeCore(title: string, mark: string | null): string {
  const identifier = mark === null ? '' : `<dc:identifier>${escapeXml(mark)}</dc:identifier>`;
  const words = escapeXml(title.replaceAll('\n', ''));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${words}</dc:title>${identifier}<dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

/** The elements of those names are taken out, with what is in them. */
function dropElements(xml: string, names: ReadonlySet<string>): string {
  const root = placeElements(xml);
  const edits = [...names]
    .flatMap((name) => findAll(root, name))
    .map(({ start, end }) => ({ start, end, text: '' }));
  return applyEdits(xml, edits);
}

const personal: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['docProps/app.xml', new Set(['Company', 'Manager', 'HyperlinkBase', 'Template', 'TotalTime'])],
  ['docProps/custom.xml', new Set(['property'])],
  ['word/people.xml', new Set(['w15:person'])],
  ['word/settings.xml', new Set(['w:trackRevisions'])],
];

function changeText(parts: Parts, name: string, change: (xml: string) => string): Parts {
  const part = parts.get(name);
  if (!part) return parts;
  const xml = decode(part);
  const changed = change(xml);
  return changed === xml ? parts : new Map([...parts, [name, encode(changed)]]);
}

const before = (end: string, text: string) => (xml: string) => xml.replace(end, `${text}${end}`);

/** The part of the properties is made known to a package that had none. */
function declareCore(parts: Parts): Parts {
  if (parts.has(corePart)) return parts;
  const ids = findAll(placeElements(decode(parts.get(rootLinks))), 'Relationship').map((one) =>
    attributeIn(decode(parts.get(rootLinks)), one, 'Id'),
  );
  const numbers = Array.from({ length: ids.length + 1 }, (_, index) => `rIdCore${index + 1}`);
  const id = numbers.find((one) => !ids.includes(one)) ?? 'rIdCore';
  const type =
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const link = `<Relationship Id="${id}" Type="${type}" Target="${corePart}"/>`;
  const content = 'application/vnd.openxmlformats-package.core-properties+xml';
  const entry = `<Override PartName="/${corePart}" ContentType="${content}"/>`;
  const linked = changeText(parts, rootLinks, before('</Relationships>', link));
  return changeText(linked, typesPart, before('</Types>', entry));
}

/** A document made of a .dotx is a .docx. */
function declareDocument(parts: Parts): Parts {
  return changeText(parts, typesPart, (xml) =>
    xml.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'),
  );
}

/**
 * An office's parts without what is personal in them and without links to other files, and with a
 * report's title and mark. All else stays to the byte.
 */
export function cleanParts(parts: Parts, title: string, mark: string | null): Parts {
  const unlinked = dropOutsideLinks(parts);
  const known = declareDocument(declareCore(unlinked));
  const cleaned = personal.reduce<Parts>(
    (all, [name, names]) => changeText(all, name, (xml) => dropElements(xml, names)),
    known,
  );
  return new Map([...cleaned, [corePart, encode(writeCore(title, mark))]]);
}

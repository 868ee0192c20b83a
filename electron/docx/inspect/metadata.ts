import type { PrintedDocument } from '../../../core/printed/index.ts';
import type { XmlElement } from '../read/xml.ts';
import type { WordPackage } from './package.ts';

/** Children by their name without prefix: writers choose prefixes freely here. */
function readFields(root: XmlElement | null): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const child of root?.children ?? []) {
    if (typeof child === 'string') continue;
    const name = child.name.slice(child.name.indexOf(':') + 1);
    fields.set(
      name,
      child.children
        .filter((node) => typeof node === 'string')
        .join('')
        .trim(),
    );
  }
  return fields;
}

function readCustom(root: XmlElement | null): readonly string[] {
  return (root?.children ?? []).flatMap((child) => {
    const name = typeof child === 'string' ? undefined : child.attributes['name'];
    return name ? [name] : [];
  });
}

/** What the package's properties say of document and author. */
export function readMetadata(opened: WordPackage): PrintedDocument['metadata'] {
  const relations = opened.relationsOf('');
  const part = (kind: string): XmlElement | null => {
    const target = relations.find((relation) => relation.kind === kind)?.target;
    return target ? opened.part(target) : null;
  };
  const core = readFields(part('core-properties') ?? part('metadata/core-properties'));
  const app = readFields(part('extended-properties'));
  return {
    title: core.get('title') ?? '',
    creator: core.get('creator') ?? '',
    lastModifiedBy: core.get('lastModifiedBy') ?? '',
    company: app.get('Company') ?? '',
    manager: app.get('Manager') ?? '',
    application: app.get('Application') ?? '',
    identifier: core.get('identifier') ?? '',
    custom: readCustom(part('custom-properties')),
  };
}

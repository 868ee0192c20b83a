import { readingLimits } from './limits.ts';
import { suspicious } from './refusal.ts';

/** Prefixes used in this code, by the namespaces that may stand behind them: transitional, then strict. */
const canonicalPrefixes = new Map<string, string>([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
const reserved = new Set(canonicalPrefixes.values());

type Attributes = Readonly<Record<string, string>>;

/** How names are written inside one element. */
export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly element: (raw: string) => string;
  readonly attributes: (raw: Attributes) => Attributes;
}

/** Canonical form of a declared prefix. A foreign namespace that borrowed one of ours is kept apart. */
function canonicalPrefix(prefix: string, uri: string): string {
  const known = canonicalPrefixes.get(uri);
  if (known) return known;
  return reserved.has(prefix) ? `?${prefix}` : prefix;
}

function rename(prefixes: ReadonlyMap<string, string>, raw: string, useDefault: boolean): string {
  const colon = raw.indexOf(':');
  if (colon < 0) {
    const prefix = useDefault ? prefixes.get('') : '';
    return prefix ? `${prefix}:${raw}` : raw;
  }
  const written = raw.slice(0, colon);
  return `${prefixes.get(written) ?? written}:${raw.slice(colon + 1)}`;
}

function createScope(prefixes: ReadonlyMap<string, string>): Scope {
  const plain = [...prefixes].every(([written, canonical]) => written === canonical);
  if (plain) return { prefixes, element: (raw) => raw, attributes: (raw) => raw };
  const known = new Map<string, string>();
  return {
    prefixes,
    element: (raw) => {
      const name = known.get(raw) ?? rename(prefixes, raw, true);
      known.set(raw, name);
      return name;
    },
    attributes: (raw) =>
      Object.fromEntries(
        Object.entries(raw).map(([name, value]) => [rename(prefixes, name, false), value]),
      ),
  };
}

const outermost = createScope(new Map());

/** The scope of an element: its parent's, unless it declares namespaces itself. */
export function canonicalScope(parent: Scope | null, attributes: Attributes): Scope {
  let declared: Map<string, string> | null = null;
  const above = parent ?? outermost;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    declared ??= new Map(above.prefixes);
    const prefix = name.slice(6);
    declared.set(prefix, canonicalPrefix(prefix, attributes[name] ?? ''));
    if (declared.size > readingLimits.xmlPrefixes) throw suspicious('文档内容过于繁杂');
  }
  if (!declared || isSame(declared, above.prefixes)) return above;
  return createScope(declared);
}

function isSame(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  if (left.size !== right.size) return false;
  for (const [prefix, canonical] of left) if (right.get(prefix) !== canonical) return false;
  return true;
}

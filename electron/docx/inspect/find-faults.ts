import type { XmlFault } from '../../../core/printed/index.ts';
import { attributeOf, childrenOf, type XmlElement } from '../read/xml.ts';
import { checkOrder } from './check-order.ts';
import type { WordPackage } from './package.ts';

const CONTENT_TYPES = '[Content_Types].xml';
/** Kinds of faults told of one part. */
const MOST_KINDS = 20;

const isRelations = (name: string): boolean => /(?:^|\/)_rels\/[^/]*\.rels$/iu.test(name);

/** Parts whose type nobody declares: Word takes the whole package for damaged. */
function findUntyped(opened: WordPackage): readonly XmlFault[] {
  const root = opened.part(CONTENT_TYPES);
  if (!root) return [{ part: CONTENT_TYPES, what: '没有声明各部分的类型' }];
  const list = (kind: string, attribute: string) =>
    new Set(
      root.children.flatMap((child) =>
        typeof child !== 'string' && child.name.replace(/^.*:/u, '') === kind
          ? [(attributeOf(child, attribute) ?? '').toLowerCase()]
          : [],
      ),
    );
  const extensions = list('Default', 'Extension');
  const parts = list('Override', 'PartName');
  return opened.names
    .filter((name) => name !== CONTENT_TYPES && !name.endsWith('/'))
    .filter((name) => {
      const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
      return !extensions.has(extension) && !parts.has(`/${name.toLowerCase()}`);
    })
    .map((name) => ({ part: name, what: '没有声明类型' }));
}

/** Name of the part whose relationships a `.rels` part holds. */
function ownerOf(name: string): string {
  return name.replace(/(^|\/)_rels\/([^/]*)\.rels$/iu, '$1$2');
}

function listTwice(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

/** Relationships that lead nowhere, and identifiers that stand for two. */
function findBroken(opened: WordPackage): readonly XmlFault[] {
  const present = new Set(opened.names.map((name) => name.toLowerCase()));
  return opened.names.filter(isRelations).flatMap((part) => {
    const relations = opened.relationsOf(ownerOf(part));
    const lost = relations.filter(({ target }) => target && !present.has(target.toLowerCase()));
    const ids = relations.map(({ id }) => id);
    const twice = listTwice(ids);
    return [
      ...lost.map(({ target }) => ({ part, what: `指向的 ${target} 不在文件里` })),
      ...[...twice].map((id) => ({ part, what: `关系 ${id} 重复了` })),
    ];
  });
}

/** References to relationships that are not there. */
function findUnknown(opened: WordPackage): readonly XmlFault[] {
  const known = new Set(opened.relationsOf(opened.main).map(({ id }) => id));
  const unknown = new Set<string>();
  const walk = (element: XmlElement): void => {
    for (const name of ['r:id', 'r:embed', 'r:link']) {
      const id = element.attributes[name];
      if (id && !known.has(id)) unknown.add(id);
    }
    for (const child of element.children) if (typeof child !== 'string') walk(child);
  };
  const root = opened.part(opened.main);
  if (root) walk(root);
  return [...unknown].map((id) => ({ part: opened.main, what: `关系 ${id} 不存在` }));
}

/** Word's own parts: the text, what stands at head and foot, styles, lists, settings. */
function listWordParts(opened: WordPackage): readonly string[] {
  const kinds = /^(?:styles|numbering|settings|header|footer|footnotes|endnotes|comments)$/u;
  const related = opened
    .relationsOf(opened.main)
    .flatMap(({ kind, target }) => (kinds.test(kind) && target ? [target] : []));
  return [opened.main, ...new Set(related)];
}

function findMisplaced(opened: WordPackage): readonly XmlFault[] {
  return listWordParts(opened).flatMap((part) => {
    const root = opened.part(part);
    const counts = new Map<string, number>();
    if (root) checkOrder(root, (what) => counts.set(what, (counts.get(what) ?? 0) + 1));
    return [...counts].slice(0, MOST_KINDS).map(([what, count]) => ({
      part,
      what: count > 1 ? `${what}，共 ${count} 处` : what,
    }));
  });
}

/** Two styles of one identifier: which counts is left to the program. */
function findTwinStyles(opened: WordPackage): readonly XmlFault[] {
  const ids = childrenOf(opened.related('styles'), 'w:style').map(
    (style) => attributeOf(style, 'styleId') ?? '',
  );
  const twice = listTwice(ids.filter((id) => id !== ''));
  return [...twice].map((id) => ({ part: 'word/styles.xml', what: `样式 ${id} 重复了` }));
}

/** Parts that are XML and broken, also where nothing of them is needed to print. */
function parseRest(opened: WordPackage): void {
  for (const name of opened.names) {
    if (/\.(?:xml|rels)$/iu.test(name) && !/^customXml\//iu.test(name)) opened.part(name);
  }
}

/**
 * Faults of the package and of its XML: parts that are broken or of undeclared type, relationships
 * that lead nowhere, children where the schema has no place for them.
 * @source ISO/IEC 29500-1, -2
 */
export function findFaults(opened: WordPackage): readonly XmlFault[] {
  parseRest(opened);
  return [
    ...opened.faults(),
    ...findUntyped(opened),
    ...findBroken(opened),
    ...findUnknown(opened),
    ...findMisplaced(opened),
    ...findTwinStyles(opened),
  ];
}

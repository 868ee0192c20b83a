import type { XmlElement } from '../read/xml.ts';
import { childOrders, firstChildren, requiredChildren } from './schema-order.ts';

/** The place of each name an element may hold, and whether it may stand there more than once. */
type Places = ReadonlyMap<string, { readonly rank: number; readonly isMany: boolean }>;

const places: ReadonlyMap<string, Places> = new Map(
  Object.entries(childOrders).map(([name, order]) => [`w:${name}`, readPlaces(order)]),
);

function readPlaces(order: readonly string[]): Places {
  const known = new Map<string, { rank: number; isMany: boolean }>();
  for (const [rank, group] of order.entries()) {
    const isMany = group.endsWith('*');
    const names = (isMany ? group.slice(0, -1) : group).split('|');
    // a name with two places keeps its last: what may stand early may stand there too
    for (const name of names) known.set(`w:${name}`, { rank, isMany });
  }
  return known;
}

type Tell = (what: string) => void;

/** Elements of other vocabularies are extensions, which a reader that does not know them skips. */
const isOurs = (name: string): boolean => name.startsWith('w:');

function checkPlaces(element: XmlElement, known: Places, tell: Tell): void {
  let last = -1;
  for (const child of element.children) {
    if (typeof child === 'string' || !isOurs(child.name)) continue;
    const place = known.get(child.name);
    if (!place) tell(`${element.name} 里不该有 ${child.name}`);
    else if (place.rank < last && !mayStandEarly(element, child)) {
      tell(`${element.name} 里的 ${child.name} 位置不对`);
    } else if (place.rank === last && !place.isMany) {
      tell(`${element.name} 里的 ${child.name} 重复了`);
    } else last = place.rank;
  }
}

/** Marks of ranges may also stand before the properties of a table. */
function mayStandEarly({ name }: XmlElement, child: XmlElement): boolean {
  return name === 'w:tbl' && !/^w:tbl(?:Pr|Grid)$/u.test(child.name) && child.name !== 'w:tr';
}

function checkRequired(element: XmlElement, tell: Tell): void {
  for (const name of requiredChildren[element.name.slice(2)] ?? []) {
    const isThere = element.children.some(
      (child) =>
        typeof child !== 'string' && (child.name === `w:${name}` || isWrapping(child.name, name)),
    );
    if (!isThere) tell(`${element.name} 里缺少 w:${name}`);
  }
  const first = firstChildren[element.name.slice(2)];
  if (first === undefined) return;
  const at = element.children
    .filter((child): child is XmlElement => typeof child !== 'string' && isOurs(child.name))
    .findIndex((child) => child.name === `w:${first}`);
  if (at > 0) tell(`${element.name} 里的 w:${first} 位置不对`);
}

/** A cell's paragraph may stand in a wrapper, or be a table. */
function isWrapping(name: string, wanted: string): boolean {
  return (
    wanted === 'p' &&
    /^(?:w:(?:sdt|customXml|tbl|altChunk|ins|del)|mc:AlternateContent)$/u.test(name)
  );
}

/** Tells of every element below `root` whose children stand where the schema has no place for them. */
export function checkOrder(root: XmlElement, tell: Tell): void {
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const known = places.get(element.name);
    if (known) checkPlaces(element, known, tell);
    if (isOurs(element.name)) checkRequired(element, tell);
    for (const child of element.children) if (typeof child !== 'string') waiting.push(child);
  }
}

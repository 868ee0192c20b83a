/** An element of an XML text by where it stands in it. What is not changed stays as it was, to the byte. */
export interface PlacedElement {
  readonly name: string;
  readonly parent: PlacedElement | null;
  readonly children: readonly PlacedElement[];
  readonly start: number;
  /** Behind its closing tag. */
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
}

interface OpenElement extends PlacedElement {
  readonly parent: OpenElement | null;
  readonly children: OpenElement[];
  end: number;
  innerEnd: number;
}

const pieces =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?<slash>\/?)(?<name>[^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(?<empty>\/?)>/gsu;

/**
 * The elements of a text that is known to be well-formed XML, below a root that stands for the whole.
 */
export function placeElements(xml: string): PlacedElement {
  const root: OpenElement = {
    name: '',
    parent: null,
    children: [],
    start: 0,
    end: xml.length,
    innerStart: 0,
    innerEnd: xml.length,
  };
  let open = root;
  for (const found of xml.matchAll(pieces)) {
    const { slash, name, empty } = found.groups ?? {};
    if (name === undefined) continue;
    const behind = found.index + found[0].length;
    if (slash) {
      open.innerEnd = found.index;
      open.end = behind;
      open = open.parent ?? root;
      continue;
    }
    const at = { start: found.index, end: behind, innerStart: behind, innerEnd: behind };
    const element: OpenElement = { name, parent: open, children: [], ...at };
    open.children.push(element);
    if (!empty) open = element;
  }
  return root;
}

/** An element and everything below it, in the order of the text; not below those that `stops` names. */
export function* walk(
  element: PlacedElement,
  stops: (one: PlacedElement) => boolean = () => false,
): Generator<PlacedElement> {
  for (const child of element.children) {
    yield child;
    if (!stops(child)) yield* walk(child, stops);
  }
}

/** Everything of that name below an element. */
export function findAll(element: PlacedElement, name: string): readonly PlacedElement[] {
  return [...walk(element)].filter((one) => one.name === name);
}

/** The first child of that name; null where there is none. */
export function childNamed(element: PlacedElement | null, name: string): PlacedElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** The text of an element as it stands in its XML, tags and all. */
export function sliceOf(xml: string, { start, end }: PlacedElement): string {
  return xml.slice(start, end);
}

/** The text between an element's tags. */
export function innerOf(xml: string, { innerStart, innerEnd }: PlacedElement): string {
  return xml.slice(innerStart, innerEnd);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** XML's five entities and numbers as the characters they stand for. */
export function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (all, hex, decimal, name) => {
      if (name !== undefined) return entities[String(name)] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** An attribute of an element's opening tag; null where it has none of that name. */
export function attributeIn(
  xml: string,
  element: PlacedElement | null,
  name: string,
): string | null {
  if (!element) return null;
  const tag = xml.slice(element.start, element.innerStart);
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null;
}

/** `w:val` of a child; null where there is none. */
export function childValueIn(
  xml: string,
  element: PlacedElement | null,
  child: string,
): string | null {
  return attributeIn(xml, childNamed(element, child), 'w:val');
}

/** A stretch of a text that gives way to another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with its edits made. Of two that lie on each other, the one that begins first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const written: string[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    written.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return written.join('') + text.slice(at);
}

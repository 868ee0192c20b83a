import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { JsonReading, JsonStep, ReadJson } from '../../../core/packs/index.ts';

/** Deeper than any pack; jsonc-parser goes down by calling itself. */
const deepest = 60;

/** Where each line begins, from which a place's line is found. */
function createLineOf(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Where a text first opens more brackets than any pack; -1 where it does not. */
function findTooDeep(text: string): number {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{}\]]/gsu)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) return index;
  }
  return -1;
}

const strictly = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

function keyOf(property: Node): JsonStep {
  return String(property.children?.[0]?.value ?? '');
}

function listDoubled(node: Node, path: readonly JsonStep[]): readonly (readonly JsonStep[])[] {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.flatMap((child, index) => listDoubled(child, [...path, index]));
  }
  if (node.type !== 'object') return [];
  const seen = new Set<JsonStep>();
  return children.flatMap((property) => {
    const key = keyOf(property);
    const inner = property.children?.[1];
    const doubled = seen.has(key) ? [[...path, key]] : [];
    seen.add(key);
    return inner ? [...doubled, ...listDoubled(inner, [...path, key])] : doubled;
  });
}

/** The line of a value, or of its key where it has one: that is where a person looks. */
function createPathLine(text: string, tree: () => Node | undefined): JsonReading['lineOf'] {
  const lineOf = createLineOf(text);
  return (path) => {
    const root = tree();
    const node = root && findNodeAtLocation(root, [...path]);
    if (!node) return null;
    const named = node.parent?.type === 'property' ? node.parent : node;
    return lineOf(named.offset);
  };
}

function tellTrouble(text: string) {
  const tooDeep = findTooDeep(text);
  if (tooDeep >= 0) return { line: createLineOf(text)(tooDeep), sign: text[tooDeep] ?? '' };
  const errors: ParseError[] = [];
  parseTree(text, errors, strictly);
  const [first] = errors;
  if (!first) return { line: null, sign: '' };
  const sign = String.fromCodePoint(text.codePointAt(first.offset) ?? 0x20).trim();
  const isBehindComma = /,\s*$/u.test(text.slice(0, first.offset)) && /[}\]]/u.test(sign);
  return { line: createLineOf(text)(first.offset), sign: isBehindComma ? `,${sign}` : sign };
}

/**
 * Reads JSON as `JSON.parse` does, and tells lines. A line is looked for only where it is asked, so
 * that a good file costs no more than parsing it.
 */
export const readJsonWithLines: ReadJson = (text) => {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return tellTrouble(text);
  }
  const tooDeep = findTooDeep(text);
  if (tooDeep >= 0) return { line: createLineOf(text)(tooDeep), sign: text[tooDeep] ?? '' };
  let tree: Node | undefined;
  const look = () => {
    tree ??= parseTree(text, [], strictly);
    return tree;
  };
  return {
    value,
    lineOf: createPathLine(text, look),
    listDoubled: () => {
      const root = look();
      return root ? listDoubled(root, []) : [];
    },
  };
};

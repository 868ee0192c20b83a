import { attributeOf, type XmlElement } from '../xml.ts';

const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  129: '①',
  130: '②',
  131: '③',
  132: '④',
  133: '⑤',
  134: '⑥',
  135: '⑦',
  136: '⑧',
  137: '⑨',
  138: '⑩',
  158: '·',
  159: '•',
  161: '○',
  167: '▪',
  168: '◻',
  171: '★',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  80: '✓',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  152: '•',
  153: '●',
  154: '•',
  163: '□',
};
const symbol: Readonly<Record<number, string>> = {
  163: '≤',
  165: '∞',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
};
const tables: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
};

/**
 * The character a `w:sym` prints. Null for a sign of a symbol face that has no known equal:
 * its private code would mean nothing without that face.
 */
export function readSymbol(element: XmlElement): string | null {
  const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff) return null;
  const table = tables[(attributeOf(element, 'font') ?? '').toLowerCase()];
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  if (table) return table[code & 0xff] ?? null;
  if (isPrivate || (code >= 0xd800 && code <= 0xf8ff)) return null;
  return String.fromCodePoint(code);
}

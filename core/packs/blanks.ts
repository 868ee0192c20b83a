/** A blank of a text: 〔次数〕. Offsets in UTF-16 units, brackets included. */
export interface Blank {
  readonly start: number;
  readonly end: number;
  /** The words between the brackets, without blanks around them. */
  readonly name: string;
}

/** Where a blank begins. The 〔2021〕 of a document's number begins none. */
const opening = '〔(?!\\s?[0-9０-９]{4}\\s?〕)';
const blank = new RegExp(`${opening}([^〔〕\\n]{0,60})〕`, 'gu');
const anyOpening = new RegExp(opening, 'u');

/** The places of a text that are still to be filled in, in order: 〔…〕, but no 〔2021〕 of a document's number. */
export function listBlanks(text: string): readonly Blank[] {
  if (!text.includes('〔')) return [];
  return [...text.matchAll(blank)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: (match[1] ?? '').trim(),
  }));
}

/** True when a text has a place to be filled in, also one that a full stop within cuts off. */
export function hasOpenPlace(text: string): boolean {
  return anyOpening.test(text);
}

import type { TemplatePlace } from '../../../core/api/index.ts';

/** What an office types for each place, between double braces; the first is what people are shown. */
const placeWords: Readonly<Record<TemplatePlace, readonly [string, ...string[]]>> = {
  title: ['标题'],
  addressee: ['主送机关', '主送'],
  body: ['正文'],
  signature: ['落款', '发文机关署名'],
  date: ['成文日期', '日期'],
  number: ['发文字号', '文号'],
  signers: ['签发人'],
  copyNumber: ['份号'],
  secrecy: ['密级', '密级和保密期限'],
  urgency: ['紧急程度'],
  copiesTo: ['抄送', '抄送机关'],
  printedBy: ['印发机关'],
  printedOn: ['印发日期'],
  annexes: ['附件', '附件说明'],
  note: ['附注'],
};

const placeOfWord = new Map(
  Object.entries(placeWords).flatMap(([place, words]) =>
    words.map((word) => [word, place as TemplatePlace] as const),
  ),
);

/** Every place, in the order of a document. */
export const places = Object.keys(placeWords) as readonly TemplatePlace[];

/** How a place is called: 发文字号. */
export function namePlace(place: TemplatePlace): string {
  return placeWords[place][0];
}

/** The place that a word names, such as the title of a content control; null for any other word. */
export function findPlace(word: string): TemplatePlace | null {
  const plain = word.normalize('NFKC').replaceAll(/[\s{}]/gu, '');
  return placeOfWord.get(plain) ?? null;
}

/** A typed mark in a text: from where to where, and what stands in it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** Null for a word that names no place. */
  readonly place: TemplatePlace | null;
}

/** Both widths: a Chinese keyboard types the wide braces. */
const typed = /[{｛]{2}([^{}｛｝]{1,40})[}｝]{2}/gu;

/** The marks of a text. */
export function findMarks(text: string): readonly Mark[] {
  return [...text.matchAll(typed)].map(({ index, 0: all, 1: word = '' }) => ({
    start: index,
    end: index + all.length,
    word: word.trim(),
    place: findPlace(word),
  }));
}

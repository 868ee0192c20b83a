import { type Mm, pt, ptToMm } from '../../../core/layout/index.ts';
import { readBoxes } from './render.ts';

/** A printed line; distances in millimetres from the left and top edges of the paper. */
export interface PrintedLine {
  readonly text: string;
  readonly left: Mm;
  readonly right: Mm;
  readonly top: Mm;
  readonly bottom: Mm;
}

/** A printed page. */
export interface PrintedPage {
  readonly width: Mm;
  readonly height: Mm;
  /** Lines of the text block from top to bottom. */
  readonly lines: readonly PrintedLine[];
  /** The page number with its dashes; null when there is none. */
  readonly number: PrintedLine | null;
}

interface Box {
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const wordPattern =
  /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/gu;

function readWords(page: string): readonly Box[] {
  return [...page.matchAll(wordPattern)].map(([, xMin, yMin, xMax, yMax, text = '']) => ({
    text: text.replaceAll(/&(lt|gt|amp|quot);/gu, (_, name: string) => entities[name] ?? ''),
    xMin: Number(xMin),
    xMax: Number(xMax),
    yMin: Number(yMin),
    yMax: Number(yMax),
  }));
}

const middle = (box: Box): number => (box.yMin + box.yMax) / 2;

/** Words whose middles are at most 8 pt apart stand on one line. */
function groupLines(words: readonly Box[]): readonly (readonly Box[])[] {
  const lines: Box[][] = [];
  for (const word of words.toSorted((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middle(word) - middle(first) < 8) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.xMin - b.xMin));
}

function joinLine(words: readonly Box[]): PrintedLine {
  const least = (read: (box: Box) => number) => ptToMm(pt(Math.min(...words.map(read))));
  const most = (read: (box: Box) => number) => ptToMm(pt(Math.max(...words.map(read))));
  return {
    text: words.map((word) => word.text).join(''),
    left: least((box) => box.xMin),
    right: most((box) => box.xMax),
    top: least((box) => box.yMin),
    bottom: most((box) => box.yMax),
  };
}

function readPage(page: string): PrintedPage {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/u.exec(page) ?? [];
  const lines = groupLines(readWords(page)).map(joinLine);
  const last = lines.at(-1);
  const number = last && /^—\d+—$/u.test(last.text) ? last : null;
  return {
    width: ptToMm(pt(Number(width))),
    height: ptToMm(pt(Number(height))),
    lines: number ? lines.slice(0, -1) : lines,
    number,
  };
}

/** Pages of a PDF as they are printed. */
export async function measurePdf(pdf: string): Promise<readonly PrintedPage[]> {
  const boxes = await readBoxes(pdf);
  return boxes.split('<page ').slice(1).map(readPage);
}

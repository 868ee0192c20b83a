import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mm, mm } from '../../../core/layout/index.ts';

const execute = promisify(execFile);
/** Ten dots a millimetre. */
const DOTS_PER_INCH = 254;
const DOTS_PER_MM = 10;

/** A stretch of ink; distances in millimetres from the left and top edges of the paper. */
export interface Ink {
  readonly left: Mm;
  readonly right: Mm;
  readonly top: Mm;
  readonly bottom: Mm;
}

/** A straight line across the page. */
export interface PrintedRule extends Ink {
  readonly isRed: boolean;
}

/** What a page shows apart from its words. */
export interface PageInk {
  /** Lines of at least 100 mm, from top to bottom. */
  readonly rules: readonly PrintedRule[];
  /** Red ink that is no line; null where there is none. */
  readonly red: Ink | null;
  /** Stretches of the page's height that hold ink which is no line, from top to bottom. */
  readonly bands: readonly { readonly top: Mm; readonly bottom: Mm }[];
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function readPicture(file: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm drew no PPM');
  const bytes = file.subarray(head[0].length);
  return { width: Number(head[1]), height: Number(head[2]), bytes };
}

const LEAST_RULE = 100 * DOTS_PER_MM;

interface Row {
  readonly y: number;
  /** The longest unbroken stretch of ink. */
  readonly run: { readonly from: number; readonly to: number; readonly isRed: boolean };
  /** First and last red dot; null for none. */
  readonly red: { readonly from: number; readonly to: number } | null;
}

function toneAt(bytes: Uint8Array, at: number): 'paper' | 'ink' | 'red' {
  if ((bytes[at + 1] ?? 255) >= 128) return 'paper';
  return (bytes[at] ?? 0) > 160 ? 'red' : 'ink';
}

function readRow({ width, bytes }: Picture, y: number): Row {
  let run = { from: 0, to: 0, isRed: false };
  let from = -1;
  let [firstRed, lastRed] = [-1, -1];
  for (let x = 0; x <= width; x += 1) {
    const at = 3 * (y * width + x);
    const tone = x < width ? toneAt(bytes, at) : 'paper';
    const isInk = tone !== 'paper';
    if (isInk && from < 0) from = x;
    if (tone === 'red') {
      if (firstRed < 0) firstRed = x;
      lastRed = x;
    }
    if (!isInk && from >= 0) {
      const isRed = toneAt(bytes, 3 * (y * width + from)) === 'red';
      if (x - from > run.to - run.from) run = { from, to: x, isRed };
      from = -1;
    }
  }
  return { y, run, red: firstRed < 0 ? null : { from: firstRed, to: lastRed + 1 } };
}

const toMm = (dots: number) => mm(dots / DOTS_PER_MM);

/** Rows that follow one another. */
function groupRows(rows: readonly Row[]) {
  const groups: { first: Row; last: Row }[] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && row.y === group.last.y + 1) group.last = row;
    else groups.push({ first: row, last: row });
  }
  return groups;
}

function groupRules(rows: readonly Row[]): readonly PrintedRule[] {
  return groupRows(rows).map(({ first, last }) => {
    const { from, to, isRed } = first.run;
    return {
      left: toMm(from),
      right: toMm(to),
      top: toMm(first.y),
      bottom: toMm(last.y + 1),
      isRed,
    };
  });
}

function boundRed(rows: readonly Row[]): Ink | null {
  const red = rows.flatMap(({ y, red: stretch }) => (stretch ? [{ y, ...stretch }] : []));
  if (red.length === 0) return null;
  return {
    left: toMm(Math.min(...red.map(({ from }) => from))),
    right: toMm(Math.max(...red.map(({ to }) => to))),
    top: toMm(Math.min(...red.map(({ y }) => y))),
    bottom: toMm(Math.max(...red.map(({ y }) => y)) + 1),
  };
}

/** The lines and the red ink of a page of a PDF; pages count from 1. */
export async function readInk(pdf: string, page: number): Promise<PageInk> {
  const range = ['-r', String(DOTS_PER_INCH), '-f', String(page), '-l', String(page)];
  const { stdout } = await execute('pdftoppm', [...range, pdf], {
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  const picture = readPicture(stdout);
  const rows = Array.from({ length: picture.height }, (_, y) => readRow(picture, y));
  const isRule = ({ run }: Row) => run.to - run.from >= LEAST_RULE;
  const others = rows.filter((row) => !isRule(row));
  const inked = groupRows(others.filter(({ run }) => run.to > run.from));
  return {
    rules: groupRules(rows.filter(isRule)),
    red: boundRed(others),
    bands: inked.map(({ first, last }) => ({ top: toMm(first.y), bottom: toMm(last.y + 1) })),
  };
}

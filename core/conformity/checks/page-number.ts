import { sizes, type Twip, twipToMm } from '../../layout/index.ts';
import type {
  PrintedDocument,
  PrintedParagraph,
  PrintedRun,
  PrintedSection,
} from '../../printed/index.ts';
import { compareFaces } from '../face-kinds.ts';
import { createItem, type Found, formatNumber } from '../item.ts';
import { largest } from '../largest.ts';
import { visibleRuns } from '../piece.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

type Side = 'left' | 'center' | 'right';
const sideNames: Readonly<Record<Side, string>> = { left: '居左', center: '居中', right: '居右' };

/** A number at the foot of a kind of page. */
interface PageNumber {
  readonly paragraph: PrintedParagraph;
  readonly side: Side;
  /** What stands on its side, from the edge of the text block, in twips. */
  readonly indent: number;
  readonly after: readonly PrintedParagraph[];
}

function sideOf({ align, frame }: PrintedParagraph): Side {
  const framed = frame?.horizontal.align;
  if (framed === 'outside' || framed === 'right') return 'right';
  if (framed === 'center') return 'center';
  if (framed === 'inside' || framed === 'left') return 'left';
  return align === 'both' ? 'left' : align;
}

function readNumber(edge: readonly PrintedParagraph[] | null): PageNumber | null {
  const at = edge?.findIndex(({ runs }) => runs.some((run) => run.field === 'PAGE')) ?? -1;
  const paragraph = edge?.[at];
  if (!paragraph) return null;
  const side = sideOf(paragraph);
  const { left, right, first } = paragraph.indent;
  const indent = side === 'right' ? right : side === 'left' ? left + first : 0;
  return { paragraph, side, indent, after: edge?.slice(at + 1) ?? [] };
}

/** Numbers of odd and even pages; without facing pages both are the same. */
function readNumbers(section: PrintedSection, { evenAndOdd }: PrintedDocument) {
  const odd = readNumber(section.footers.default);
  return { odd, even: evenAndOdd ? readNumber(section.footers.even) : odd };
}

const words = ({ paragraph }: PageNumber): string =>
  visibleRuns(paragraph)
    .map((run) => (run.field === 'PAGE' ? '1' : run.text))
    .join('')
    .trim();

function judgeSide(number: PageNumber | null, wanted: Side, name: string): readonly string[] {
  if (!number) return [`${name}没有页码`];
  if (number.side !== wanted)
    return [`${name}页码${sideNames[number.side]}，应${sideNames[wanted]}`];
  if (wanted === 'center') return [];
  const cells = number.indent / (sizes.pageNumber * 20);
  return Math.abs(cells - 1) <= 0.35 ? [] : [`${name}页码空 ${formatNumber(cells)} 字，应空 1 字`];
}

function judgeDashes(number: PageNumber | null, { layout }: Subject): readonly string[] {
  if (!number) return [];
  const text = words(number);
  if (!layout.pageNumber.dashes) return text === '1' ? [] : [`页码写作“${text}”，应只有数字`];
  return /^[—－]\s?1\s?[—－]$/u.test(text) && !text.includes('－')
    ? []
    : [`页码写作“${text}”，应为“— 1 —”`];
}

function judgeSection(section: PrintedSection, subject: Subject): readonly string[] {
  const { odd, even } = readNumbers(section, subject.document);
  const { place } = subject.layout.pageNumber;
  if (place === 'none') return odd || even ? ['有页码，应没有'] : [];
  const sides =
    place === 'outer'
      ? [...judgeSide(odd, 'right', '单页'), ...judgeSide(even, 'left', '双页')]
      : [...judgeSide(odd, 'center', '单页'), ...judgeSide(even, 'center', '双页')];
  const dashes = new Set([...judgeDashes(odd, subject), ...judgeDashes(even, subject)]);
  const first = section.hasFirstPage && !readNumber(section.footers.first) ? ['首页没有页码'] : [];
  return [...sides, ...dashes, ...first];
}

const toFound = (lists: readonly string[]): readonly Found[] =>
  [...new Set(lists)].map((measured) => ({ piece: null, measured }));

/** `单页居右空 1 字“— 1 —”，双页居左空 1 字“— 1 —”`; empty without a number. */
function describeNumbers({ main, document }: Subject): string {
  if (!main) return '';
  const { odd, even } = readNumbers(main, document);
  const say = (name: string, number: PageNumber | null) => {
    if (!number) return [];
    const indent = number.indent / (sizes.pageNumber * 20);
    const air = number.side === 'center' ? '' : `空 ${formatNumber(indent)} 字`;
    return [`${name}${sideNames[number.side]}${air}“${words(number)}”`];
  };
  return [...say('单页', odd), ...say('双页', even)].join('，');
}

/** A real field, with its dashes, on the outer side. @source GB/T 9704-2012 7.5 */
export const checkPageNumber: Check = (subject) => {
  const { place, dashes } = subject.layout.pageNumber;
  const sides = { outer: '单页居右空 1 字、双页居左空 1 字', center: '居中', none: '没有页码' };
  const wanted =
    place === 'none' ? sides.none : `${sides[place]}${dashes ? '，两侧各一条一字线' : ''}`;
  const head = { id: 'page-number', title: '页码', clause: 'GB/T 9704-2012 7.5', wanted };
  const found = subject.document.sections.flatMap((section) => judgeSection(section, subject));
  return createItem(head, toFound(found), describeNumbers(subject) || wanted);
};

function numbersOf(subject: Subject): readonly PageNumber[] {
  if (subject.layout.pageNumber.place === 'none') return [];
  return subject.document.sections.flatMap((section) => {
    const { odd, even } = readNumbers(section, subject.document);
    return [odd, even].filter((number) => number !== null);
  });
}

/** The face that number and dashes are set in. */
const faceOf = ({ field, hintsChinese, face, latinFace }: PrintedRun): string =>
  field !== 'PAGE' && hintsChinese ? face : latinFace;

function judgeLook({ paragraph }: PageNumber, wanted: string): readonly string[] {
  return visibleRuns(paragraph).flatMap((run) => {
    if (run.text.trim() === '') return [];
    const face = faceOf(run);
    return [
      compareFaces(face, wanted) === 'other' ? `页码字体是${face}，应为${wanted}` : '',
      Math.abs(run.size - sizes.pageNumber) < 0.25
        ? ''
        : `页码字号是 ${formatNumber(run.size)} 磅，应为四号（14 磅）`,
      run.bold ? '页码加粗了' : '',
    ].filter(Boolean);
  });
}

/** 4号 half-width 宋体. @source GB/T 9704-2012 7.5 */
export const checkPageNumberLook: Check = (subject) => {
  const numbers = numbersOf(subject);
  if (numbers.length === 0) return null;
  const wanted = subject.layout.faces.pageNumber;
  const found = numbers.flatMap((number) => judgeLook(number, wanted));
  const head = {
    id: 'page-number-look',
    title: '页码字体和字号',
    clause: 'GB/T 9704-2012 7.5',
    wanted: `${wanted}，四号`,
  };
  const seen = numbers.flatMap(({ paragraph }) =>
    visibleRuns(paragraph).flatMap((run) =>
      run.text.trim() === '' ? [] : [`${faceOf(run)}，${formatNumber(run.size)} 磅`],
    ),
  );
  return createItem(head, toFound(found), [...new Set(seen)].join('；'));
};

/** Height of a line of a Song face, as a share of its size. */
const LINE_OF_SIZE = 1.14;
const WANTED_MM = 7;
const TOLERANCE_MM = 1;

function heightOf({ pitch, runs, markSize, spaceBefore, spaceAfter }: PrintedParagraph): number {
  const size = largest(
    runs.map((run) => run.size),
    runs.length === 0 ? (markSize ?? 10.5) : 0,
  );
  const natural = size * 20 * LINE_OF_SIZE;
  const line =
    pitch.rule === 'exact'
      ? pitch.value
      : pitch.rule === 'atLeast'
        ? Math.max(pitch.value, natural)
        : (natural * pitch.value) / 240;
  return line + spaceBefore + spaceAfter;
}

/** From the foot of the text block to the middle of the number, in millimetres; null for a framed one. */
function measureGap(number: PageNumber, { margins }: PrintedSection): number | null {
  if (number.paragraph.frame) return null;
  const below = number.after
    .filter(({ frame }) => frame === null)
    .reduce((sum, paragraph) => sum + heightOf(paragraph), 0);
  const middle = margins.footer + below + heightOf(number.paragraph) / 2;
  return twipToMm((margins.bottom - middle) as Twip);
}

/** The dash is 7 mm under the text block. @source GB/T 9704-2012 7.5 */
export const checkPageNumberPlace: Check = (subject) => {
  const gaps = subject.document.sections.flatMap((section) => {
    const { odd, even } = readNumbers(section, subject.document);
    return [odd, even].flatMap((number) => {
      const gap = number ? measureGap(number, section) : null;
      return gap === null ? [] : [gap];
    });
  });
  const [gap] = gaps;
  if (gap === undefined || subject.layout.pageNumber.place === 'none') return null;
  const head = {
    id: 'page-number-place',
    title: '页码与版心的距离',
    clause: 'GB/T 9704-2012 7.5',
    wanted: '版心下边缘之下 7 毫米',
  };
  const found = gaps
    .filter((one) => Math.abs(one - WANTED_MM) > TOLERANCE_MM)
    .map((one) => `距版心 ${formatNumber(one)} 毫米，应为 7 毫米`);
  return createItem(head, toFound(found), `${formatNumber(gap)} 毫米`);
};

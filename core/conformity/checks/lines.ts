import { createItem, type Found, formatNumber } from '../item.ts';
import { largest } from '../largest.ts';
import { measurePitch } from '../line-pitch.ts';
import { cellOf, dominant, type Subject, textRoles } from '../subject.ts';
import type { Check } from './check.ts';

/** Twips by which a pitch may differ that still gives the wanted lines a page. */
const PITCH_TOLERANCE = 10;
/** Twips by which the characters of one paragraph may be set closer or wider to save a page. @source GB/T 9704-2012 7.3.5.5 */
const SQUEEZE = 20;

const textPieces = ({ pieces }: Subject) =>
  pieces.filter(({ role, text }) => textRoles.has(role) && text.trim() !== '');

/** The pitch of most of the text, in twips; 0 in an empty document. */
export function findPitch(subject: Subject): number {
  const { sections } = subject.document;
  return (
    dominant(
      textPieces(subject).map(({ paragraph, section, text }) => [
        Math.round(measurePitch(paragraph, sections[section]).twips),
        text.length,
      ]),
    ) ?? 0
  );
}

/** What most hanzi of the text take up, in twips; 0 in an empty document. */
export function findCell({ stretches, document }: Subject): number {
  const weighed = stretches
    .filter(({ role }) => role === 'text')
    .map(
      ({ run, piece }) => [cellOf(run, document.sections[piece.section]), run.text.length] as const,
    );
  return dominant(weighed) ?? 0;
}

/** Distance of lines. @source GB/T 9704-2012 5.2.3 */
export const checkPitch: Check = (subject) => {
  const { metrics, layout, document } = subject;
  const found = textPieces(subject).flatMap((piece): readonly Found[] => {
    const { twips, words } = measurePitch(piece.paragraph, document.sections[piece.section]);
    const isRight =
      Math.abs(twips - metrics.linePitch) <= PITCH_TOLERANCE &&
      Math.floor(metrics.textHeight / twips) === metrics.linesPerPage;
    if (isRight || isUnderRule(piece.paragraph)) return [];
    return [{ piece, measured: `${words}，应为 ${layout.linePitchPt} 磅` }];
  });
  const lines = linesOf(subject);
  const head = {
    id: 'pitch',
    title: '行距和每页行数',
    clause: 'GB/T 9704-2012 5.2.3',
    wanted: `${layout.linePitchPt} 磅，每页 ${metrics.linesPerPage} 行`,
  };
  const pitch = findPitch(subject);
  return createItem(head, found, `${formatNumber(pitch / 20, 2)} 磅，每页 ${lines} 行`);
};

/** The line above the red rule shares its height with it. */
function isUnderRule({ borders }: Subject['pieces'][number]['paragraph']): boolean {
  return borders.bottom !== null;
}

/** Lines of a full page by the file's own figures; 0 in an empty document. */
export function linesOf(subject: Subject): number {
  const { main } = subject;
  const pitch = findPitch(subject);
  if (!main || pitch === 0) return 0;
  return Math.floor((main.paper.height - main.margins.top - main.margins.bottom) / pitch);
}

/** Hanzi of a full line by the file's own figures; 0 in an empty document. */
export function charactersOf(subject: Subject): number {
  const { main } = subject;
  const cell = findCell(subject);
  if (!main || cell === 0) return 0;
  return Math.floor((main.paper.width - main.margins.left - main.margins.right) / cell);
}

/** Characters of a line, by the spacing of the text's own size. @source GB/T 9704-2012 5.2.3 */
export const checkCharacters: Check = (subject) => {
  const { metrics, stretches, document, layout } = subject;
  const cell = findCell(subject);
  const size = 320;
  const isSized = Math.abs(cell - metrics.cell) <= SQUEEZE;
  const count = cell > 0 ? Math.floor(metrics.textWidth / cell) : layout.charactersPerLine;
  const whole: readonly Found[] =
    isSized && count !== layout.charactersPerLine
      ? [{ piece: null, measured: `每行 ${count} 字，应为 ${layout.charactersPerLine} 字` }]
      : [];
  const single = stretches
    .filter(({ role, run }) => textRoles.has(role) && run.size * 20 === size)
    .flatMap(({ run, piece }): readonly Found[] => {
      const own = cellOf(run, document.sections[piece.section]);
      if (Math.abs(own - metrics.cell) <= SQUEEZE) return [];
      const points = formatNumber((own - metrics.cell) / 20, 2);
      return [{ piece, measured: `字间距与每行 ${layout.charactersPerLine} 字相差 ${points} 磅` }];
    });
  const head = {
    id: 'characters',
    title: '每行字数',
    clause: 'GB/T 9704-2012 5.2.3',
    wanted: `${layout.charactersPerLine} 字`,
  };
  return createItem(head, [...whole, ...single], `${charactersOf(subject)} 字`);
};

/** No space before and after paragraphs of the text. @source GB/T 9704-2012 5.2.3 */
export const checkSpaces: Check = (subject) => {
  const found = textPieces(subject).flatMap((piece): readonly Found[] => {
    const { spaceBefore, spaceAfter, borders } = piece.paragraph;
    if (borders.bottom || Math.max(spaceBefore, spaceAfter) < PITCH_TOLERANCE) return [];
    const words = [
      spaceBefore > 0 ? `段前 ${formatNumber(spaceBefore / 20)} 磅` : '',
      spaceAfter > 0 ? `段后 ${formatNumber(spaceAfter / 20)} 磅` : '',
    ];
    return [{ piece, measured: `${words.filter(Boolean).join('、')}，应不留` }];
  });
  const head = {
    id: 'spaces',
    title: '段前段后',
    clause: 'GB/T 9704-2012 5.2.3',
    wanted: '不留',
  };
  const texts = textPieces(subject).flatMap(({ paragraph }) =>
    isUnderRule(paragraph) ? [] : [paragraph],
  );
  const most = largest(texts.map((one) => Math.max(one.spaceBefore, one.spaceAfter)));
  return createItem(head, found, `最多 ${formatNumber(most / 20)} 磅，${texts.length} 段`);
};

/** No mark at the beginning or end of a line where it must not stand. @source GB/T 15834-2011 5 */
export const checkKinsoku: Check = (subject) => {
  const found = textPieces(subject)
    .filter(({ paragraph }) => !paragraph.kinsoku)
    .map((piece) => ({ piece, measured: '没有打开避头尾' }));
  const head = { id: 'kinsoku', title: '避头尾', clause: 'GB/T 15834-2011 5', wanted: '打开' };
  return createItem(head, found, `打开，${textPieces(subject).length} 段`);
};

import { createItem, type Found, formatNumber } from '../item.ts';
import { type LinePlace, placeRow } from '../line-place.ts';
import type { Piece } from '../piece.ts';
import { isEven, isSealed, isUnsealed, type PlacedSignature } from '../signature-rules.ts';
import type { Subject } from '../subject.ts';
import type { Check } from './check.ts';

const UNSEALED = '署名右空 2 字，日期首字比署名首字右移 2 字';
const SEALED = '日期右空 4 字，署名在其上居中';

function placeAll(
  pieces: readonly Piece[],
  { document }: Subject,
): readonly (readonly LinePlace[])[] {
  return pieces
    .map((piece) => placeRow(piece, document.sections[piece.section], document.defaultTab))
    .filter((row) => row.length > 0);
}

/** Of our own file the one rule counts that its seal asks for; of anybody's either is right. */
function isPlaced(placed: PlacedSignature, { facts }: Subject): boolean {
  if (facts === null) return isUnsealed(placed) || isSealed(placed);
  return facts.sealed ? isSealed(placed) : isUnsealed(placed) && isEven(placed);
}

function describe({ rows, date }: PlacedSignature): string {
  const units = rows.map((row) => {
    const last = row.at(-1);
    return last ? `署名右空 ${formatNumber(last.right)} 字` : '';
  });
  const dated = date ? [`日期右空 ${formatNumber(date.right)} 字`] : [];
  return [...new Set(units), ...dated].join('，');
}

/** What a paper must have is wrong where it is known to be meant, and else worth a look. */
export function judgeMissing(words: string, isMeant: boolean | undefined): readonly Found[] {
  return [{ piece: null, measured: words, ...(isMeant ? {} : { isRemark: true }) }];
}

function judgePlace(
  placed: PlacedSignature,
  [signers, dates]: readonly [readonly Piece[], readonly Piece[]],
  subject: Subject,
): readonly Found[] {
  const isKnown = placed.rows.length === signers.length && (placed.date !== null || !dates[0]);
  // one that fills its line has no place to be measured
  if (!isKnown || isPlaced(placed, subject)) return [];
  return [{ piece: signers[0] ?? dates[0] ?? null, measured: describe(placed) }];
}

function wantedPlace({ facts }: Subject): string {
  if (facts === null) return `不盖章：${UNSEALED}；盖章：${SEALED}`;
  return facts.sealed ? `盖章：${SEALED}` : `不盖章：${UNSEALED}`;
}

/** Places of signature and date, with a seal or without. @source GB/T 9704-2012 7.3.5 */
export const checkSignature: Check = (subject) => {
  const { pieces, facts, layout } = subject;
  const signers = pieces.filter(({ role }) => role === 'signature');
  const dates = pieces.filter(({ role }) => role === 'date');
  const isAsked = layout.form === 'official' || facts?.hasSignature === true;
  if (signers.length + dates.length === 0 && !isAsked) return null;
  const [date = null] = placeAll(dates, subject).map(([place]) => place ?? null);
  const placed = { rows: placeAll(signers, subject), date };
  const found =
    signers.length === 0 && isAsked
      ? judgeMissing('没有署名', facts?.hasSignature)
      : judgePlace(placed, [signers, dates], subject);
  const head = {
    id: 'signature',
    title: '落款位置',
    clause: 'GB/T 9704-2012 7.3.5.1、7.3.5.2',
    wanted: wantedPlace(subject),
  };
  return createItem(head, found, describe(placed));
};

const rightDate = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/u;

/** Arabic, in full, without leading zeros. @source GB/T 9704-2012 7.3.5.4 */
export const checkDateForm: Check = ({ pieces, facts, layout }) => {
  const dates = pieces.filter(({ role }) => role === 'date');
  const isAsked = layout.form === 'official' || facts?.hasDate === true;
  if (dates.length === 0 && !isAsked) return null;
  const found =
    dates.length === 0
      ? judgeMissing('没有成文日期', facts?.hasDate)
      : dates
          .filter(({ text }) => !rightDate.test(text.trim()))
          .map((piece) => ({ piece, measured: `写作“${piece.text.trim()}”` }));
  const head = {
    id: 'date-form',
    title: '成文日期写法',
    clause: 'GB/T 9704-2012 7.3.5.4',
    wanted: '如 2026年2月5日，月、日不编虚位',
  };
  return createItem(head, found, dates[0]?.text.trim() ?? '');
};

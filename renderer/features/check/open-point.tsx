import { useState } from 'react';
import { type OpenRow, type PlaceNames, unreadBasis } from '../../../core/self-check/index.ts';
import { useSession } from '../workspace/desk-context.ts';
import { shortenQuote } from '../workspace/quote.ts';
import { Reason } from './reason.tsx';
import { useJump } from './use-jump.ts';

/** Longest words of a row; the whole of them is one jump away. */
const mostLetters = 60;

/** Where a row leads, in words. */
function sayPlace({ kind, place, homeId }: OpenRow, names: PlaceNames): string {
  if (kind === 'date') return '落款';
  if (kind === 'promise') return place ? `或见${names.ofAnswer(place)}` : '承诺';
  if (kind === 'missing' && !place) {
    const home = names.ofStop(homeId);
    return home === '' ? '无合适条目' : `宜写在${home}`;
  }
  if (!place) return '';
  if (kind === 'missing' || kind === 'partly') return names.ofAnswer(place);
  return names.ofPlace(place) || '标题落款';
}

/** The row after the one that goes away takes the focus, or the one before it. */
function focusNext(from: Element | null): void {
  const row = from?.closest('.open-point');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  next?.querySelector<HTMLElement>('.open-jump')?.focus();
}

function Answers({ itemId, question }: { readonly itemId: string; readonly question: string }) {
  const session = useSession();
  const [asked, setAsked] = useState<'answered' | 'notApplicable' | null>(null);
  if (session.isReadOnly) return null;
  if (asked) {
    return (
      <Reason
        itemId={itemId}
        state={asked}
        onDone={(reason) => {
          focusNext(document.activeElement);
          void session.answering.answer(itemId, { state: asked, reason });
        }}
        onCancel={() => setAsked(null)}
      />
    );
  }
  const choice = (state: 'answered' | 'notApplicable', words: string) => (
    <button
      type="button"
      className="text-button"
      aria-label={`${words}：${question}`}
      onClick={() => setAsked(state)}
    >
      {words}
    </button>
  );
  return (
    <div className="open-answers">
      {choice('answered', '标为已答')}
      {choice('notApplicable', '标为不适用')}
    </div>
  );
}

/** Letters of the sentence shown before and after the words concerned. */
const lettersBefore = 12;
const lettersAfter = 16;

/** The words to update with some of their sentence: a bare figure says nothing. */
function StaleWords({ row: { text, place } }: { readonly row: OpenRow }) {
  const quote = place?.quote ?? '';
  const at = quote.indexOf(text);
  if (at < 0) return shortenQuote(text, mostLetters);
  const end = at + text.length;
  return (
    <>
      {at > lettersBefore && '…'}
      {quote.slice(Math.max(0, at - lettersBefore), at)}
      <mark>{shortenQuote(text, mostLetters)}</mark>
      {quote.slice(end, end + lettersAfter)}
      {quote.length > end + lettersAfter && '…'}
    </>
  );
}

/** One open point: what it is, where it is, and for a question what may be said of it. */
export function OpenPoint({ row, names }: { readonly row: OpenRow; readonly names: PlaceNames }) {
  const jump = useJump();
  const { kind, text, detail, refId, place, isBlocking } = row;
  const isQuestion = kind === 'missing' || kind === 'partly';
  const quote = isQuestion && place ? place.quote : '';
  return (
    <li className={`open-point ${isBlocking ? 'is-blocking' : ''}`}>
      <button type="button" className="open-jump" onClick={() => jump.toRow(row)}>
        <span className="open-place">{sayPlace(row, names)}</span>
        <span className="open-words">
          {kind === 'stale' ? <StaleWords row={row} /> : shortenQuote(text, mostLetters)}
          {quote !== '' && <q>{shortenQuote(quote, mostLetters)}</q>}
        </span>
        <span className="open-detail">
          {shortenQuote(detail, mostLetters)}
          {kind === 'missing' && !isBlocking && <i>{unreadBasis}</i>}
        </span>
      </button>
      {isQuestion && refId !== null && <Answers itemId={refId} question={text} />}
    </li>
  );
}

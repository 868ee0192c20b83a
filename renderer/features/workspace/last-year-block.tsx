import { type MouseEvent, memo, useMemo, useState } from 'react';
import type { BlockPair, DiffPiece } from '../../../core/compare/index.ts';
import { blockText } from '../../../core/model/index.ts';
import { useSession } from './desk-context.ts';
import { jumpToPlace } from './jump.ts';
import { type MarkedSentence, markSentences } from './last-year-sentences.ts';
import { shortenQuote } from './quote.ts';

/** 对照 shows what has changed, 只看上年 last year's words as they were. */
export type LastYearMode = 'compare' | 'alone';

/** Puts what was chosen into the page; the panel keeps the focus when the keyboard chose it. */
export interface LastYearInsert {
  readonly sentence: (words: string, blockId: string, keepsFocus: boolean) => void;
  readonly block: (blockId: string, keepsFocus: boolean) => void;
}

/** A click that a key made has no place on the screen. */
const isByKey = (event: MouseEvent) => event.detail === 0;

function Piece({ piece }: { readonly piece: DiffPiece }) {
  switch (piece.kind) {
    case 'same':
      return piece.text;
    case 'removed':
      return <del>{piece.text}</del>;
    case 'added':
      return <ins>{piece.text}</ins>;
  }
}

function Sentence({
  sentence,
  onInsert,
}: {
  readonly sentence: MarkedSentence;
  readonly onInsert: ((keepsFocus: boolean) => void) | null;
}) {
  const [isInserted, setIsInserted] = useState(false);
  return (
    <span className="last-year-sentence">
      {sentence.pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their order.
        <Piece key={index} piece={piece} />
      ))}
      {onInsert && (
        <button
          type="button"
          className="last-year-insert"
          aria-label={`${isInserted ? '已插入，再插入一次' : '插入这一句'}：${shortenQuote(sentence.rolled, 30)}`}
          title={`插入到光标处：${sentence.rolled}`}
          onClick={(event) => {
            onInsert(isByKey(event));
            setIsInserted(true);
          }}
        >
          {isInserted ? '✓' : '＋'}
        </button>
      )}
    </span>
  );
}

function describePair({ last, now, moved }: BlockPair, mode: LastYearMode): string {
  if (mode === 'alone') return '';
  if (!last) return '今年新写';
  if (!now) return '今年没有';
  const isSame = blockText(last) === blockText(now);
  return [isSame ? '与上年相同' : '', moved ? '位置有变' : ''].filter(Boolean).join('，');
}

/** A block that only this year has: its beginning, and the way to it. */
function NewBlock({ pair }: { readonly pair: BlockPair }) {
  const session = useSession();
  const { now } = pair;
  if (!now || blockText(now).trim() === '') return null;
  const place = { partId: null, sectionId: null, blockId: now.id, quote: '' };
  return (
    <li className="last-year-row is-new">
      <span className="last-year-note">今年新写</span>
      <button type="button" className="quote-link" onClick={() => jumpToPlace(session, place)}>
        <q>{shortenQuote(blockText(now), 60)}</q>
      </button>
    </li>
  );
}

function BlockBody({
  pair,
  rolled,
  mode,
  onInsert,
}: {
  readonly pair: BlockPair;
  readonly rolled: string;
  readonly mode: LastYearMode;
  readonly onInsert: LastYearInsert | null;
}) {
  const lastText = pair.last ? blockText(pair.last) : '';
  const nowText = mode === 'compare' && pair.now ? blockText(pair.now) : null;
  const sentences = useMemo(
    () => markSentences(lastText, rolled, nowText),
    [lastText, rolled, nowText],
  );
  const blockId = pair.last?.id ?? '';
  const canInsert = onInsert && pair.last?.type === 'paragraph';
  return (
    <p>
      {sentences.map((sentence, index) => (
        <Sentence
          // biome-ignore lint/suspicious/noArrayIndexKey: last year's sentences never change.
          key={index}
          sentence={sentence}
          onInsert={
            canInsert && sentence.rolled !== ''
              ? (keepsFocus) => onInsert.sentence(sentence.rolled, blockId, keepsFocus)
              : null
          }
        />
      ))}
    </p>
  );
}

interface RowProps {
  readonly pair: BlockPair;
  /** Last year's text as rolling forward made it. */
  readonly rolled: string;
  readonly mode: LastYearMode;
  /** Null for a report that is no longer written in. */
  readonly onInsert: LastYearInsert | null;
}

/** Pairs are made anew with each change of the text, the blocks in them only where they changed. */
function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.pair.last === after.pair.last &&
    before.pair.now === after.pair.now &&
    before.pair.moved === after.pair.moved &&
    before.rolled === after.rolled &&
    before.mode === after.mode &&
    before.onInsert === after.onInsert
  );
}

/** A block of last year's with what has become of it, its sentences and itself ready to be inserted. */
export const LastYearBlock = memo(function LastYearBlock({
  pair,
  rolled,
  mode,
  onInsert,
}: RowProps) {
  const { last } = pair;
  if (!last) return mode === 'compare' ? <NewBlock pair={pair} /> : null;
  if (blockText(last).trim() === '') return null;
  const note = describePair(pair, mode);
  return (
    <li className={`last-year-row is-${last.type}`} data-last={last.id}>
      {note && <span className="last-year-note">{note}</span>}
      <BlockBody pair={pair} rolled={rolled} mode={mode} onInsert={onInsert} />
      {onInsert && (
        <button
          type="button"
          className="text-button"
          onClick={(event) => onInsert.block(last.id, isByKey(event))}
        >
          插入整段
        </button>
      )}
    </li>
  );
}, isSameRow);

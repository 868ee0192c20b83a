import type { Place } from '../../../core/api/index.ts';
import { findStopPosition, isIdentified, lineOf } from '../../editor/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import type { DraftSession } from './draft-session.ts';
import { jumpToPlace } from './jump.ts';
import { shortenQuote } from './quote.ts';

/** Id of the paragraph, heading or table that the caret stands in; null where it stands in none. */
export function blockAtCaret(session: DraftSession): string | null {
  const line = lineOf(session.getState().selection.$from);
  if (!line || !isIdentified(line.node)) return null;
  const { name } = line.node.type;
  const isHeading = name === 'partHeading' || name === 'sectionHeading';
  return isHeading ? null : String(line.node.attrs['id']);
}

/** A named block as it reads now; null when it was deleted or emptied. */
function readBlock(session: DraftSession, blockId: string): Place | null {
  const { doc } = session.getState();
  const pos = findStopPosition(doc, blockId);
  const node = pos === null ? null : doc.nodeAt(pos);
  if (!node || node.textContent.trim() === '') return null;
  return { partId: null, sectionId: null, blockId, quote: node.textContent };
}

function PlaceQuote({ lead, place }: { readonly lead: string; readonly place: Place }) {
  const session = useSession();
  return (
    <button type="button" className="quote-link" onClick={() => jumpToPlace(session, place)}>
      {lead}
      <q>{shortenQuote(place.quote, 56)}</q>
    </button>
  );
}

/** Where this year's text tells of a promise, once the writer has said so. */
export function NamedPlace({
  blockId,
  suggestions,
  onClear,
}: {
  readonly blockId: string;
  readonly suggestions: readonly Place[];
  readonly onClear: (() => void) | null;
}) {
  const session = useSession();
  // An analysis comes anew when the text has changed; so the page is looked at again just then.
  useDesk((state) => state.analysis);
  const block = readBlock(session, blockId);
  const place = suggestions.find((suggestion) => suggestion.blockId === blockId) ?? block;
  return (
    <div className="promise-place">
      {block && place ? (
        <PlaceQuote lead="见：" place={place} />
      ) : (
        <p className="promise-gone">所指的段落已经删去。</p>
      )}
      {onClear && (
        <button type="button" className="text-button" onClick={onClear}>
          {block ? '不是这里' : '另指一处'}
        </button>
      )}
    </div>
  );
}

function CaretButton({ onAccept }: { readonly onAccept: (blockId: string) => void }) {
  const session = useSession();
  const accept = () => {
    const blockId = blockAtCaret(session);
    if (blockId !== null) onAccept(blockId);
    else {
      const text = '请先把光标放进写明这件事的段落。';
      session.store.setState({ message: { text, details: [], tone: 'bad' } });
    }
  };
  return (
    <button type="button" className="text-button" onClick={accept}>
      用光标所在段落
    </button>
  );
}

/** Ids of the parts that name faults: what stands there says of no promise that it was kept. */
function useFaultParts(): ReadonlySet<string | null> {
  const stops = useDesk((state) => state.stops);
  return new Set(
    stops
      .filter(({ kind, part }) => kind === 'part' && part === 'shortcomings')
      .map(({ id }) => id),
  );
}

/** Places that may tell of a promise, to be looked at and accepted; for one answered, also the caret's. */
export function SuggestedPlaces({
  suggestions,
  isAnswered,
  onAccept,
}: {
  readonly suggestions: readonly Place[];
  readonly isAnswered: boolean;
  readonly onAccept: (blockId: string) => void;
}) {
  const faults = useFaultParts();
  return (
    <>
      {suggestions.map((place) => (
        <div key={`${place.blockId}|${place.quote}`} className="promise-place">
          <PlaceQuote lead={faults.has(place.partId) ? '不足里写到：' : '可能在：'} place={place} />
          {(isAnswered || !faults.has(place.partId)) && (
            <button
              type="button"
              className="text-button"
              onClick={() => place.blockId !== null && onAccept(place.blockId)}
            >
              {isAnswered ? '就在这里' : '已完成，就在这里'}
            </button>
          )}
          {isAnswered && place === suggestions.at(-1) && <CaretButton onAccept={onAccept} />}
        </div>
      ))}
      {suggestions.length === 0 && isAnswered && (
        <p className="promise-place">
          写在哪里：
          <CaretButton onAccept={onAccept} />
        </p>
      )}
    </>
  );
}

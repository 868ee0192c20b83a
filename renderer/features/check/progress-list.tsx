import type { PieceReview, Remark, ReportReview } from '../../../core/review/index.ts';
import type { Check } from './use-check.ts';
import { useJump } from './use-jump.ts';

const inPercent = (share: number) => Math.round(share * 100);
const percent = (share: number) => `${inPercent(share)}%`;

/** The share of a part as a bar, with the usual range marked on it; the words beside it say the same. */
function ShareBar({ share, usual }: Pick<PieceReview, 'share' | 'usual'>) {
  // by the numbers that are told, or 11 % would stand outside of 11 % to 32 %
  const isOutside =
    usual !== null &&
    (inPercent(share) < inPercent(usual.from) || inPercent(share) > inPercent(usual.to));
  return (
    <svg
      className={`share-bar ${isOutside ? 'is-outside' : ''}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="share-track" x="0" y="3" width="100" height="4" />
      {usual && (
        <rect
          className="share-usual"
          x={usual.from * 100}
          y="0"
          width={(usual.to - usual.from) * 100}
          height="10"
        />
      )}
      <rect className="share-now" x="0" y="3" width={Math.min(1, share) * 100} height="4" />
    </svg>
  );
}

function sayLength({ characters, lastYear }: PieceReview): string {
  if (lastYear === null) return `${characters} 字`;
  const more = characters - lastYear;
  if (more === 0) return `${characters} 字，与上年一样长`;
  return `${characters} 字，比上年${more > 0 ? '多' : '少'} ${Math.abs(more)} 字`;
}

function sayShare({ share, usual }: PieceReview): string {
  const now = `占 ${percent(share)}`;
  return usual ? `${now}，通常 ${percent(usual.from)}—${percent(usual.to)}` : now;
}

function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const jump = useJump();
  return (
    <ul className="piece-remarks">
      {remarks.map(({ kind, text, partId, sectionId, blockId, quote }) => (
        <li key={`${kind}|${sectionId ?? partId ?? ''}|${quote}`}>
          {partId === null ? (
            <span>{text}</span>
          ) : (
            <button
              type="button"
              onClick={() => jump.toPlace({ partId, sectionId, blockId, quote })}
            >
              {text}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Piece({
  piece,
  remarks,
}: {
  readonly piece: PieceReview;
  readonly remarks: readonly Remark[];
}) {
  const jump = useJump();
  const { id, label, heading, progress, share, usual } = piece;
  const isDone = progress.answered === progress.total;
  return (
    <li className="piece">
      <button type="button" className="piece-jump" onClick={() => jump.toStop(id)}>
        <span className="piece-name">{piece.kind === null ? label : `${label}、${heading}`}</span>
        {progress.total > 0 && (
          <b className={`piece-count ${isDone ? 'is-done' : ''}`}>
            必答 {progress.answered} / {progress.total}
          </b>
        )}
      </button>
      <ShareBar share={share} usual={usual} />
      <p className="piece-facts">
        <span>{sayLength(piece)}</span>
        <span>{sayShare(piece)}</span>
      </p>
      {remarks.length > 0 && <Remarks remarks={remarks} />}
    </li>
  );
}

function Whole({ review, check }: { readonly review: ReportReview; readonly check: Check }) {
  const { characters, lastYear } = review;
  const { rows, settled } = check.sheet;
  return (
    <p className="piece-whole" title="不算标题、主送机关和落款">
      必答 {rows.length} 项，已有着落 {settled} 项；正文 {characters} 字
      {lastYear !== null && `，上年 ${lastYear} 字`}。
    </p>
  );
}

/** How far each part is: what it must answer, how long it is, and what may be said of it. */
export function ProgressList({ check }: { readonly check: Check }) {
  const { review } = check.analysis;
  const parts = review.pieces.filter(({ sectionId }) => sectionId === null);
  const missing = review.remarks.filter(
    ({ partId, sectionId }) => partId === null && sectionId === null,
  );
  return (
    <aside className="check-progress" aria-label="各部分的进度">
      <h2>各部分的进度</h2>
      <Whole review={review} check={check} />
      <ul>
        {parts.map((piece) => (
          <Piece
            key={piece.id}
            piece={piece}
            remarks={review.remarks.filter(
              ({ partId }) => partId !== null && partId === piece.partId,
            )}
          />
        ))}
      </ul>
      {missing.length > 0 && <Remarks remarks={missing} />}
    </aside>
  );
}

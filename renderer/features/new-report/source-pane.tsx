import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Claim, SourceSelection } from '../../../core/claim/index.ts';
import { findBodySize } from './claim-look.ts';
import { SourceChunk } from './claim-source-line.tsx';
import { groupMarks } from './link-lines.ts';
import { readSourceSelection } from './source-selection.ts';
import { chunkSize, estimateHeight, useSeenChunks } from './use-chunks.ts';

interface Offer {
  readonly selection: SourceSelection;
  readonly x: number;
  readonly y: number;
}

function readOffer(pane: HTMLElement): Offer | null {
  const selection = readSourceSelection(pane);
  const rect = selection && window.getSelection()?.getRangeAt(0).getBoundingClientRect();
  return selection && rect ? { selection, x: rect.left, y: rect.bottom + 4 } : null;
}

function revealActive(pane: HTMLElement, active: string): void {
  const mark = pane.querySelector(`[data-row="${CSS.escape(active)}"]`);
  if (!mark) return;
  const [own, around] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.top >= around.top && own.bottom <= around.bottom) return;
  const isFar = own.bottom < around.top - 80 || own.top > around.bottom + 80;
  mark.scrollIntoView({ block: isFar ? 'center' : 'nearest' });
}

/** The button that makes a heading of the chosen words. */
function HeadingOffer({
  offer,
  onHeading,
}: {
  readonly offer: Offer;
  readonly onHeading: (selection: SourceSelection) => void;
}) {
  return (
    <button
      type="button"
      className="source-offer"
      style={{ left: offer.x, top: offer.y }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onHeading(offer.selection)}
    >
      设为标题 <kbd>H</kbd>
    </button>
  );
}

function Pane({
  claim,
  active,
  turn,
  onPick,
  onHeading,
  onKeyDown,
}: {
  readonly claim: Claim;
  readonly active: string;
  /** Goes up with each step: a line that stays active is brought into view again. */
  readonly turn: number;
  readonly onPick: (key: string) => void;
  readonly onHeading: (selection: SourceSelection) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const pane = useRef<HTMLElement>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const { source } = claim;
  const marks = useMemo(() => groupMarks(claim), [claim]);
  const bodySizePt = useMemo(() => findBodySize(source), [source]);
  const chunks = useMemo(
    () =>
      Array.from({ length: Math.ceil(source.length / chunkSize) }, (_, index) => {
        const blocks = source.slice(index * chunkSize, (index + 1) * chunkSize);
        return { index, blocks, height: estimateHeight(blocks) };
      }),
    [source],
  );
  const seen = useSeenChunks(pane);
  const activeBlocks = useMemo(() => {
    const line = claim.lines.find(({ id }) => id === active);
    return new Set(line?.spans.map(({ block }) => block));
  }, [claim, active]);
  const [first = 0] = activeBlocks;
  const activeChunk = Math.floor(first / chunkSize);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its line into view.
  useLayoutEffect(() => {
    if (pane.current) revealActive(pane.current, active);
  }, [active, turn]);

  const makeHeading = (selection: SourceSelection) => {
    setOffer(null);
    window.getSelection()?.removeAllRanges();
    onHeading(selection);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const found = pane.current ? readOffer(pane.current) : null;
    setOffer(found);
    if (found || !(event.target instanceof Element)) return;
    const key = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (key) onPick(key);
  };
  return (
    <section
      className="source-pane"
      aria-labelledby="source-title"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the lines work here too.
      tabIndex={0}
      onClick={onClick}
      onScroll={() => setOffer(null)}
      onKeyDown={(event) => {
        const chosen = event.key.toLowerCase() === 'h' && pane.current;
        const selection = chosen ? readSourceSelection(chosen) : null;
        if (selection && !event.ctrlKey) makeHeading(selection);
        else onKeyDown(event);
      }}
    >
      <h2 id="source-title">原文（一字未改，随报告保存）</h2>
      {chunks.map(({ index, blocks, height }) =>
        seen.has(index) || index === activeChunk ? (
          <SourceChunk
            key={index}
            blocks={blocks}
            first={index * chunkSize}
            marks={marks}
            activeBlocks={activeBlocks}
            active={active}
            bodySizePt={bodySizePt}
          />
        ) : (
          <div key={index} data-chunk={index} style={{ height }} />
        ),
      )}
      {offer && <HeadingOffer offer={offer} onHeading={makeHeading} />}
    </section>
  );
}

/** The original, word for word, with what became a heading marked and what was left out struck. */
export const SourcePane = memo(Pane);

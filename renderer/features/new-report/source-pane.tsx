import { useEffect, useMemo, useRef } from 'react';
import type { SourceBlock } from '../../../core/segment/index.ts';
import { type Span, sourceText } from './link-lines.ts';
import type { OutlineRow } from './outline-rows.ts';

interface Mark {
  readonly key: string | null;
  readonly tone: 'heading' | 'plain' | 'discarded';
  readonly start: number;
  readonly end: number;
}

const headingKinds = new Set(['title', 'part', 'section', 'subheading']);

function groupMarks(
  rows: readonly OutlineRow[],
  spans: ReadonlyMap<string, Span>,
  discarded: readonly Span[],
): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  const add = ({ block, start, end }: Span, key: string | null, tone: Mark['tone']) => {
    marks.set(block, [...(marks.get(block) ?? []), { key, tone, start, end }]);
  };
  for (const { key, kind } of rows) {
    const span = spans.get(key);
    if (span) add(span, key, headingKinds.has(kind) ? 'heading' : 'plain');
  }
  for (const span of discarded) add(span, null, 'discarded');
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start);
  return marks;
}

interface Piece {
  readonly text: string;
  readonly at: number;
  readonly mark: Mark | null;
}

function cut(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), at, mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), at: mark.start, mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, mark: null });
  return pieces;
}

function SourceLine({
  block,
  marks,
  active,
  onPick,
}: {
  readonly block: SourceBlock;
  readonly marks: readonly Mark[];
  readonly active: string | null;
  readonly onPick: (key: string) => void;
}) {
  const text = sourceText(block);
  return (
    <li value={block.line + 1} className="source-line">
      {cut(text, marks).map(({ text: words, at, mark }) => {
        if (mark === null) return <span key={at}>{words}</span>;
        const { key, tone } = mark;
        if (key === null) {
          return (
            <del key={at} className="source-discarded">
              {words}
            </del>
          );
        }
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a short cut of the mouse; the keyboard walks the structure beside it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
          <span
            key={at}
            className={`source-${tone}${key === active ? ' is-active' : ''}`}
            data-row={key}
            onClick={() => onPick(key)}
          >
            {words}
          </span>
        );
      })}
    </li>
  );
}

/** The original, word for word, with what became a heading marked and what was left out struck. */
export function SourcePane({
  source,
  rows,
  spans,
  discarded,
  active,
  onPick,
}: {
  readonly source: readonly SourceBlock[];
  readonly rows: readonly OutlineRow[];
  readonly spans: ReadonlyMap<string, Span>;
  readonly discarded: readonly Span[];
  readonly active: string | null;
  readonly onPick: (key: string) => void;
}) {
  const pane = useRef<HTMLElement>(null);
  const marks = useMemo(() => groupMarks(rows, spans, discarded), [rows, spans, discarded]);
  useEffect(() => {
    if (active === null) return;
    const mark = pane.current?.querySelector(`[data-row="${CSS.escape(active)}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <section
      className="source-pane"
      aria-labelledby="source-title"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by the keyboard too.
      tabIndex={0}
    >
      <h2 id="source-title">原文（一字未改，随报告保存）</h2>
      <ol className="source-lines">
        {source.map((block, index) => (
          <SourceLine
            key={block.line}
            block={block}
            marks={marks.get(index) ?? []}
            active={active}
            onPick={onPick}
          />
        ))}
      </ol>
    </section>
  );
}

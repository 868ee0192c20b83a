import { memo } from 'react';
import { sourceText } from '../../../core/claim/index.ts';
import type { SourceBlock, SourceParagraph } from '../../../core/segment/index.ts';
import { cutAtRuns, toParagraphStyle, toRunStyle } from './claim-look.ts';
import { cutAtMarks, type Mark, type MarkedPiece, sameMarks } from './link-lines.ts';

interface LineProperties {
  readonly block: SourceBlock;
  readonly index: number;
  readonly marks: readonly Mark[];
  /** The active line, where it stands in this block. */
  readonly active: string | null;
  readonly bodySizePt: number;
}

const noMarks: readonly Mark[] = [];

function Piece({
  piece,
  block,
  bodySizePt,
  active,
}: {
  readonly piece: MarkedPiece;
  readonly block: SourceParagraph;
} & Pick<LineProperties, 'bodySizePt' | 'active'>) {
  const { mark } = piece;
  const runs = block.look?.runs ?? [];
  const words = cutAtRuns(piece.text, piece.at, runs, block.label.length).map(
    ({ text, at, run }) => (
      <span key={at} data-at={at} style={run ? toRunStyle(run, bodySizePt) : undefined}>
        {text}
      </span>
    ),
  );
  if (!mark) return words;
  const className = `source-${mark.tone}${mark.key === active ? ' is-active' : ''}`;
  return mark.tone === 'discarded' ? (
    <del className={className} data-row={mark.key}>
      {words}
    </del>
  ) : (
    <span className={className} data-row={mark.key}>
      {words}
    </span>
  );
}

function TableBlock({
  block,
  mark,
  active,
}: {
  readonly block: Extract<SourceBlock, { readonly kind: 'table' }>;
  readonly mark: Mark | undefined;
  readonly active: string | null;
}) {
  const isActive = mark !== undefined && mark.key === active;
  const tone = mark?.tone ?? 'plain';
  return (
    <table
      className={`source-table source-${tone}${isActive ? ' is-active' : ''}`}
      data-row={mark?.key}
    >
      <tbody>
        {block.rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table of the source is never reordered.
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ block, index, marks, active, bodySizePt }: LineProperties) {
  const isActive = active !== null && marks.some(({ key }) => key === active);
  const isGone = marks.length > 0 && marks.every(({ tone }) => tone === 'discarded');
  return (
    <li
      value={block.line + 1}
      data-block={index}
      className={`source-line${isActive ? ' is-active' : ''}${isGone ? ' is-gone' : ''}`}
      style={block.kind === 'paragraph' ? toParagraphStyle(block) : undefined}
    >
      {block.kind === 'table' ? (
        <TableBlock block={block} mark={marks[0]} active={active} />
      ) : (
        cutAtMarks(sourceText(block), marks).map((piece) => (
          <Piece
            key={piece.at}
            piece={piece}
            block={block}
            bodySizePt={bodySizePt}
            active={active}
          />
        ))
      )}
    </li>
  );
}

const SourceLine = memo(
  Line,
  (a, b) =>
    a.block === b.block &&
    a.index === b.index &&
    a.active === b.active &&
    a.bodySizePt === b.bodySizePt &&
    sameMarks(a.marks, b.marks),
);

/** A run of blocks of the source, numbered as the file's lines. */
export function SourceChunk({
  blocks,
  first,
  marks,
  activeBlocks,
  active,
  bodySizePt,
}: {
  readonly blocks: readonly SourceBlock[];
  readonly first: number;
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly activeBlocks: ReadonlySet<number>;
  readonly active: string;
  readonly bodySizePt: number;
}) {
  return (
    <ol className="source-lines" start={(blocks[0]?.line ?? 0) + 1}>
      {blocks.map((block, offset) => (
        <SourceLine
          key={block.line}
          block={block}
          index={first + offset}
          marks={marks.get(first + offset) ?? noMarks}
          active={activeBlocks.has(first + offset) ? active : null}
          bodySizePt={bodySizePt}
        />
      ))}
    </ol>
  );
}

import type { PrintedBlock, PrintedFrame, PrintedSection } from '../printed/index.ts';
import { findRules, flowParagraph, type Source } from './flow-paragraph.ts';
import { flowTable } from './flow-table.ts';
import type { Column, Setting } from './set-paragraph.ts';
import { type Float, moveLines, moveRules, type Unit } from './unit.ts';

/** What a framed block stands in. */
export interface FramePlace {
  readonly page: Pick<PrintedSection, 'paper' | 'margins'>;
  readonly setting: Setting;
  readonly section: number;
}

/** A region of the page along one axis, in twips. */
interface Region {
  readonly from: number;
  readonly to: number;
}

function findWidth(
  { anchor }: PrintedFrame['horizontal'],
  { paper, margins }: FramePlace['page'],
): Region {
  if (anchor === 'page') return { from: 0, to: paper.width };
  return { from: margins.left, to: paper.width - margins.right };
}

function placeAcross({ horizontal, width }: PrintedFrame, page: FramePlace['page']): Column {
  const { from, to } = findWidth(horizontal, page);
  const inner = width > 0 ? width : page.paper.width - page.margins.left - page.margins.right;
  const free = to - from - inner;
  if (horizontal.align === 'center') return { x: from + free / 2, width: inner };
  if (horizontal.align === 'right' || horizontal.align === 'outside') {
    return { x: from + free, width: inner };
  }
  const isPlaced = horizontal.align === 'left' || horizontal.align === 'inside';
  return { x: from + (isPlaced ? 0 : horizontal.offset), width: inner };
}

function placeDown(
  { vertical: { anchor, align, offset } }: PrintedFrame,
  height: number,
  { paper, margins }: FramePlace['page'],
): Float['top'] {
  const [from, to] =
    anchor === 'page' ? [0, paper.height] : [margins.top, paper.height - margins.bottom];
  const at = (top: number) => ({ from: 'paper', offset: top }) as const;
  if (align === 'bottom' || align === 'outside') return at(to - height);
  if (align === 'center') return at(from + (to - from - height) / 2);
  if (align === 'top' || align === 'inside') return at(from);
  return anchor === 'text' ? { from: 'unit', offset } : at(from + offset);
}

function flowBlock(
  blocks: readonly PrintedBlock[],
  index: number,
  column: Column,
  { setting, section }: FramePlace,
  source: Source,
): readonly Unit[] {
  const block = blocks[index];
  if (!block) return [];
  if (block.type === 'table') return flowTable(block, column, setting, { section, source });
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  const ruled = findRules(
    block,
    before?.type === 'paragraph' ? before : undefined,
    after?.type === 'paragraph' ? after : undefined,
  );
  return flowParagraph(ruled, column, setting, { section, source });
}

/** Sets framed blocks one under another in their frame. */
export function flowFrame(
  blocks: readonly PrintedBlock[],
  frame: PrintedFrame,
  place: FramePlace,
  sources: readonly Source[],
): Float {
  const column = placeAcross(frame, place.page);
  let y = 0;
  const drawn = blocks.flatMap((block, index) => {
    const units = flowBlock(blocks, index, column, place, sources[index] ?? null);
    y += block.type === 'paragraph' ? block.spaceBefore : 0;
    const placed = units.map((unit, at) => {
      const top = y;
      y += unit.height;
      const isEnd = at === units.length - 1;
      return {
        lines: moveLines(unit.lines, top),
        rules: [
          ...moveRules(unit.rules, top),
          ...(isEnd && unit.table ? moveRules(unit.table.closing, y) : []),
        ],
      };
    });
    y += block.type === 'paragraph' ? block.spaceAfter : 0;
    return placed;
  });
  const height = Math.max(y, frame.height ?? 0);
  return {
    height,
    lines: drawn.flatMap(({ lines }) => lines),
    rules: drawn.flatMap(({ rules }) => rules),
    top: placeDown(frame, height, place.page),
  };
}

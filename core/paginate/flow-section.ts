import type { PrintedBlock, PrintedParagraph, PrintedSection } from '../printed/index.ts';
import { flowFrame } from './flow-frame.ts';
import { findRules, flowParagraph } from './flow-paragraph.ts';
import { flowTable } from './flow-table.ts';
import type { Column, Setting } from './set-paragraph.ts';
import type { Float, Unit } from './unit.ts';

function sameFrame(a: PrintedBlock | undefined, b: PrintedBlock): boolean {
  return a !== undefined && JSON.stringify(a.frame ?? null) === JSON.stringify(b.frame);
}

/** Framed blocks that share a frame, as ranges of the section's blocks. */
function frameAt(blocks: readonly PrintedBlock[], index: number): number {
  const block = blocks[index];
  if (!block?.frame) return index;
  let end = index + 1;
  while (end < blocks.length && block.type === 'paragraph') {
    const next = blocks[end];
    if (next?.type !== 'paragraph' || !sameFrame(block, next)) break;
    end += 1;
  }
  return end;
}

function inFlow(block: PrintedBlock | undefined): PrintedParagraph | undefined {
  return block?.type === 'paragraph' && !block.frame ? block : undefined;
}

/** Whether what stands before must not be parted from what follows. */
function keepsNext(block: PrintedBlock | undefined): boolean {
  if (!block) return false;
  if (block.type === 'paragraph') return block.keepNext;
  return block.rows.at(-1)?.cells[0]?.paragraphs[0]?.keepNext ?? false;
}

/** What a section's blocks have come to. */
interface Progress {
  /** The block before in the flow. */
  readonly before: PrintedBlock | undefined;
  /** Space that it asks for below it. */
  readonly space: number;
  readonly floats: readonly Float[];
}

interface Place {
  readonly section: PrintedSection;
  readonly index: number;
  readonly column: Column;
  readonly setting: Setting;
}

/** The units of a block in the flow, the first of them knowing how it stands to what is before. */
function flowBlock(
  { section, index, column, setting }: Place,
  at: number,
  { before, space, floats }: Progress,
): readonly Unit[] {
  const block = section.blocks[at];
  if (!block) return [];
  const place = { section: index, source: { section: index, block: at } };
  const flowed =
    block.type === 'table'
      ? flowTable(block, column, setting, place)
      : flowParagraph(
          findRules(block, inFlow(before), inFlow(section.blocks[at + 1])),
          column,
          setting,
          place,
        );
  const [first, ...rest] = flowed;
  if (!first) return [];
  const isForced = block.type === 'paragraph' && block.pageBreakBefore;
  const above = block.type === 'paragraph' ? block.spaceBefore : 0;
  return [
    {
      ...first,
      before: space + above,
      mayBegin: !keepsNext(before),
      begins: isForced ? 'page' : startAfter(before),
      floats,
    },
    ...rest,
  ];
}

function flowFloat({ section, index, setting }: Place, from: number, to: number): readonly Float[] {
  const blocks = section.blocks.slice(from, to);
  const frame = blocks[0]?.frame;
  if (!frame) return [];
  const sources = blocks.map((_, offset) => ({ section: index, block: from + offset }));
  return [flowFrame(blocks, frame, { page: section, setting, section: index }, sources)];
}

/** The units of one section from top to bottom. */
export function flowSection(
  section: PrintedSection,
  index: number,
  setting: Setting,
): readonly Unit[] {
  const { blocks, paper, margins } = section;
  const column: Column = { x: margins.left, width: paper.width - margins.left - margins.right };
  const place: Place = { section, index, column, setting };
  const units: Unit[] = [];
  let progress: Omit<Progress, 'floats'> = { before: undefined, space: 0 };
  let floats: Float[] = [];
  let at = 0;
  while (at < blocks.length) {
    const end = frameAt(blocks, at);
    if (end > at) {
      for (const float of flowFloat(place, at, end)) floats.push(float);
      at = end;
      continue;
    }
    const flowed = flowBlock(place, at, { ...progress, floats });
    const block = blocks[at];
    for (const unit of flowed) units.push(unit);
    if (flowed.length > 0) {
      const space = block?.type === 'paragraph' ? block.spaceAfter : 0;
      progress = { before: block, space };
      floats = [];
    }
    at += 1;
  }
  return floats.length > 0 ? holdFloats(units, floats, index) : units;
}

/** A paragraph that ends in a page break puts what follows on a new page. */
function startAfter(before: PrintedBlock | undefined): 'page' | null {
  if (before?.type !== 'paragraph') return null;
  return before.runs.at(-1)?.text.endsWith('\f') ? 'page' : null;
}

/** What stands apart at the end of a section belongs to its last line. */
function holdFloats(
  units: readonly Unit[],
  floats: readonly Float[],
  section: number,
): readonly Unit[] {
  const last = units.at(-1);
  if (last) return [...units.slice(0, -1), { ...last, floats: [...last.floats, ...floats] }];
  const empty = {
    height: 0,
    before: 0,
    lines: [],
    rules: [],
    mayBegin: true,
    begins: null,
  } as const;
  return [{ ...empty, section, table: null, floats }];
}

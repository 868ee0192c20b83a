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
    if (!next || next.type !== 'paragraph' || !sameFrame(block, next)) break;
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

/** The units of one section from top to bottom. */
export function flowSection(
  section: PrintedSection,
  index: number,
  setting: Setting,
): readonly Unit[] {
  const { blocks, paper, margins } = section;
  const column: Column = { x: margins.left, width: paper.width - margins.left - margins.right };
  const units: Unit[] = [];
  let waiting: readonly Float[] = [];
  let space = 0;
  let before: PrintedBlock | undefined;
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const end = frameAt(blocks, at);
    if (end > at && block.frame) {
      const sources = blocks
        .slice(at, end)
        .map((_, offset) => ({ section: index, block: at + offset }));
      const place = { page: section, setting, section: index };
      waiting = [...waiting, flowFrame(blocks.slice(at, end), block.frame, place, sources)];
      at = end;
      continue;
    }
    const source = { section: index, block: at };
    const flowed =
      block.type === 'table'
        ? flowTable(block, column, setting, { section: index, source })
        : flowParagraph(findRules(block, inFlow(before), inFlow(blocks[at + 1])), column, setting, {
            section: index,
            source,
          });
    const [first, ...rest] = flowed;
    if (first) {
      const isParagraph = block.type === 'paragraph';
      units.push(
        {
          ...first,
          before: space + (isParagraph ? block.spaceBefore : 0),
          mayBegin: !keepsNext(before),
          begins: isParagraph && block.pageBreakBefore ? 'page' : startAfter(before),
          floats: waiting,
        },
        ...rest,
      );
      waiting = [];
      space = isParagraph ? block.spaceAfter : 0;
      before = block;
    }
    at += 1;
  }
  return waiting.length > 0 ? holdFloats(units, waiting, index) : units;
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

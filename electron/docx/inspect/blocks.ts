import { twip } from '../../../core/layout/index.ts';
import type { PrintedBlock, PrintedParagraph } from '../../../core/printed/index.ts';
import { chosen } from '../read/docx/inline.ts';
import { attributeOf, type XmlElement, type XmlNode } from '../read/xml.ts';
import { type Around, isContextual, readParagraph } from './paragraph.ts';
import { plainLook } from './run-look.ts';
import type { Story } from './story.ts';
import { readTable } from './table.ts';

/** Nothing around it. */
export const plainAround: Around = { revision: null, frame: null, look: plainLook };

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml']);

/** A block with the element it was read from, which may end a section. */
interface ReadBlock {
  readonly block: PrintedBlock;
  readonly element: XmlElement;
}

/** Paragraphs of blocks, those of tables too. */
export function flattenBlocks(blocks: readonly PrintedBlock[]): readonly PrintedParagraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap(({ paragraphs }) => paragraphs)),
  );
}

/** A paragraph with the words of its text boxes; boxes within boxes count among them. */
function readBoxed(element: XmlElement, story: Story, around: Around): PrintedParagraph {
  const paragraph = readParagraph(element, story, around);
  if (story.boxes.length === 0) return paragraph;
  const boxed = story.boxes
    .splice(0)
    .flatMap((box) => flattenBlocks(readBlocks(box.children, story)))
    .flatMap(({ boxed: inner = [], ...own }) => [own, ...inner]);
  return { ...paragraph, boxed };
}

function readElement(
  element: XmlElement,
  story: Story,
  around: Around,
  take: (read: ReadBlock) => void,
): void {
  const inside = (parent: XmlElement, next: Around = around): void => {
    for (const child of parent.children) {
      if (typeof child !== 'string') readElement(child, story, next, take);
    }
  };
  switch (element.name) {
    case 'w:p':
      take({ block: readBoxed(element, story, around), element });
      return;
    case 'w:tbl':
      take({ block: readTable(element, story, around), element });
      return;
    case 'w:ins':
    case 'w:moveTo':
      story.counts.revisions += 1;
      inside(element, { ...around, revision: 'inserted' });
      return;
    case 'w:del':
    case 'w:moveFrom':
      story.counts.revisions += 1;
      inside(element, { ...around, revision: 'deleted' });
      return;
    case 'w:bookmarkStart':
      story.counts.bookmarks.push(attributeOf(element, 'name') ?? '');
      return;
    case 'mc:AlternateContent':
      inside(chosen(element));
      return;
    default:
      if (wrappers.has(element.name)) inside(element);
  }
}

/** Space between neighbours of one style is not printed where a side says so. */
function tightenSpaces(reads: readonly ReadBlock[], story: Story): readonly ReadBlock[] {
  if (!reads.some(({ element }) => element.name === 'w:p' && isContextual(element, story))) {
    return reads;
  }
  const styleAt = (index: number): string | null => {
    const block = reads[index]?.block;
    return block?.type === 'paragraph' ? block.styleId : null;
  };
  return reads.map((read, index) => {
    const { block, element } = read;
    if (block.type === 'table' || !isContextual(element, story)) return read;
    const tight: PrintedParagraph = {
      ...block,
      ...(styleAt(index - 1) === block.styleId ? { spaceBefore: twip(0) } : {}),
      ...(styleAt(index + 1) === block.styleId ? { spaceAfter: twip(0) } : {}),
    };
    return { block: tight, element };
  });
}

/** Reads paragraphs and tables with the elements they come from. */
export function readBlocksWithSource(
  nodes: readonly XmlNode[],
  story: Story,
  around: Around = plainAround,
): readonly ReadBlock[] {
  const reads: ReadBlock[] = [];
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    readElement(node, story, around, (read) => {
      reads.push(read);
    });
  }
  return tightenSpaces(reads, story);
}

/** Reads paragraphs and tables. */
export function readBlocks(
  nodes: readonly XmlNode[],
  story: Story,
  around: Around = plainAround,
): readonly PrintedBlock[] {
  return readBlocksWithSource(nodes, story, around).map(({ block }) => block);
}

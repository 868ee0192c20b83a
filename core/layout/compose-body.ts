import type { Block, Report, Subheading, Table } from '../model/index.ts';
import { layoutColumns } from './columns.ts';
import { blankLine, createLine, type FlowItem, type FlowLine, type LineKind } from './flow.ts';

type Labels = ReadonlyMap<string, string>;

/** A heading waiting for the text it shares its line with. */
interface RunInHeading {
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly text: string;
}

const kindOfLevel = { 2: 'section', 3: 'level3', 4: 'level4' } as const satisfies Record<
  number,
  LineKind
>;

/** Word refuses tables of more columns. */
const MOST_COLUMNS = 63;

/** A heading's text on one line. */
function flatten(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

/** A paragraph's lines, each a paragraph of its own, without the blanks a writer indents with. */
function splitText(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

function composeHeading({ id, level, text }: RunInHeading): FlowLine {
  return { ...createLine(kindOfLevel[level], text, id), keepWithNext: true };
}

function composeRunIn(heading: RunInHeading, text: string): FlowLine {
  const closed = /[。！？：；]$/u.test(heading.text) ? heading.text : `${heading.text}。`;
  return {
    ...createLine('text', '', heading.id),
    runs: [{ text: closed, heading: heading.level }, { text }],
  };
}

function composeTable({ id, rows }: Table, next: Block | undefined): readonly FlowItem[] {
  const columns = layoutColumns(rows);
  if (columns.length === 0) return [];
  if (columns.length > MOST_COLUMNS) {
    return rows.map((row) => createLine('text', row.map(flatten).join('\t'), id));
  }
  const table: FlowItem = { type: 'table', id, rows, columns };
  // Word runs two tables together unless a paragraph parts them.
  return next?.type === 'table' ? [table, blankLine] : [table];
}

function readSubheading(block: Subheading, labels: Labels): RunInHeading {
  const text = `${labels.get(block.id) ?? ''}${flatten(block.text)}`;
  return { id: block.id, level: block.level, text };
}

/** Prints blocks; `waiting` is the run-in heading of the section they stand in. */
function composeBlocks(
  blocks: readonly Block[],
  labels: Labels,
  waiting: RunInHeading | null = null,
): readonly FlowItem[] {
  const items: FlowItem[] = [];
  let heading = waiting;
  const release = () => {
    if (heading) items.push(composeHeading(heading));
    heading = null;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'paragraph') {
      const [first, ...rest] = splitText(block.text);
      if (first === undefined) continue;
      items.push(heading ? composeRunIn(heading, first) : createLine('text', first, block.id));
      items.push(...rest.map((text) => createLine('text', text, block.id)));
      heading = null;
      continue;
    }
    release();
    if (block.type === 'table') {
      items.push(...composeTable(block, blocks[index + 1]));
    } else {
      heading = readSubheading(block, labels);
      if (!block.runIn) release();
    }
  }
  release();
  return items;
}

/** Prints the preamble and the parts. */
export function composeBody(report: Report, labels: Labels): readonly FlowItem[] {
  const label = (id: string, heading: string) => `${labels.get(id) ?? ''}${flatten(heading)}`;
  return [
    ...composeBlocks(report.preamble, labels),
    ...report.parts.flatMap((part): readonly FlowItem[] => [
      { ...createLine('part', label(part.id, part.heading), part.id), keepWithNext: true },
      ...composeBlocks(part.blocks, labels),
      ...part.sections.flatMap(({ id, heading, runIn, blocks }) => {
        const read: RunInHeading = { id, level: 2, text: label(id, heading) };
        return runIn
          ? composeBlocks(blocks, labels, read)
          : [composeHeading(read), ...composeBlocks(blocks, labels)];
      }),
    ]),
  ];
}

import type { Block, Report, Subheading, Table } from '../model/index.ts';
import { layoutTable } from './columns.ts';
import { blankLine, createLine, type FlowItem, type FlowLine, type LineKind } from './flow.ts';
import type { PageMetrics } from './metrics.ts';

/** Numbers of headings by their ids, and the page that tables are to fill. */
export interface BodySetting {
  readonly labels: ReadonlyMap<string, string>;
  readonly metrics: PageMetrics;
}

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

function composeTable(
  { id, rows }: Table,
  next: Block | undefined,
  { textWidth }: PageMetrics,
): readonly FlowItem[] {
  const { columns, ...look } = layoutTable(rows, textWidth);
  if (columns.length === 0) return [];
  if (columns.length > MOST_COLUMNS) {
    return rows.map((row) => createLine('text', row.map(flatten).join('\t'), id));
  }
  const table: FlowItem = { type: 'table', id, rows, columns, look };
  // Word runs two tables together unless a paragraph parts them.
  return next?.type === 'table' ? [table, blankLine] : [table];
}

function readSubheading(block: Subheading, { labels }: BodySetting): RunInHeading {
  const text = `${labels.get(block.id) ?? ''}${flatten(block.text)}`;
  return { id: block.id, level: block.level, text };
}

/**
 * Prints blocks; `waiting` is the run-in heading of the section they stand in. A table of more columns
 * than Word takes becomes lines with tabs.
 * @source GB/T 9704-2012 7.3.3
 */
export function composeBlocks(
  blocks: readonly Block[],
  setting: BodySetting,
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
      items.push(...composeTable(block, blocks[index + 1], setting.metrics));
    } else {
      heading = readSubheading(block, setting);
      if (!block.runIn) release();
    }
  }
  release();
  return items;
}

/** Prints the preamble and the parts. @source GB/T 9704-2012 7.3.3 */
export function composeBody(report: Report, setting: BodySetting): readonly FlowItem[] {
  const label = (id: string, heading: string) =>
    `${setting.labels.get(id) ?? ''}${flatten(heading)}`;
  return [
    ...composeBlocks(report.preamble, setting),
    ...report.parts.flatMap((part): readonly FlowItem[] => [
      { ...createLine('part', label(part.id, part.heading), part.id), keepWithNext: true },
      ...composeBlocks(part.blocks, setting),
      ...part.sections.flatMap(({ id, heading, runIn, blocks }) => {
        const read: RunInHeading = { id, level: 2, text: label(id, heading) };
        return runIn
          ? composeBlocks(blocks, setting, read)
          : [composeHeading(read), ...composeBlocks(blocks, setting)];
      }),
    ]),
  ];
}

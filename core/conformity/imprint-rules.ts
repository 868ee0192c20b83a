import type {
  PrintedBlock,
  PrintedBorder,
  PrintedParagraph,
  PrintedTable,
} from '../printed/index.ts';
import type { Piece } from './piece.ts';
import type { Subject } from './subject.ts';

/** The rules of an imprint from top to bottom; null where one of them is not there. */
export interface ImprintRules {
  readonly top: PrintedBorder | null;
  readonly between: readonly (PrintedBorder | null)[];
  readonly bottom: PrintedBorder | null;
}

/** The blocks that hold an imprint's lines, and empty paragraphs beside it that may carry its rules. */
function listBlocks(lines: readonly Piece[], { document }: Subject): readonly PrintedBlock[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const blocks = document.sections[first.section]?.blocks ?? [];
  // a table beside it is one of the text
  return blocks.filter(
    (block, index) =>
      (index >= first.block && index <= last.block) ||
      (block.type === 'paragraph' && (index === first.block - 1 || index === last.block + 1)),
  );
}

/** A rule of a row's cells: their own word, or that of the table. */
function ruleOf(
  table: PrintedTable,
  row: number,
  side: 'top' | 'bottom',
): PrintedBorder | null | undefined {
  const said = (table.rows[row]?.cells ?? []).flatMap(({ rules }) => {
    const rule = rules?.[side];
    return rule === undefined ? [] : [rule];
  });
  return said.length === 0 ? undefined : (said.find((rule) => rule !== null) ?? null);
}

function readTable(table: PrintedTable): ImprintRules {
  const { borders, rows } = table;
  const ends = borders.ends ?? { top: borders.outer, bottom: borders.outer };
  const last = rows.length - 1;
  const pick = (own: PrintedBorder | null | undefined, whole: PrintedBorder | null) =>
    own === undefined ? whole : own;
  return {
    top: pick(ruleOf(table, 0, 'top'), ends.top),
    between: rows
      .slice(1)
      .map((_, row) =>
        pick(ruleOf(table, row, 'bottom') ?? ruleOf(table, row + 1, 'top'), borders.inner),
      ),
    bottom: pick(ruleOf(table, last, 'bottom'), ends.bottom),
  };
}

const keyOf = ({ borders }: PrintedParagraph): string => JSON.stringify(borders);

/** Neighbours of one kind of rules share them: only those between them are drawn. */
function listRules(paragraphs: readonly PrintedParagraph[]): readonly PrintedBorder[] {
  return paragraphs.flatMap((paragraph, index) => {
    const [before, after] = [paragraphs[index - 1], paragraphs[index + 1]];
    const { top, between, bottom } = paragraph.borders;
    const isSame = (other: PrintedParagraph | undefined) =>
      other !== undefined && keyOf(other) === keyOf(paragraph);
    return [isSame(before) ? between : top, isSame(after) ? null : bottom].filter(
      (rule) => rule !== null,
    );
  });
}

/** The rules of an imprint as its file says them; null where it has none of its own. */
export function readRules(lines: readonly Piece[], subject: Subject): ImprintRules | null {
  const blocks = listBlocks(lines, subject);
  const table = blocks.find((block) => block.type === 'table');
  if (table) return readTable(table);
  const rules = listRules(blocks.filter((block) => block.type === 'paragraph'));
  if (rules.length === 0) return null;
  const kinds = new Set(lines.map(({ role }) => role)).size;
  return {
    top: rules[0] ?? null,
    between: kinds < 2 ? [] : rules.length < 3 ? [null] : rules.slice(1, -1),
    bottom: rules.length < 2 ? null : (rules.at(-1) ?? null),
  };
}

import { strFromU8, strToU8 } from 'fflate';
import type { FlowItem, LayoutProfile } from '../../../core/layout/index.ts';
import { cleanText } from './clean.ts';
import { writeLine } from './line.ts';
import { findLayoutShell, packDocx } from './pack.ts';
import { writeTable } from './table.ts';
import { createWriting } from './writing.ts';

/** Writes a page piece by piece, for what puts more into it than a report's text: tracked changes. */
export interface PieceWriter {
  /** The `w:p` of a line, the `w:tbl` of a table. */
  readonly write: (item: FlowItem) => string;
  /** The finished .docx of pieces in their order. */
  readonly pack: (title: string, pieces: string) => Uint8Array;
}

const SETTINGS = 'word/settings.xml';

/** Word takes the authors of tracked changes away where it is told to remove what is personal. */
function keepAuthors(parts: Readonly<Record<string, Uint8Array>>) {
  const settings = strFromU8(parts[SETTINGS] ?? new Uint8Array());
  const kept = settings.replaceAll(/<w:remove(?:PersonalInformation|DateAndTime)\b[^>]*\/>/gu, '');
  return { ...parts, [SETTINGS]: strToU8(kept) };
}

/** A writer in the styles of a layout. Text must be clean: `cleanReport` its report first. */
export async function createPieceWriter(layout: LayoutProfile): Promise<PieceWriter> {
  const shell = await findLayoutShell(layout);
  const writing = createWriting(layout);
  return {
    write: (item) => (item.type === 'line' ? writeLine(item, writing) : writeTable(item, writing)),
    pack: (title, pieces) =>
      packDocx(
        { parts: keepAuthors(shell.parts) },
        { title: cleanText(title), document: shell.beforeBody + pieces + shell.afterBody },
      ),
  };
}

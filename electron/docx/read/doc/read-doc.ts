import { plainParagraph, type SourceBlock } from '../../../../core/segment/index.ts';
import type { List } from '../docx/numbering.ts';
import type { OleFile } from '../ole.ts';
import { damaged, Refusal } from '../refusal.ts';
import type { SourceDocument } from '../source-document.ts';
import { createTally, type Tally, tallyNotices } from '../tally.ts';
import { createDocNumbers, type DocNumbers } from './doc-numbers.ts';
import { markFormatting } from './formatting.ts';
import { readDocLists } from './list-tables.ts';
import { createParagraphKeys, readDocStyles } from './paragraph-keys.ts';
import { joinPieces, type MarkedText, readPieces } from './pieces.ts';
import { readStory } from './story.ts';

/** Offsets in the file information block. @source MS-DOC 2.5.1–2.5.6 */
const at = {
  flags: 0x0a,
  styles: 0xa2,
  characterPages: 0xfa,
  paragraphPages: 0x102,
  pieceTable: 0x1a2,
  lists: 0x2e2,
  listUses: 0x2ea,
  bodyLetters: 0x4c,
  footnoteLetters: 0x50,
  headerLetters: 0x54,
  commentLetters: 0x5c,
  endnoteLetters: 0x60,
  boxLetters: 0x64,
} as const;
const word97 = 0xa5ec;

function readText(
  ole: OleFile,
  main: Uint8Array,
  view: DataView,
): { readonly text: MarkedText; readonly numbers: DocNumbers } {
  const flags = view.getUint16(at.flags, true);
  const table = ole.read(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw damaged('旧版 Word 文件缺少正文目录');
  const marks = { bits: new Uint8Array(main.length), paragraphs: new Uint16Array(main.length) };
  const keys = createParagraphKeys();
  for (const kind of ['character', 'paragraph'] as const) {
    const place = kind === 'character' ? at.characterPages : at.paragraphPages;
    const offset = view.getUint32(place, true);
    const bytes = view.getUint32(place + 4, true);
    markFormatting(main, table, { kind, offset, bytes }, marks, keys);
  }
  const pieces = readPieces(
    table,
    view.getUint32(at.pieceTable, true),
    view.getUint32(at.pieceTable + 4, true),
  );
  const place = (offset: number) => ({
    offset: view.getUint32(offset, true),
    bytes: view.getUint32(offset + 4, true),
  });
  const hasLists = main.length >= at.listUses + 8;
  const lists = hasLists
    ? readDocLists(table, place(at.lists), place(at.listUses))
    : new Map<string, List>();
  const numbers = createDocNumbers(keys, lists, readDocStyles(table, place(at.styles)));
  return { text: joinPieces(pieces, main, marks), numbers };
}

/** Stories follow one another in a fixed order; headers and comments are passed over. */
function readStories(
  text: MarkedText,
  numbers: DocNumbers,
  view: DataView,
  tally: Tally,
): readonly SourceBlock[] {
  let start = 0;
  const next = (offset: number): readonly [number, number] => {
    const from = start;
    start += view.getUint32(offset, true);
    return [from, start];
  };
  const body = readStory(text, ...next(at.bodyLetters), tally, numbers);
  const footnotes = readStory(text, ...next(at.footnoteLetters), tally, numbers);
  next(at.headerLetters);
  next(at.commentLetters);
  const endnotes = readStory(text, ...next(at.endnoteLetters), tally, numbers);
  const boxes = readStory(text, ...next(at.boxLetters), tally, numbers);
  const notes = [...footnotes, ...endnotes].map((block) =>
    block.kind === 'paragraph' ? plainParagraph(block.line, `〔注〕${block.text.trim()}`) : block,
  );
  return [...body, ...boxes, ...notes].map((block, line) => ({ ...block, line }));
}

/**
 * Reads the words of a .doc or .wps of Word 97 and later. Text boxes and notes come after the body.
 * Automatic numbers become labels as they print; those whose list cannot be read are counted in a notice.
 * Bold is a hint where letters say it themselves, not where only their style does; sizes and faces are not read.
 * Throws a Refusal: import/encrypted, import/damaged, import/suspicious, import/unsupported.
 */
export function readDoc(ole: OleFile): SourceDocument {
  const main = ole.read('WordDocument');
  if (!main || main.length < 0x1aa) throw damaged('旧版 Word 文件的正文不完整');
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  if (view.getUint16(0, true) !== word97) {
    throw new Refusal({ code: 'import/unsupported', found: 'unknown' });
  }
  if (view.getUint16(at.flags, true) & 0x0100) throw new Refusal({ code: 'import/encrypted' });
  const tally = createTally();
  const { text, numbers } = readText(ole, main, view);
  const blocks = readStories(text, numbers, view, tally);
  return { blocks, notices: tallyNotices(tally) };
}

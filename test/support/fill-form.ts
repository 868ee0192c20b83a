import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '../../electron/docx/write/xml.ts';

const documentPart = 'word/document.xml';

/** Changes the text of a .docx's document.xml. */
export function editDocument(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const document = parts[documentPart];
  if (!document) throw new Error('no document');
  return zipSync({ ...parts, [documentPart]: strToU8(change(strFromU8(document))) });
}

const empty = '</w:pPr></w:p>';

function write(text: string): string {
  const runs = text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`);
  return `</w:pPr>${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
}

/** Writes into the empty cells of a row, from the left. */
function fillRow(row: string, texts: readonly string[]): string {
  const [first = '', ...pieces] = row.split(empty);
  return pieces.reduce(
    (filled, piece, at) => filled + (texts[at] ? write(texts[at]) : empty) + piece,
    first,
  );
}

/** Changes the first row that holds all these words, as the cells of one row or the question above it. */
function changeRow(
  xml: string,
  table: string,
  label: string,
  change: (row: string) => string,
): string {
  const plain = (piece: string) => piece.replace(/<[^>]+>/gu, '');
  let isDone = false;
  const changed = xml.replace(/<w:tbl>.*?<\/w:tbl>/gsu, (found) =>
    isDone || !plain(found).includes(table)
      ? found
      : found.replace(/<w:tr>.*?<\/w:tr>/gsu, (row) => {
          if (isDone || !plain(row).includes(label)) return row;
          isDone = true;
          return change(row);
        }),
  );
  if (!isDone) throw new Error(`no row ${label} below ${table}`);
  return changed;
}

/** What an office writes: to a question by its words, beside a figure by its name. */
export interface Filling {
  readonly answers?: Readonly<Record<string, string>>;
  /** This year's value and the note. */
  readonly figures?: Readonly<Record<string, readonly [value: string, note?: string]>>;
  readonly other?: string;
}

/** Fills a form in as an office program does: words go into the empty cells. */
export function fillForm(bytes: Uint8Array, filling: Filling): Uint8Array {
  return editDocument(bytes, (xml) => {
    let filled = xml;
    for (const [question, text] of Object.entries(filling.answers ?? {})) {
      filled = changeRow(filled, question, '填写', (row) => fillRow(row, [text]));
    }
    for (const [name, [value, note = '']] of Object.entries(filling.figures ?? {})) {
      // an empty cell of last year stands between the two
      filled = changeRow(filled, name, name, (row) =>
        fillRow(row, row.split(empty).length > 3 ? [value, '', note] : [value, note]),
      );
    }
    if (filling.other === undefined) return filled;
    return changeRow(filled, '其他情况', '其他情况', (row) => fillRow(row, [filling.other ?? '']));
  });
}

/** Takes every content control and bookmark away and leaves the words, as some programs do. */
export function dropControls(bytes: Uint8Array): Uint8Array {
  return editDocument(bytes, (xml) =>
    xml
      .replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gsu, '')
      .replaceAll(/<\/?w:sdt(?:Content)?>|<w:bookmark(?:Start|End)[^>]*>/gu, ''),
  );
}

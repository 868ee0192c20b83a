import type { SourceDocument } from '../source-document.ts';
import { createTally, tallyNotices } from '../tally.ts';
import { attributeOf, childrenOf, parseXml, type XmlElement } from '../xml.ts';
import type { ZipPackage } from '../zip.ts';
import { readBlock } from './blocks.ts';
import { createFieldStack } from './fields.ts';
import { createNumberPrinter, readLists } from './numbering.ts';
import { flushCarried } from './paragraph.ts';
import { type DocumentParts, readParts } from './parts.ts';
import { createSink, type DocxReading } from './reading.ts';
import { readStyles } from './styles.ts';

function indexNotes(root: XmlElement | null, name: string): Map<string, XmlElement> {
  return new Map(childrenOf(root, name).map((note) => [attributeOf(note, 'id') ?? '', note]));
}

function createReading(parts: DocumentParts): DocxReading {
  const styles = readStyles(parts.styles);
  const footnotes = indexNotes(parts.footnotes, 'w:footnote');
  const endnotes = indexNotes(parts.endnotes, 'w:endnote');
  return {
    styles,
    numbers: createNumberPrinter(readLists(parts.numbering, styles)),
    fields: createFieldStack(),
    tally: { ...createTally(), charactersRemoved: parts.removed },
    takeNote: (kind, id) => {
      const notes = kind === 'footnote' ? footnotes : endnotes;
      const note = notes.get(id) ?? null;
      notes.delete(id);
      return note;
    },
    line: 0,
    inNote: false,
  };
}

/**
 * Reads the words of a Word package. Automatic numbers become labels as they print, insertions are taken,
 * deletions and hidden text left out and counted; headers, footers and external links are never looked at.
 * Throws a Refusal: import/damaged, import/suspicious, import/encrypted.
 * @param prepare changes a child of the body before it is read
 */
export function readDocx(
  zip: ZipPackage,
  prepare: (element: XmlElement) => XmlElement = (element) => element,
): SourceDocument {
  const parts = readParts(zip);
  const reading = createReading(parts);
  const sink = createSink();
  parseXml(parts.document, {
    parent: 'w:body',
    take: (element) => readBlock(prepare(element), reading, sink),
  });
  flushCarried(reading, sink);
  return { blocks: sink.blocks, notices: tallyNotices(reading.tally) };
}

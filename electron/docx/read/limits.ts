/** Largest file that is read, in bytes (30 MB). */
export const importLimitBytes = 30 * 1024 * 1024;

/** Bounds inside a file, so that a hostile one costs neither long waits nor much memory. */
export const readingLimits = {
  /** Entries of a zip container. */
  zipEntries: 2000,
  /** Inflated bytes of all entries together, as the container declares them. */
  zipTotalBytes: 200 * 1024 * 1024,
  /** Inflated bytes of one XML part that is parsed. */
  partBytes: 32 * 1024 * 1024,
  /** Inflated ÷ packed bytes of one XML part, looked at above `ratioFromBytes`. */
  partRatio: 500,
  ratioFromBytes: 4 * 1024 * 1024,
  /** Elements of one XML part, and how deep they may nest. */
  xmlElements: 1_000_000,
  xmlDepth: 256,
  /** Namespace prefixes known at one place. */
  xmlPrefixes: 200,
  /** A web page: characters, and open tags at one place. */
  htmlCharacters: 4 * 1024 * 1024,
  htmlDepth: 512,
  /** Blanks, slashes and quotes of one tag, after embedded pictures are gone. */
  htmlTagSeparators: 2000,
  /** A text file, blanks counted. */
  textCharacters: 1_000_000,
  /** Characters of an old .doc, which may name the same bytes many times. */
  docCharacters: 16 * 1024 * 1024,
  docPieces: 200_000,
  /** A PDF: pages, streams, and inflated bytes of one stream. */
  pdfPages: 300,
  pdfStreams: 50_000,
  pdfStreamBytes: 128 * 1024 * 1024,
  /** Groups within each other, and groups, words and stretches of letters of an RTF file. */
  rtfDepth: 1000,
  rtfTokens: 3_000_000,
  rtfCharacters: 4 * 1024 * 1024,
  /** Paragraphs of an RTF file: many times those of any report. */
  rtfParagraphs: 100_000,
} as const;

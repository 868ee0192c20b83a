/** Who made a change, and when. */
export interface Tracking {
  readonly author: string;
  /** Local date and time, `2026-01-16T12:00:00`. */
  readonly at: string;
}

/** Marks pieces of WordprocessingML as inserted or deleted; each mark gets a number of its own. */
export interface Tracker {
  /** Runs as inserted or deleted ones; as they are for `same`. */
  readonly runs: (kind: 'same' | 'removed' | 'added', runs: string) => string;
  /** The mark that ends a paragraph, within its `w:pPr`. */
  readonly paragraphMark: (
    kind: 'same' | 'removed' | 'added' | 'both',
    paragraph: string,
  ) => string;
  /** A whole row. */
  readonly row: (kind: 'removed' | 'added', row: string) => string;
}

const elements = { removed: 'w:del', added: 'w:ins' } as const;

/** Numbers of other marks, bookmarks and comments, stay below. */
const FIRST_ID = 10_000;

/** Text that is gone has an element of its own. */
function asDeleted(runs: string): string {
  return runs
    .replaceAll(/<w:t(?=[ >])/gu, '<w:delText')
    .replaceAll('</w:t>', '</w:delText>')
    .replaceAll('<w:t/>', '<w:delText/>');
}

/** Puts `mark` first among the properties of a paragraph's end, where the schema wants it. */
function putInMark(paragraph: string, mark: string): string {
  const [, opening = '', properties = '', rest = ''] =
    /^(<w:p\b[^>]*>)(?:<w:pPr>(.*?)<\/w:pPr>|<w:pPr\/>)?(.*)$/su.exec(paragraph) ?? [];
  const changed = properties.includes('<w:rPr>')
    ? properties.replace('<w:rPr>', `<w:rPr>${mark}`)
    : `${properties}<w:rPr>${mark}</w:rPr>`;
  return `${opening}<w:pPr>${changed}</w:pPr>${rest}`;
}

/** Puts `mark` last among a row's properties, where the schema wants it. */
function putInRow(row: string, mark: string): string {
  return row.includes('</w:trPr>')
    ? row.replace('</w:trPr>', `${mark}</w:trPr>`)
    : row.replace(/^<w:tr\b[^>]*>/u, (opening) => `${opening}<w:trPr>${mark}</w:trPr>`);
}

/**
 * A tracker of one document. Word writes local time with a Z and reads it as local.
 */
export function createTracker({ author, at }: Tracking): Tracker {
  let last = FIRST_ID;
  const open = (kind: 'removed' | 'added') => {
    last += 1;
    return `<${elements[kind]} w:id="${last}" w:author="${author}" w:date="${at}Z"`;
  };
  const mark = (kind: 'removed' | 'added') => `${open(kind)}/>`;
  return {
    runs: (kind, runs) => {
      if (kind === 'same' || runs === '') return runs;
      const text = kind === 'removed' ? asDeleted(runs) : runs;
      return `${open(kind)}>${text}</${elements[kind]}>`;
    },
    paragraphMark: (kind, paragraph) => {
      if (kind === 'same') return paragraph;
      const marks = kind === 'both' ? mark('added') + mark('removed') : mark(kind);
      return putInMark(paragraph, marks);
    },
    row: (kind, row) => putInRow(row, mark(kind)),
  };
}

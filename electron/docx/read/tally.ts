import type { Notice } from '../../../core/api/index.ts';

/** What a reader met and did not take, counted while it reads. */
export interface Tally {
  pictures: number;
  comments: number;
  formulas: number;
  hidden: number;
  embedded: number;
  /** Automatic numbers that could not be worked out. */
  numbers: number;
  /** Lines of tables of contents. */
  contents: number;
  /** Running heads and page numbers of a PDF, stamps across its pages. */
  pageHeads: number;
  insertions: number;
  deletions: number;
  charactersRemoved: number;
}

/** All counts at zero. */
export function createTally(): Tally {
  return {
    pictures: 0,
    comments: 0,
    formulas: 0,
    hidden: 0,
    embedded: 0,
    numbers: 0,
    contents: 0,
    pageHeads: 0,
    insertions: 0,
    deletions: 0,
    charactersRemoved: 0,
  };
}

/** The counts that are not zero, as notices. */
export function tallyNotices(tally: Tally): readonly Notice[] {
  const leftOut = [
    { what: 'picture', count: tally.pictures },
    { what: 'comment', count: tally.comments },
    { what: 'formula', count: tally.formulas },
    { what: 'hidden', count: tally.hidden },
    { what: 'embedded', count: tally.embedded },
    { what: 'number', count: tally.numbers },
    { what: 'contents', count: tally.contents },
    { what: 'page-head', count: tally.pageHeads },
  ] as const;
  const { insertions, deletions, charactersRemoved } = tally;
  const notices: Notice[] = [];
  if (insertions + deletions > 0) {
    notices.push({ code: 'read/tracked-changes', insertions, deletions });
  }
  for (const { what, count } of leftOut) {
    if (count > 0) notices.push({ code: 'read/left-out', what, count });
  }
  if (charactersRemoved > 0) {
    notices.push({ code: 'read/characters-removed', count: charactersRemoved });
  }
  return notices;
}

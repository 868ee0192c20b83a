import type { PartKind } from '../model/index.ts';

/** Something a person should look at. `line` is the source's line, 0-based; null when it concerns the whole. */
export type Notice =
  // reading a file
  | { readonly code: 'read/decoded-as'; readonly encoding: string }
  | { readonly code: 'read/characters-removed'; readonly count: number }
  /** Lines of a page had to be put together to paragraphs; `pages` of them were read. */
  | { readonly code: 'read/from-pdf'; readonly pages: number }
  /** The file breaks off; what it holds up to there was read. */
  | { readonly code: 'read/cut-short' }
  | {
      readonly code: 'read/tracked-changes';
      readonly insertions: number;
      readonly deletions: number;
    }
  | {
      readonly code: 'read/left-out';
      readonly what:
        | 'picture'
        | 'comment'
        | 'formula'
        | 'hidden'
        | 'embedded'
        | 'number'
        | 'contents'
        | 'page-head';
      readonly count: number;
    }
  // segmenting
  | { readonly code: 'segment/title-missing' }
  | { readonly code: 'segment/issuer-inferred'; readonly issuer: string }
  | { readonly code: 'segment/issuer-missing' }
  | { readonly code: 'segment/year-inferred'; readonly year: number }
  | { readonly code: 'segment/year-missing' }
  | { readonly code: 'segment/part-missing'; readonly part: PartKind }
  | {
      readonly code: 'segment/part-repeated';
      readonly part: PartKind;
      readonly line: number;
      readonly text: string;
    }
  | {
      readonly code: 'segment/part-by-meaning';
      readonly part: PartKind;
      readonly line: number;
      readonly text: string;
    }
  | { readonly code: 'segment/no-parts' }
  /** Themes stand where the first part should: from `text` on they are its sections. */
  | { readonly code: 'segment/part-implied'; readonly line: number; readonly text: string }
  /** One heading that names two parts. */
  | {
      readonly code: 'segment/part-merged';
      readonly part: PartKind;
      readonly also: PartKind;
      readonly line: number;
      readonly text: string;
    }
  /** The title is that of another kind of paper. */
  | { readonly code: 'segment/other-paper'; readonly line: number; readonly text: string }
  /** A letter in front of the report, or pages behind it, that were not taken into it. */
  | {
      readonly code: 'segment/left-aside';
      readonly what: 'cover' | 'annex';
      readonly line: number;
      readonly text: string;
    }
  /** Nobody signs above the date at `line`; `text` above it looks like a name and was read as text. */
  | { readonly code: 'segment/signature-missing'; readonly line: number; readonly text: string }
  /** A mark of secrecy stood in what was left out, `text`: such a paper has no place in this program. */
  | { readonly code: 'segment/secrecy-mark'; readonly line: number; readonly text: string }
  | { readonly code: 'segment/label-irregular'; readonly line: number; readonly text: string }
  | { readonly code: 'segment/label-out-of-order'; readonly line: number; readonly text: string }
  | { readonly code: 'segment/heading-without-label'; readonly line: number; readonly text: string }
  | { readonly code: 'segment/split-one-line'; readonly line: number; readonly pieces: number }
  | { readonly code: 'segment/lines-joined'; readonly count: number }
  // rolling forward
  | { readonly code: 'roll/title-added'; readonly title: string }
  | { readonly code: 'roll/part-added'; readonly part: PartKind }
  | { readonly code: 'roll/date-cleared'; readonly date: string }
  | { readonly code: 'roll/outline-not-current'; readonly citation: string; readonly year: number }
  | {
      readonly code: 'roll/checklist-not-own';
      readonly citation: string;
      readonly checklist: string;
    }
  // exporting
  /** 待更新 chips nobody confirmed. */
  | { readonly code: 'export/stale-left'; readonly count: number }
  /** Last year's promises nobody answered. */
  | { readonly code: 'export/promises-left'; readonly count: number }
  /** The file is written, but nobody could count what is still open in it. */
  | { readonly code: 'export/not-counted' }
  | { readonly code: 'export/characters-removed'; readonly count: number }
  | { readonly code: 'export/title-empty' }
  /** Tables of more columns than fit: their numbers are broken. */
  | { readonly code: 'export/table-too-wide'; readonly count: number }
  /** An official document without 发文字号. */
  | { readonly code: 'export/number-empty' }
  /** What the office's document has no place for, in words. */
  | { readonly code: 'export/place-missing'; readonly place: string }
  /** Words of a public copy that were generalised without anybody having looked. */
  | { readonly code: 'export/public-generalised'; readonly count: number }
  /** Attachments that are not published: their titles are left out of the list, later ones move up. */
  | { readonly code: 'export/attachments-left-out'; readonly titles: readonly string[] }
  /** Words of a public copy that are worth a look and were left as they stand. */
  | { readonly code: 'export/public-left'; readonly count: number };

export type NoticeCode = Notice['code'];

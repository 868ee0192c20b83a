import type { PackFault } from '../packs/fault.ts';

/** Expected outcomes that are not a success. Every one says what was kept by being told before anything was changed. */
export type ApiError =
  // the call itself
  | { readonly code: 'input/invalid'; readonly path: string; readonly reason: string }
  | { readonly code: 'method/unknown'; readonly method: string }
  | { readonly code: 'internal'; readonly reference: string }
  // the carrier between window and app: nobody answers, or it no longer knows this window
  | { readonly code: 'connection/lost'; readonly reason: 'unreachable' | 'session' }
  // reading a file; `name` is the file's name as the person knows it
  | { readonly code: 'import/not-found'; readonly name: string }
  | { readonly code: 'import/folder'; readonly name: string }
  | { readonly code: 'import/unreadable'; readonly name: string; readonly reason: string }
  | { readonly code: 'import/empty'; readonly name: string }
  | {
      readonly code: 'import/too-large';
      readonly name: string;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly code: 'import/unsupported'; readonly name: string; readonly found: UnsupportedKind }
  | { readonly code: 'import/damaged'; readonly name: string; readonly detail: string }
  | { readonly code: 'import/encrypted'; readonly name: string }
  | { readonly code: 'import/suspicious'; readonly name: string; readonly detail: string }
  /** More of something than can be measured; `detail` says what, in Chinese. */
  | { readonly code: 'import/too-long'; readonly name: string; readonly detail: string }
  /** `scan`: pages of pictures only; `garbled`: a PDF whose letters have no code. */
  | { readonly code: 'import/no-text'; readonly name: string; readonly found?: 'scan' | 'garbled' }
  | { readonly code: 'import/not-a-report'; readonly name: string; readonly detail: string }
  /** The person ended the reading. */
  | { readonly code: 'import/cancelled'; readonly name: string }
  /** Reading took longer than any report needs, and was ended. */
  | { readonly code: 'import/too-slow'; readonly name: string; readonly seconds: number }
  // drafts
  | { readonly code: 'report/not-found'; readonly reportId: string }
  /** It was begun here and not imported, so that there is no file to give back. */
  | { readonly code: 'report/no-original'; readonly reportId: string }
  | { readonly code: 'report/conflict'; readonly revision: number }
  | { readonly code: 'report/malformed'; readonly detail: string }
  | { readonly code: 'report/read-only'; readonly status: string }
  | { readonly code: 'roll/year-not-later'; readonly from: number; readonly to: number }
  /** Last year's report was changed since its list of changes was made; nothing was begun. */
  | { readonly code: 'roll/base-changed'; readonly revision: number }
  // packs
  /** Nothing of the file was taken up; what was in use stays. */
  | { readonly code: 'pack/refused'; readonly name: string; readonly faults: readonly PackFault[] }
  | { readonly code: 'pack/not-found'; readonly packId: string }
  | { readonly code: 'pack/not-own'; readonly packId: string }
  // materials and forms
  | { readonly code: 'material/not-found'; readonly materialId: string }
  | { readonly code: 'material/no-file'; readonly materialId: string }
  | { readonly code: 'form/not-a-form'; readonly name: string }
  // the store
  | { readonly code: 'store/newer'; readonly file: string; readonly version: number }
  | { readonly code: 'store/damaged'; readonly file: string; readonly detail: string }
  | { readonly code: 'store/unwritable'; readonly file: string; readonly reason: string }
  | { readonly code: 'store/full'; readonly file: string }
  | { readonly code: 'store/busy'; readonly file: string }
  // writing a file
  | { readonly code: 'export/unwritable'; readonly path: string; readonly reason: string }
  | { readonly code: 'export/full'; readonly path: string }
  /** Another program holds the file open. */
  | { readonly code: 'export/held-open'; readonly path: string }
  /** A file stands there that this program did not write, and nobody asked for it to be replaced. */
  | { readonly code: 'export/exists'; readonly path: string }
  /** A public copy with words that must be decided first, or that nobody reviewed. */
  | { readonly code: 'export/not-reviewed'; readonly blocking: number; readonly reviewed: boolean }
  /** The 保密审查 of these very words came to the conclusion that they are not published. */
  | { readonly code: 'export/closed'; readonly reviewer: string; readonly reviewedOn: string }
  /** The report is marked secret: it has no public copy. */
  | { readonly code: 'export/secret'; readonly mark: string }
  // layouts, templates, states
  | { readonly code: 'layout/not-found'; readonly layoutId: string }
  | { readonly code: 'template/refused'; readonly name: string; readonly reason: string }
  | { readonly code: 'template/not-found'; readonly templateId: string }
  /** More paragraphs and tables than an attachment may have. */
  | {
      readonly code: 'annex/too-long';
      readonly name: string;
      readonly count: number;
      readonly limit: number;
    }
  | { readonly code: 'report/no-state'; readonly reportId: string }
  /** The browser prints itself. */
  | { readonly code: 'print/by-browser' };

/** What a file turned out to be when it is nothing we read. */
export type UnsupportedKind =
  | 'pdf'
  | 'image'
  | 'spreadsheet'
  | 'presentation'
  | 'archive'
  | 'program'
  | 'rtf'
  | 'ofd'
  | 'unknown';

export type ApiErrorCode = ApiError['code'];

/** A value, or an expected error. */
export type Result<Value, Failure = ApiError> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected error. */
export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

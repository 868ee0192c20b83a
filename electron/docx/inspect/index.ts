import type { PrintedDocument } from '../../../core/printed/index.ts';

/** What a .docx says of its pages, whoever wrote it. */
export function inspectDocx(_bytes: Uint8Array): PrintedDocument {
  return {
    sections: [],
    evenAndOdd: false,
    metadata: {
      title: '',
      creator: '',
      lastModifiedBy: '',
      company: '',
      manager: '',
      application: '',
      identifier: '',
      custom: [],
    },
    comments: 0,
    revisions: 0,
    hiddenRuns: 0,
    bookmarks: [],
    themeFaces: [],
    language: '',
    hasMacros: false,
    faults: [],
  };
}

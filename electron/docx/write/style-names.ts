import type { LineKind } from '../../../core/layout/index.ts';

/** Style of a printed line. Title and Heading1–4 are Word's own: they fill the navigation pane. */
export const styleOfLine: Readonly<Record<LineKind, string>> = {
  copyNumber: 'CopyNumber',
  secrecy: 'Secrecy',
  urgency: 'Urgency',
  mark: 'IssuerMark',
  number: 'DocumentNumber',
  title: 'Title',
  addressee: 'Addressee',
  preambleHeading: 'PreambleHeading',
  part: 'Heading1',
  section: 'Heading2',
  level3: 'Heading3',
  level4: 'Heading4',
  text: 'BodyText',
  attachment: 'AttachmentList',
  signature: 'Signature',
  date: 'Date',
  note: 'ClosingNote',
  annexLabel: 'AnnexLabel',
  annexTitle: 'AnnexTitle',
  copies: 'ImprintCopies',
  printed: 'ImprintPrinted',
  blank: 'Normal',
};

/** Character style of a heading that shares the line of its text. */
export const styleOfRunInHeading = {
  2: 'RunInHeading2',
  3: 'RunInHeading3',
  4: 'RunInHeading4',
} as const;

/** Character style of a 签发人's name. @source GB/T 9704-2012 7.2.6 */
export const SIGNER_STYLE = 'SignerName';

/** Table style of the imprint, and the paragraph it hangs on. */
export const IMPRINT_TABLE_STYLE = 'Imprint';
export const IMPRINT_ANCHOR_STYLE = 'ImprintAnchor';

/** Table style of the text's tables. */
export const TABLE_STYLE = 'ReportTable';

/** Table style of the red head of joint issuers. */
export const MARK_TABLE_STYLE = 'IssuerMarkTable';

/** Paragraph styles of a table's first row and of the others. */
export const tableStyles = { head: 'TableHead', text: 'TableText' } as const;

/** Paragraph style of the page number. */
export const FOOTER_STYLE = 'Footer';

/** One place that departs from what is wanted. */
export interface Departure {
  /** In words: `第 3 页“二、存在的不足”`. */
  readonly place: string;
  /** Page, from 1; null for the whole file. */
  readonly page: number | null;
  readonly measured: string;
}

/** One measured property of a document beside what its layout wants. */
export interface CertificateItem {
  /** Stable id, `margins`. */
  readonly id: string;
  readonly title: string;
  /** What it rests on, `GB/T 9704-2012 5.2.1`; empty where it is the profile's own. */
  readonly clause: string;
  readonly wanted: string;
  readonly measured: string;
  /** `right`, `wrong` against a rule, or `remark`: worth a look, and no fault. */
  readonly verdict: 'right' | 'wrong' | 'remark';
  readonly departures: readonly Departure[];
}

/** What was measured in a finished file. */
export interface Certificate {
  readonly layoutId: string;
  readonly layoutTitle: string;
  /** Pages in Word and WPS. */
  readonly pages: number;
  /** Programs set the same file a little differently: LibreOffice puts air around digits. */
  readonly pagesByProgram: { readonly word: number; readonly libreOffice: number };
  /** Lines of a full page and hanzi of a full line as the file's own figures give them. */
  readonly linesPerPage: number;
  readonly charactersPerLine: number;
  readonly items: readonly CertificateItem[];
  /** True when no item is `wrong`. */
  readonly isRight: boolean;
}

/** Whose pages are wanted. */
export type Program = 'word' | 'libreOffice';

/** Where word processors differ. */
export interface Habits {
  /** Whether hanzi and Latin letters or digits are set apart whatever the paragraph says. */
  readonly alwaysSpaces: boolean;
  /** What they are set apart by, in thousandths of an em. */
  readonly mixedSpace: number;
  /** Whether a paragraph that is kept with the next is itself never parted. */
  readonly keepsWhole: boolean;
}

/** Word and WPS set apart by a quarter em where a paragraph asks for it; LibreOffice 7.4 always does, by a fifth. */
export const habits: Readonly<Record<Program, Habits>> = {
  word: { alwaysSpaces: false, mixedSpace: 250, keepsWhole: false },
  libreOffice: { alwaysSpaces: true, mixedSpace: 200, keepsWhole: true },
};

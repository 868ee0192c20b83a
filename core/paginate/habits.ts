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
  /** Whether the text is whole lines of the grid, in the middle of its room. */
  readonly centresGrid: boolean;
  /** Whether the last letter of a stretch of one script keeps its own width, without what `spacing` adds. */
  readonly sparesLast: boolean;
  /** Whether marks hang into the margin by what `overflowPunct` says; absent where nothing is said. */
  readonly hangs: (said: boolean | undefined) => boolean;
  /**
   * Width of a narrow character in thousandths of an em where the program sets another face than is
   * named; null or absent for that of the face.
   */
  readonly widthOf?: (code: number, face: string) => number | null;
  /** Whether a line is told as one span of its words at its left edge: enough where no page is drawn. */
  readonly tellsWords?: boolean;
}

/**
 * Word and WPS set hanzi and digits apart by a quarter em where a paragraph asks for it; LibreOffice
 * 7.4 always does, by a fifth, leaves spacing out at the end of each stretch, puts the lines
 * of a grid in the middle of their room, and takes `overflowPunct` for its contrary.
 */
export const habits: Readonly<Record<Program, Habits>> = {
  word: {
    alwaysSpaces: false,
    mixedSpace: 250,
    keepsWhole: false,
    centresGrid: false,
    sparesLast: false,
    hangs: (said) => said ?? true,
  },
  libreOffice: {
    alwaysSpaces: true,
    mixedSpace: 200,
    keepsWhole: true,
    centresGrid: true,
    sparesLast: true,
    hangs: (said) => said === false,
  },
};

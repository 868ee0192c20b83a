import type { SourceHints } from '../../../../core/segment/index.ts';

/**
 * What a group's words are: `text` of the paper, `label` of a list, entries of a table,
 * `silent` where only groups inside may hold words, `skip` where nothing does.
 */
export type Destination =
  | 'text'
  | 'label'
  | 'faces'
  | 'colours'
  | 'styles'
  | 'instruction'
  | 'silent'
  | 'skip';

/** Which letters the next face, size or weight is meant for. @source RTF 1.9.1 "Associated Character Properties" */
export type Script = 'usual' | 'eastAsian' | 'rightToLeft';

/** Everything a group inherits and may change for itself. */
export interface GroupState {
  destination: Destination;
  /** Bytes that stand in for one `\u` letter. */
  fallbackBytes: number;
  script: Script;
  bold: boolean;
  sizeHalfPt: number | null;
  face: number | null;
  eastAsianFace: number | null;
  colour: number;
  hidden: boolean;
  deleted: boolean;
  align: SourceHints['align'];
  outlineLevel: number | null;
  style: number;
  inTable: boolean;
  indentTwips: number;
  indentChars: number;
}

/** Letters as `\plain` makes them. */
const plainLetters = {
  script: 'usual',
  bold: false,
  sizeHalfPt: null,
  face: null,
  eastAsianFace: null,
  colour: 0,
  hidden: false,
  deleted: false,
} as const;

/** A paragraph as `\pard` makes it. */
const plainParagraph = {
  align: null,
  outlineLevel: null,
  style: 0,
  inTable: false,
  indentTwips: 0,
  indentChars: 0,
} as const;

/** The state at a file's beginning. */
export function firstState(): GroupState {
  return { destination: 'text', fallbackBytes: 1, ...plainLetters, ...plainParagraph };
}

/** Whether the word sets a property, and sets it. */
export function applyProperty(state: GroupState, name: string, value: number | null): boolean {
  return applyLetters(state, name, value) || applyParagraph(state, name, value);
}

function applyLetters(state: GroupState, name: string, value: number | null): boolean {
  const on = value !== 0;
  switch (name) {
    case 'plain':
      Object.assign(state, plainLetters);
      return true;
    case 'rtlch':
      state.script = 'rightToLeft';
      return true;
    case 'ltrch':
    case 'loch':
    case 'hich':
      state.script = 'usual';
      return true;
    case 'dbch':
      state.script = 'eastAsian';
      return true;
    case 'b':
      if (state.script !== 'rightToLeft') state.bold = on;
      return true;
    case 'ab':
      if (state.script === 'eastAsian') state.bold = on;
      return true;
    case 'fs':
      if (state.script !== 'rightToLeft') state.sizeHalfPt = value;
      return true;
    case 'afs':
      if (state.script === 'eastAsian') state.sizeHalfPt = value;
      return true;
    case 'f':
      if (state.script === 'eastAsian') state.eastAsianFace = value;
      else if (state.script === 'usual') state.face = value;
      return true;
    case 'af':
      if (state.script === 'eastAsian') state.eastAsianFace = value;
      return true;
    case 'cf':
      state.colour = value ?? 0;
      return true;
    case 'v':
      state.hidden = on;
      return true;
    case 'deleted':
      state.deleted = on;
      return true;
    default:
      return false;
  }
}

function applyParagraph(state: GroupState, name: string, value: number | null): boolean {
  switch (name) {
    case 'pard':
      Object.assign(state, plainParagraph);
      return true;
    case 'ql':
    case 'qj':
    case 'qd':
      state.align = 'left';
      return true;
    case 'qc':
      state.align = 'center';
      return true;
    case 'qr':
      state.align = 'right';
      return true;
    case 'fi':
      state.indentTwips = value ?? 0;
      return true;
    case 'cufi':
      state.indentChars = value ?? 0;
      return true;
    case 's':
      state.style = value ?? 0;
      return true;
    case 'outlinelevel':
      state.outlineLevel = value !== null && value >= 0 && value <= 8 ? value + 1 : null;
      return true;
    case 'intbl':
      state.inTable = true;
      return true;
    default:
      return false;
  }
}

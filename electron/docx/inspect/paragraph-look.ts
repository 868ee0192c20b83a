import { twip } from '../../../core/layout/index.ts';
import type {
  PrintedBorder,
  PrintedFrame,
  PrintedParagraph,
  PrintedTab,
} from '../../../core/printed/index.ts';
import { attributeOf, childOf, childrenOf, childValue, type XmlElement } from '../read/xml.ts';
import { readBorder } from './borders.ts';
import { isOn, lengthOf, numberOf } from './lengths.ts';
import { type Indent, readIndent, readPitch, readSpace, type Space } from './spacing.ts';

/** What a paragraph, a style or a list says of the place of lines; absent where it says nothing. */
export interface ParagraphLook {
  readonly align?: PrintedParagraph['align'];
  /** 1–9; 0 for text said outright. */
  readonly outlineLevel?: number;
  readonly numberId?: string;
  readonly numberLevel?: number;
  readonly indent?: Indent;
  readonly space?: Space;
  readonly pitch?: PrintedParagraph['pitch'];
  readonly snapsToGrid?: boolean;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly widowControl?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly kinsoku?: boolean;
  readonly contextual?: boolean;
  readonly hangsMarks?: boolean;
  readonly spacesLetters?: boolean;
  readonly spacesDigits?: boolean;
  /** Stops by their place; null for one that is taken back. */
  readonly tabs?: ReadonlyMap<number, PrintedTab | null>;
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'between', PrintedBorder | null>>>;
  readonly frame?: PrintedFrame | null;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type Reader = (element: XmlElement, look: Mutable<ParagraphLook>) => void;

const alignments: Readonly<Record<string, PrintedParagraph['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
};

function readFrame(framePr: XmlElement): PrintedFrame {
  const word = (name: string, otherwise: string) => attributeOf(framePr, name) ?? otherwise;
  return {
    vertical: {
      anchor: word('vAnchor', 'page'),
      align: word('yAlign', ''),
      offset: lengthOf(framePr, 'y') ?? twip(0),
    },
    horizontal: {
      anchor: word('hAnchor', 'page'),
      align: word('xAlign', ''),
      offset: lengthOf(framePr, 'x') ?? twip(0),
    },
    width: lengthOf(framePr, 'w') ?? twip(0),
    height: lengthOf(framePr, 'h') ?? twip(0),
  };
}

function readBorders(pBdr: XmlElement): ParagraphLook['borders'] {
  const borders: Partial<Record<'top' | 'bottom' | 'between', PrintedBorder | null>> = {};
  for (const side of ['top', 'bottom', 'between'] as const) {
    const border = childOf(pBdr, `w:${side}`);
    if (border) borders[side] = readBorder(border);
  }
  return borders;
}

const tabAligns: Readonly<Record<string, PrintedTab['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  decimal: 'decimal',
};

function readTabs(tabs: XmlElement): ReadonlyMap<number, PrintedTab | null> {
  return new Map(
    childrenOf(tabs, 'w:tab').flatMap((tab) => {
      const at = lengthOf(tab, 'pos');
      const kind = attributeOf(tab, 'val') ?? 'left';
      if (at === null || kind === 'bar') return [];
      const stop = kind === 'clear' ? null : { at, align: tabAligns[kind] ?? ('left' as const) };
      return [[at, stop] as const];
    }),
  );
}

function toggle(
  name:
    | 'snapsToGrid'
    | 'keepNext'
    | 'keepLines'
    | 'widowControl'
    | 'pageBreakBefore'
    | 'kinsoku'
    | 'contextual'
    | 'hangsMarks'
    | 'spacesLetters'
    | 'spacesDigits',
): Reader {
  return (element, look) => {
    look[name] = isOn(element);
  };
}

const readers: Readonly<Record<string, Reader>> = {
  'w:keepNext': toggle('keepNext'),
  'w:keepLines': toggle('keepLines'),
  'w:pageBreakBefore': toggle('pageBreakBefore'),
  'w:widowControl': toggle('widowControl'),
  'w:kinsoku': toggle('kinsoku'),
  'w:snapToGrid': toggle('snapsToGrid'),
  'w:contextualSpacing': toggle('contextual'),
  'w:overflowPunct': toggle('hangsMarks'),
  'w:autoSpaceDE': toggle('spacesLetters'),
  'w:autoSpaceDN': toggle('spacesDigits'),
  'w:tabs': (element, look) => {
    look.tabs = readTabs(element);
  },
  'w:framePr': (element, look) => {
    if (attributeOf(element, 'dropCap') === null) look.frame = readFrame(element);
  },
  'w:numPr': (element, look) => {
    const id = childValue(element, 'w:numId');
    const level = numberOf(childOf(element, 'w:ilvl'), 'val');
    if (id !== null) look.numberId = id;
    if (level !== null) look.numberLevel = level;
  },
  'w:pBdr': (element, look) => {
    look.borders = readBorders(element) ?? {};
  },
  'w:spacing': (element, look) => {
    look.space = readSpace(element);
    const pitch = readPitch(element);
    if (pitch) look.pitch = pitch;
  },
  'w:ind': (element, look) => {
    look.indent = readIndent(element);
  },
  'w:jc': (element, look) => {
    look.align = alignments[attributeOf(element, 'val') ?? ''] ?? 'left';
  },
  'w:outlineLvl': (element, look) => {
    const level = numberOf(element, 'val');
    if (level !== null) look.outlineLevel = level >= 0 && level <= 8 ? level + 1 : 0;
  },
};

/** A look that says nothing. */
export const plainParagraph: ParagraphLook = {};

/** Reads `w:pPr`. */
export function readParagraphLook(pPr: XmlElement | null): ParagraphLook {
  if (!pPr) return plainParagraph;
  const look: Mutable<ParagraphLook> = {};
  for (const child of pPr.children) {
    if (typeof child !== 'string') readers[child.name]?.(child, look);
  }
  return look;
}

/** The nearer word wins, property by property; indents, spaces and borders side by side. */
export function overParagraph(under: ParagraphLook, over: ParagraphLook): ParagraphLook {
  if (over === plainParagraph) return under;
  return {
    ...under,
    ...over,
    ...(over.indent ? { indent: { ...under.indent, ...over.indent } } : {}),
    ...(over.space ? { space: { ...under.space, ...over.space } } : {}),
    ...(over.tabs ? { tabs: new Map([...(under.tabs ?? []), ...over.tabs]) } : {}),
    ...(over.borders ? { borders: { ...under.borders, ...over.borders } } : {}),
  };
}

import { type Pt, pt, type Twip } from '../../../core/layout/index.ts';
import { attributeOf, type XmlElement } from '../read/xml.ts';
import { isOn, lengthOf, numberOf } from './lengths.ts';
import type { FindThemeFace } from './theme.ts';

/** A face, and whether the theme named it. */
export interface NamedFace {
  readonly name: string;
  readonly isThemed: boolean;
}

/** What a run or a style says of its letters; absent where it says nothing. */
export interface RunLook {
  readonly face?: NamedFace;
  readonly latinFace?: NamedFace;
  readonly hintsChinese?: boolean;
  readonly size?: Pt;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly color?: string;
  readonly spacing?: Twip;
  readonly hidden?: boolean;
  readonly language?: string;
  /** Id of the character style. */
  readonly styleId?: string;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** What Word takes where nothing names a face. */
export const usualFaces = { chinese: '宋体', latin: 'Times New Roman' } as const;

function readFace(fonts: XmlElement, slot: string, theme: FindThemeFace): NamedFace | null {
  const themed = attributeOf(fonts, slot === 'cs' ? 'cstheme' : `${slot}Theme`);
  const name = attributeOf(fonts, slot);
  if (themed) {
    // a theme that is not there leaves the choice to the program
    const otherwise = slot === 'eastAsia' ? usualFaces.chinese : usualFaces.latin;
    return { name: theme(themed) ?? name ?? otherwise, isThemed: true };
  }
  return name ? { name, isThemed: false } : null;
}

function readFaces(fonts: XmlElement, look: Mutable<RunLook>, theme: FindThemeFace): void {
  const face = readFace(fonts, 'eastAsia', theme);
  const latin = readFace(fonts, 'ascii', theme) ?? readFace(fonts, 'hAnsi', theme);
  const hint = attributeOf(fonts, 'hint');
  if (face) look.face = face;
  if (latin) look.latinFace = latin;
  if (hint) look.hintsChinese = hint === 'eastAsia';
}

/** How each property is read. `w:u` with `none` is no line. */
const readers: Readonly<
  Record<string, (element: XmlElement, look: Mutable<RunLook>, theme: FindThemeFace) => void>
> = {
  'w:rFonts': readFaces,
  'w:rStyle': (element, look) => {
    look.styleId = attributeOf(element, 'val') ?? '';
  },
  'w:b': (element, look) => {
    look.bold = isOn(element);
  },
  'w:i': (element, look) => {
    look.italic = isOn(element);
  },
  'w:u': (element, look) => {
    look.underlined = (attributeOf(element, 'val') ?? 'none') !== 'none';
  },
  'w:vanish': (element, look) => {
    look.hidden = isOn(element);
  },
  'w:color': (element, look) => {
    look.color = (attributeOf(element, 'val') ?? 'auto').replace(/^[\da-f]{6}$/iu, (hex) =>
      hex.toUpperCase(),
    );
  },
  'w:spacing': (element, look) => {
    const spacing = lengthOf(element, 'val');
    if (spacing !== null) look.spacing = spacing;
  },
  'w:sz': (element, look) => {
    const half = numberOf(element, 'val');
    if (half !== null && half > 0) look.size = pt(half / 2);
  },
  'w:lang': (element, look) => {
    const language = attributeOf(element, 'eastAsia');
    if (language) look.language = language;
  },
};

/** A look that says nothing. */
export const plainLook: RunLook = {};

/** Reads `w:rPr`. */
export function readRunLook(rPr: XmlElement | null, theme: FindThemeFace): RunLook {
  if (!rPr) return plainLook;
  const look: Mutable<RunLook> = {};
  for (const child of rPr.children) {
    if (typeof child !== 'string') readers[child.name]?.(child, look, theme);
  }
  return look;
}

/** The nearer word wins, property by property. */
export function overRun(under: RunLook, over: RunLook): RunLook {
  return over === plainLook ? under : { ...under, ...over };
}

const toggles = ['bold', 'italic', 'hidden'] as const;

/**
 * A character style over a paragraph's look: a toggle that both switch on is off again.
 * @source ISO 29500-1 17.7.3
 */
export function toggleRun(under: RunLook, over: RunLook): RunLook {
  if (over === plainLook) return under;
  const joined: Mutable<RunLook> = { ...under, ...over };
  for (const name of toggles) {
    if (over[name] === true) joined[name] = under[name] !== true;
    else if (under[name] !== undefined) joined[name] = under[name];
  }
  return joined;
}

import { colourOf } from '../look.ts';
import { type CodePage, charsetPage } from './code-page.ts';

/** A face of the file's table. */
interface Face {
  name: string;
  page: CodePage | null;
}

/** The tables at the beginning of a file, filled while they are read. */
export interface RtfTables {
  readonly faceName: (id: number | null) => string | null;
  readonly facePage: (id: number | null) => CodePage | null;
  /** `#rrggbb`; null for black and for the usual colour. */
  readonly colour: (index: number) => string | null;
  /** Outline level that a style has by itself, 1–9. */
  readonly outlineLevel: (style: number) => number | null;
  /** A control word inside a table. */
  readonly word: (kind: 'faces' | 'colours' | 'styles', name: string, value: number | null) => void;
  /** Words inside a table; an entry ends with `;`. */
  readonly text: (kind: 'faces' | 'colours' | 'styles', text: string) => void;
  /** Code page of the name that is being read. */
  readonly namePage: () => CodePage | null;
}

const mostEntries = 5000;
const longestName = 100;

function hexPair(value: number | null): string {
  return Math.min(255, Math.max(0, value ?? 0))
    .toString(16)
    .padStart(2, '0');
}

/** Lives while one file is read. */
export function createTables(): RtfTables {
  const faces = new Map<number, Face>();
  const colours: (string | null)[] = [];
  const levels = new Map<number, number>();
  let face: Face = { name: '', page: null };
  let parts: [string, string, string] | null = null;
  let style: { id: number; level: number | null; name: string } = { id: 0, level: null, name: '' };

  function takeFace(name: string, value: number | null): void {
    if (name === 'f' && faces.size < mostEntries) {
      face = { name: '', page: null };
      faces.set(value ?? 0, face);
    } else if (name === 'fcharset') face.page = charsetPage(value ?? 0);
  }

  function takeColour(name: string, value: number | null): void {
    const place = ['red', 'green', 'blue'].indexOf(name);
    if (place < 0) return;
    parts ??= ['00', '00', '00'];
    parts[place] = hexPair(value);
  }

  function takeStyle(name: string, value: number | null): void {
    if (name === 's') style = { id: value ?? 0, level: null, name: '' };
    if (name === 'outlinelevel' && value !== null && value >= 0 && value <= 8)
      style.level = value + 1;
  }

  function endStyle(): void {
    const named = /^(?:heading|标题) ?([1-9])$/iu.exec(style.name.trim())?.[1];
    const level = style.level ?? (named ? Number(named) : null);
    if (level !== null && levels.size < mostEntries) levels.set(style.id, level);
    style = { id: 0, level: null, name: '' };
  }

  function takeLetter(kind: 'faces' | 'colours' | 'styles', letter: string): void {
    if (letter === ';') {
      if (kind === 'colours' && colours.length < mostEntries) {
        colours.push(parts ? colourOf(parts.join('')) : null);
        parts = null;
      } else if (kind === 'styles') endStyle();
      return;
    }
    if (kind === 'faces' && face.name.length < longestName) face.name += letter;
    if (kind === 'styles' && style.name.length < longestName) style.name += letter;
  }

  return {
    faceName: (id) => (id === null ? null : faces.get(id)?.name.trim() || null),
    facePage: (id) => (id === null ? null : (faces.get(id)?.page ?? null)),
    colour: (index) => colours[index] ?? null,
    outlineLevel: (id) => levels.get(id) ?? null,
    word: (kind, name, value) => {
      if (kind === 'faces') takeFace(name, value);
      else if (kind === 'colours') takeColour(name, value);
      else takeStyle(name, value);
    },
    text: (kind, text) => {
      for (const letter of text) takeLetter(kind, letter);
    },
    namePage: () => face.page,
  };
}

import { attributeOf, childOf, childrenOf, type XmlElement } from '../read/xml.ts';

/** A face by its name in the theme, `minorEastAsia`; null where the theme names none. */
export type FindThemeFace = (name: string) => string | null;

/** Scripts of the theme's list of faces, by the language of Chinese text. */
const scripts: Readonly<Record<string, string>> = {
  'zh-CN': 'Hans',
  'zh-SG': 'Hans',
  'zh-TW': 'Hant',
  'zh-HK': 'Hant',
  'ja-JP': 'Jpan',
  'ko-KR': 'Hang',
};

function findFace(fonts: XmlElement | null, slot: string, language: string): string | null {
  const named = attributeOf(childOf(fonts, `a:${slot}`), 'typeface');
  if (named) return named;
  if (slot !== 'ea') return null;
  const script = scripts[language] ?? 'Hans';
  const listed = childrenOf(fonts, 'a:font').find((font) => attributeOf(font, 'script') === script);
  return attributeOf(listed ?? null, 'typeface') || null;
}

/**
 * Reads the faces of a theme part; an absent one knows none.
 * @param language of Chinese text, `zh-CN`, by which a theme without an East Asian face chooses
 */
export function readTheme(root: XmlElement | null, language: string): FindThemeFace {
  const scheme = childOf(childOf(root, 'a:themeElements'), 'a:fontScheme');
  const known = new Map<string, string | null>();
  return (name) => {
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    const fonts = childOf(scheme, name.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
    const slot = name.endsWith('EastAsia') ? 'ea' : name.endsWith('Bidi') ? 'cs' : 'latin';
    const face = findFace(fonts, slot, language);
    known.set(name, face);
    return face;
  };
}

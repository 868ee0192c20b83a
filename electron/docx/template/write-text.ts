import { cleanText } from '../write/clean.ts';
import { emptyElement, escapeXml } from '../write/xml.ts';
import { changeProperties, type Properties, writeRunProperties } from './properties.ts';

/** No indent, whatever a style says. */
export const flush = emptyElement('w:ind', { 'w:firstLineChars': 0, 'w:firstLine': 0 });
/** In the middle. */
export const centred = emptyElement('w:jc', { 'w:val': 'center' });

/** Curly quotes, dashes and ellipses take the Chinese face by the hint. */
function withHint(run: Properties): Properties {
  const faces = run.get('w:rFonts') ?? '<w:rFonts/>';
  const bare = faces.replace(/\sw:hint="[^"]*"/u, '');
  return changeProperties(run, {
    'w:rFonts': bare.replace('<w:rFonts', '<w:rFonts w:hint="eastAsia"'),
  });
}

/** A run of words; tabs are tabs. Nothing for no words. */
export function writeText(dirty: string, run: Properties): string {
  const text = cleanText(dirty);
  if (text === '') return '';
  const pieces = text
    .split('\t')
    .map((piece) => piece && `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`);
  return `<w:r>${writeRunProperties(withHint(run))}${pieces.join('<w:tab/>')}</w:r>`;
}

import type { LineKind, Run, Twip } from '../../../core/layout/index.ts';
import { SIGNER_STYLE, styleOfRunInHeading } from './style-names.ts';
import { facesOfLine, type Writing } from './writing.ts';
import { emptyElement, escapeXml } from './xml.ts';

/** Chinese marks that Word would take for Latin ones take the Chinese face by the hint. */
const HINT = '<w:rFonts w:hint="eastAsia"/>';

/** “ ” ‘ ’ — … · × and other signs that are neither hanzi nor Latin letters. */
const doubtful = /([\u{80}-\u{bf}\u{d7}\u{f7}\u{250}-\u{2e7f}]+)/u;

/**
 * Doubtful signs by name of their face: WPS does not heed the hint everywhere. Only where digits have
 * a face of their own; elsewhere every slot of the style holds the Chinese one.
 */
function writeSignFace(face: string): string {
  return emptyElement('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': face, 'w:hAnsi': face });
}

function writePieces(text: string): string {
  const pieces = text
    .split('\t')
    .map((piece) => (piece ? `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>` : ''));
  return pieces.join('<w:tab/>');
}

/** How the runs of a line differ from the style of its paragraph. */
export interface RunLook {
  /** Spacing of characters in twips; null for the style's. */
  readonly spacing: Twip | null;
  /** Further properties, in the schema's place behind the spacing. */
  readonly more: string;
}

/** Nothing different from the style. */
export const plainLook: RunLook = { spacing: null, more: '' };

function faceOfRun({ heading, isName }: Run, face: string, { layout }: Writing): string {
  if (heading === 2 || isName) return layout.faces.section;
  return heading ? layout.faces.text : face;
}

function writeStyle({ heading, isName }: Run): string {
  const style = heading ? styleOfRunInHeading[heading] : SIGNER_STYLE;
  return heading || isName ? emptyElement('w:rStyle', { 'w:val': style }) : '';
}

/** The runs of a line; empty ones are left out. */
export function writeRuns(
  runs: readonly Run[],
  kind: LineKind,
  writing: Writing,
  { spacing, more }: RunLook = plainLook,
): string {
  const { face, digits } = facesOfLine(kind, writing.layout);
  const set = spacing === null ? '' : emptyElement('w:spacing', { 'w:val': spacing });
  const written = runs.map((run) => {
    const write = (text: string, fonts: string) =>
      text === ''
        ? ''
        : `<w:r><w:rPr>${writeStyle(run)}${fonts}${set}${more}</w:rPr>${writePieces(text)}</w:r>`;
    if (digits === null) return write(run.text, HINT);
    const signs = writeSignFace(faceOfRun(run, face, writing));
    return run.text
      .split(doubtful)
      .map((text, index) => write(text, index % 2 === 0 ? HINT : signs))
      .join('');
  });
  return written.join('');
}

import type { Footer, Paragraph, TextRun } from 'docx';
import { pageNumber } from '../../../core/layout/index.ts';
import { FOOTER_STYLE } from './style-names.ts';
import type { Writing } from './writing.ts';

/** The library that makes the package; loaded with the first shell. */
export type Docx = typeof import('docx');

type Side = 'left' | 'center' | 'right';

/** A page number in the hint of its neighbours: without it 一字线 is Latin in some programs. */
function createRun({ TextRun: Run }: Docx, text: string): TextRun {
  return new Run({ font: { hint: 'eastAsia' }, children: [text] });
}

/** 一字线 and number, on the side away from the binding. @source GB/T 9704-2012 7.5 */
function createParagraph(docx: Docx, side: Side, { layout }: Writing): Paragraph {
  const { before, after, outerIndent } = pageNumber;
  const number = docx.PageNumber.CURRENT;
  const texts = layout.pageNumber.dashes ? [before, number, after] : [number];
  return new docx.Paragraph({
    style: FOOTER_STYLE,
    alignment: side,
    ...(side === 'center' ? {} : { indent: { [side]: outerIndent } }),
    children: texts.map((text) => createRun(docx, text)),
  });
}

/**
 * The footers of a layout: right on odd pages and left on even ones, in the middle of all, or none.
 * @source GB/T 9704-2012 7.5
 */
export function createFooters(
  docx: Docx,
  writing: Writing,
): { readonly default?: Footer; readonly even?: Footer } {
  const foot = (side: Side) =>
    new docx.Footer({ children: [createParagraph(docx, side, writing)] });
  switch (writing.layout.pageNumber.place) {
    case 'outer':
      return { default: foot('right'), even: foot('left') };
    case 'center':
      return { default: foot('center') };
    case 'none':
      return {};
  }
}

/** A result before the end of the field, for what shows a footer without counting pages. */
export function completeFooter(footer: string): string {
  return footer.replace(
    /(<w:r>(?:<w:rPr>(?:(?!<w:r>).)*<\/w:rPr>)?)<w:fldChar w:fldCharType="end"\/>/su,
    '$1<w:t xml:space="preserve">1</w:t></w:r>$&',
  );
}

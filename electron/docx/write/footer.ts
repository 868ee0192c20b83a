import { pageNumber } from '../../../core/layout/index.ts';
import { FOOTER_STYLE } from './style-names.ts';
import type { Writing } from './writing.ts';
import { emptyElement, WORD_NAMESPACE, XML_DECLARATION } from './xml.ts';

/** A footer of the package, and which pages have it. */
export interface Footer {
  readonly id: string;
  readonly path: string;
  readonly pages: 'default' | 'even';
  readonly side: 'left' | 'center' | 'right';
}

/** Right on odd pages and left on even ones, in the middle of all, or none. @source GB/T 9704-2012 7.5 */
export function listFooters({ layout }: Writing): readonly Footer[] {
  const odd = { id: 'rId4', path: 'footer1.xml', pages: 'default' } as const;
  const even = { id: 'rId5', path: 'footer2.xml', pages: 'even' } as const;
  switch (layout.pageNumber.place) {
    case 'outer':
      return [
        { ...odd, side: 'right' },
        { ...even, side: 'left' },
      ];
    case 'center':
      return [{ ...odd, side: 'center' }];
    case 'none':
      return [];
  }
}

/** 一字线 and number, on the side away from the binding. @source GB/T 9704-2012 7.5 */
export function writeFooter({ side }: Footer, { layout }: Writing): string {
  const run = (content: string) =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${content}</w:r>`;
  const text = (words: string) => run(`<w:t xml:space="preserve">${words}</w:t>`);
  const mark = (type: string) => run(emptyElement('w:fldChar', { 'w:fldCharType': type }));
  const { before, after, outerIndent } = pageNumber;
  const { dashes } = layout.pageNumber;
  const indent = side === 'center' ? '' : emptyElement('w:ind', { [`w:${side}`]: outerIndent });
  return [
    `${XML_DECLARATION}<w:ftr xmlns:w="${WORD_NAMESPACE}"><w:p><w:pPr>`,
    emptyElement('w:pStyle', { 'w:val': FOOTER_STYLE }),
    indent,
    emptyElement('w:jc', { 'w:val': side }),
    '</w:pPr>',
    dashes ? text(before) : '',
    mark('begin'),
    run('<w:instrText xml:space="preserve">PAGE</w:instrText>'),
    mark('separate'),
    text('1'),
    mark('end'),
    dashes ? text(after) : '',
    '</w:p></w:ftr>',
  ].join('');
}

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { childOf, parseXml, type XmlElement } from '../../../../electron/docx/read/xml.ts';

/** What is done with all changes of a document. */
export type Verdict = 'accept' | 'reject';

const PART = 'word/document.xml';

function partOf(docx: Uint8Array): string {
  return strFromU8(unzipSync(docx)[PART] ?? new Uint8Array());
}

const elementsOf = (parent: XmlElement) =>
  parent.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));

function textOf(element: XmlElement): string {
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:t' || element.name === 'w:delText') {
    return element.children.filter((child) => typeof child === 'string').join('');
  }
  if (element.name === 'w:pPr' || element.name === 'w:rPr') return '';
  return elementsOf(element).map(textOf).join('');
}

/** What an element's children are after the verdict: those of the other side are gone. */
function isGone(element: XmlElement | null, verdict: Verdict): boolean {
  return element?.name === (verdict === 'accept' ? 'w:del' : 'w:ins');
}

function markIsGone(paragraph: XmlElement, verdict: Verdict): boolean {
  const look = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return look !== null && elementsOf(look).some((mark) => isGone(mark, verdict));
}

/** Paragraphs as Word leaves them: one whose mark is gone runs on into the next. */
function settleBlocks(parent: XmlElement, verdict: Verdict): readonly (string | string[][])[] {
  const blocks: (string | string[][])[] = [];
  let carried: string | null = null;
  for (const element of elementsOf(parent)) {
    if (element.name === 'w:tbl') {
      if (carried) throw new Error('text runs on into a table');
      carried = null;
      const rows = settleRows(element, verdict);
      if (rows.length > 0) blocks.push(rows);
    } else if (element.name === 'w:p') {
      const kept = elementsOf(element).filter((child) => !isGone(child, verdict));
      const text: string = (carried ?? '') + kept.map(textOf).join('');
      carried = markIsGone(element, verdict) ? text : null;
      if (carried === null) blocks.push(text);
    }
  }
  if (carried) throw new Error('text is left without a paragraph');
  return blocks;
}

function settleRows(table: XmlElement, verdict: Verdict): string[][] {
  const rows = elementsOf(table).filter(({ name }) => name === 'w:tr');
  const kept = rows.filter((row) => {
    const properties = childOf(row, 'w:trPr');
    return !(properties && elementsOf(properties).some((mark) => isGone(mark, verdict)));
  });
  return kept.map((row) =>
    elementsOf(row)
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => settleBlocks(cell, verdict).join('\n')),
  );
}

/** The printed text of a .docx after all its changes are accepted or rejected, by Word's own rules. */
export function settle(docx: Uint8Array, verdict: Verdict): readonly (string | string[][])[] {
  const body = childOf(parseXml(partOf(docx)), 'w:body');
  return body ? settleBlocks(body, verdict) : [];
}

/** The same document with insertions for deletions and the other way round: to accept one is to reject the other. */
export function turnAround(docx: Uint8Array): Uint8Array {
  const turned = partOf(docx)
    .replaceAll(/<(\/?)w:(ins|del)(?=[ >])/gu, (_, slash: string, name: string) =>
      name === 'ins' ? `<${slash}w:del` : `<${slash}w:ins`,
    )
    .replaceAll(/<w:del [^>]*[^/]>.*?<\/w:del>|<w:ins [^>]*[^/]>.*?<\/w:ins>/gsu, (runs) =>
      runs.startsWith('<w:del')
        ? runs.replaceAll(/(<\/?w:)t(?=[ >])/gu, '$1delText')
        : runs.replaceAll(/(<\/?w:)delText(?=[ >])/gu, '$1t'),
    );
  return zipSync({ ...unzipSync(docx), [PART]: strToU8(turned) });
}

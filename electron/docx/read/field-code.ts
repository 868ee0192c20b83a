/** What a field prints, as far as its result is not the paper's own words. */
export type FieldKind = 'contents' | 'page' | 'words';

/** The kind of a field by its instruction, ` TOC \\o "1-3" `. */
export function fieldKind(code: string): FieldKind {
  const name = /^\s*([a-z]+)/iu.exec(code)?.[1]?.toUpperCase();
  if (name === 'TOC') return 'contents';
  return name === 'PAGE' ? 'page' : 'words';
}

/** Whether a paragraph inside a table of contents is a line of it: words, a leader or tab, a page number. */
export function isContentsLine(text: string): boolean {
  return /[\t\u2026\u00b7.][ \t]{0,20}[-—]?[ ]?\d{1,3}[ ]?[-—]?$/u.test(text.trimEnd());
}

import type { SourceBlock } from '../../../core/segment/index.ts';

/** A block as plain words: lines of a table, cells parted by tabs. */
export function blockText(block: SourceBlock): string {
  if (block.kind === 'paragraph') return `${block.label}${block.text}`;
  return block.rows.map((row) => row.join('\t')).join('\n');
}

/** A list's printed sign as a label; empty for a bullet. A lone letter is a sign of Wingdings, whose letters draw bullets. */
export function numberLabel(printed: string): string {
  const label = printed.replace(/[\s\u00a0]+/gu, ' ').trim();
  return /[\p{N}\u4e00-\u9fff]|[a-z][^a-z]/iu.test(label) ? label : '';
}

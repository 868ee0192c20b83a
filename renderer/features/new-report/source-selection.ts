import type { SourceSelection } from '../../../core/claim/index.ts';

function placeOf(
  node: Node,
  offset: number,
): { readonly block: number; readonly at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('[data-block]');
  if (!line) return null;
  const block = Number(line.dataset['block']);
  const piece = element?.closest<HTMLElement>('[data-at]');
  if (piece) return { block, at: Number(piece.dataset['at']) + (node === piece ? 0 : offset) };
  // a whole line was taken: the offset counts its children
  const next = line.querySelectorAll<HTMLElement>('[data-at]');
  const all = [...next].map((each) => Number(each.dataset['at']) + (each.textContent?.length ?? 0));
  return { block, at: offset === 0 ? 0 : Math.max(0, ...all) };
}

/** The words chosen in the source, where they are within one block; null for anything else. */
export function readSourceSelection(pane: HTMLElement): SourceSelection | null {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || range.collapsed || !pane.contains(range.commonAncestorContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (!start || !end) return null;
  // a triple click ends at the beginning of the next line
  const isNext = end.block === start.block + 1 && end.at === 0;
  if (end.block !== start.block && !isNext) return null;
  const line = pane.querySelector(`[data-block="${start.block}"]`);
  const stop = isNext ? (line?.textContent?.length ?? 0) : end.at;
  return stop > start.at ? { block: start.block, start: start.at, end: stop } : null;
}

import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Finding } from '../../../core/api/index.ts';
import type { DraftSession } from './draft-session.ts';
import { findPlace, findWordsAt, showRange, type TextRange } from './jump.ts';

/** Where a finding stands now: its words, or else its line. Null when both are gone. */
function rangeOf(doc: Node, { place, text }: Finding): TextRange | null {
  return findWordsAt(doc, place, text) ?? findPlace(doc, place);
}

/**
 * The finding behind (`step` 1) or before (-1) a selection, around the ends of the document; null
 * when there is none. One that begins at the caret itself lies behind it.
 */
export function findNextRange(
  doc: Node,
  findings: readonly Finding[],
  from: { readonly selected: TextRange; readonly step: 1 | -1 },
): TextRange | null {
  const ranges = findings
    .flatMap((finding) => rangeOf(doc, finding) ?? [])
    .toSorted((a, b) => a.from - b.from);
  const { selected, step } = from;
  if (step === -1)
    return ranges.findLast((range) => range.from < selected.from) ?? ranges.at(-1) ?? null;
  const isEmpty = selected.from === selected.to;
  const next = ranges.find((range) =>
    isEmpty ? range.from >= selected.from : range.from > selected.from,
  );
  return next ?? ranges[0] ?? null;
}

/** Selects the words of the next finding and shows it in the panel. */
export function stepToFinding(session: DraftSession, step: 1 | -1): void {
  const { analysis } = session.store.getState();
  const { doc, selection } = session.getState();
  const range = findNextRange(doc, analysis?.findings ?? [], { selected: selection, step });
  session.store.setState({ tab: 'proofread' });
  if (range) showRange(session, range);
}

/** True when the finding says what should stand instead. */
export function isMendable({ suggestion }: Finding): boolean {
  return suggestion !== '';
}

/** Puts the suggestions of findings in place, as one step of the history; null when no words are left to mend. */
export function mendFindings(state: EditorState, findings: readonly Finding[]): Transaction | null {
  const mends = findings
    .filter(isMendable)
    .flatMap((finding) => {
      const range = findWordsAt(state.doc, finding.place, finding.text);
      return range ? [{ ...range, words: finding.suggestion }] : [];
    })
    .toSorted((a, b) => b.from - a.from);
  if (mends.length === 0) return null;
  const { tr } = state;
  let behind = Number.POSITIVE_INFINITY;
  // From the last to the first, so that the positions before stay true; what overlaps is left.
  for (const { from, to, words } of mends) {
    if (to > behind) continue;
    tr.insertText(words, from, to);
    behind = from;
  }
  return tr;
}

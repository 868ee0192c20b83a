import type { Page } from '../../../core/paginate/index.ts';
import { useSession } from '../workspace/desk-context.ts';
import { showRange } from '../workspace/jump.ts';
import { readDeskView, useLeaveCheck } from '../workspace/use-check-view.ts';
import { findInDraft } from './desk-words.ts';

/** The first line from `line` on whose words stand in the draft. */
function findFrom(
  pages: readonly Page[],
  page: number,
  line: number,
  find: (at: number) => boolean,
) {
  const lines = pages[page]?.lines.length ?? 0;
  for (let at = line; at < lines; at += 1) if (find(at)) return;
}

/** Leads from a printed line, from 0, to its words on the desk. */
export function useGoToWords(pages: readonly Page[]): (page: number, line: number) => void {
  const session = useSession();
  const leave = useLeaveCheck();
  return (page, line) => {
    const { doc } = session.getState();
    findFrom(pages, page, line, (at) => {
      const range = findInDraft(doc, pages, page, at);
      if (!range) return false;
      if (readDeskView() === null) showRange(session, range);
      else leave(() => showRange(session, range));
      return true;
    });
  };
}

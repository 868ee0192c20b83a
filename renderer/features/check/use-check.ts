import { useMemo } from 'react';
import type { Report } from '../../../core/model/index.ts';
import {
  buildSelfCheck,
  listOpen,
  namePlaces,
  type OpenRow,
  type PlaceNames,
  type SelfCheck,
} from '../../../core/self-check/index.ts';
import { toReport } from '../../editor/index.ts';
import type { Analysis } from '../workspace/analyse.ts';
import { useDesk, useSession } from '../workspace/desk-context.ts';

/** Everything the page shows, drawn from the last analysis and from nothing else. */
export interface Check {
  readonly report: Report;
  readonly analysis: Analysis;
  readonly names: PlaceNames;
  readonly rows: readonly OpenRow[];
  readonly sheet: SelfCheck;
}

/** The draft as the last analysis sees it; null until there is one. */
export function useCheck(): Check | null {
  const session = useSession();
  const analysis = useDesk((state) => state.analysis);
  return useMemo(() => {
    if (!analysis) return null;
    const { packs } = session.opened;
    const report = toReport(session.getState().doc);
    return {
      report,
      analysis,
      names: namePlaces(report),
      rows: listOpen(analysis, packs, report.closing.signedDate === null),
      sheet: buildSelfCheck(report, packs, analysis),
    };
  }, [session, analysis]);
}

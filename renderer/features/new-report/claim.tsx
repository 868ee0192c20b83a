import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { PartKind } from '../../../core/model/index.ts';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { leaveOpenDoubts, placeDoubts } from './doubts.ts';
import { linkDiscarded, linkRows } from './link-lines.ts';
import { listOutlineRows } from './outline-rows.ts';
import { SourcePane } from './source-pane.tsx';
import { StructurePane } from './structure-pane.tsx';
import type { Imported } from './use-import.ts';

/** Lines of both sides, tied together. They belong to the reading: corrections do not move them. */
function useLinks({ reading }: Imported) {
  return useMemo(() => {
    const { report, source, discarded, notices } = reading;
    const rows = listOutlineRows(report);
    const spans = linkRows(rows, source);
    return {
      rows,
      spans,
      discarded: linkDiscarded(discarded, source),
      doubts: placeDoubts(notices, rows, spans, source),
    };
  }, [reading]);
}

/** Steps to the doubt before or after the chosen line, around the ends. */
function stepTo(keys: readonly string[], active: string | null, step: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const at = keys.indexOf(active ?? '');
  const from = at < 0 && step < 0 ? 0 : at;
  return keys.at((from + step) % keys.length) ?? null;
}

/** 认领: the source at the left, what was read of it at the right, and what to do with it below. */
export function Claim({
  imported,
  onBack,
}: {
  readonly imported: Imported;
  readonly onBack: () => void;
}) {
  const links = useLinks(imported);
  const [report, setReport] = useState(imported.reading.report);
  const [active, setActive] = useState<string | null>(null);
  const doubts = leaveOpenDoubts(links.doubts, report);
  const doubtful = links.rows.map(({ key }) => key).filter((key) => doubts.byRow.has(key));
  const step = (by: 1 | -1) => setActive(stepTo(doubtful, active, by));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      setActive((last) => stepTo(doubtful, last, event.shiftKey ? -1 : 1));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const setKind = (partId: string, kind: PartKind) =>
    setReport((last) => ({
      ...last,
      parts: last.parts.map((part) => (part.id === partId ? { ...part, kind } : part)),
    }));

  return (
    <div className="screen claim">
      <TopBar
        actions={
          doubtful.length > 0 && (
            <>
              <span className="claim-count">{doubtful.length} 处请核对</span>
              <Button onClick={() => step(-1)}>上一处</Button>
              <Button onClick={() => step(1)}>
                下一处 <kbd>F8</kbd>
              </Button>
            </>
          )
        }
      >
        <BackLink label="返回" onClick={onBack} />
        <h1>认领：{imported.name}</h1>
      </TopBar>
      <main className="claim-panes">
        <SourcePane
          source={imported.reading.source}
          rows={links.rows}
          spans={links.spans}
          discarded={links.discarded}
          active={active}
          onPick={setActive}
        />
        <StructurePane
          report={report}
          rows={links.rows}
          doubts={doubts}
          discarded={imported.reading.discarded}
          active={active}
          onPick={setActive}
          onTitle={(title) => setReport((last) => ({ ...last, title }))}
          onKind={setKind}
        />
      </main>
      <ClaimBar
        imported={imported}
        report={report}
        onIssuers={(issuers) => setReport((last) => ({ ...last, issuers }))}
        onYear={(year) => setReport((last) => ({ ...last, year }))}
      />
    </div>
  );
}

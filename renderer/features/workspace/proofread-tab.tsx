import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Severity } from '../../../core/api/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { keyFindings } from './finding-keys.ts';
import { findWordsAt, jumpToPlace, showRange } from './jump.ts';
import { isMendable, mendFindings } from './mend-findings.ts';
import { listFindings } from './open-points.ts';
import { shortenQuote } from './quote.ts';
import { StaleList } from './stale-list.tsx';

const severityNames: Readonly<Record<Severity, string>> = {
  error: '有误',
  warning: '多半有误',
  advice: '供斟酌',
};

/** What can be put right in one go: this place, and every other one that the same rule found. */
function Mends({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const findings = useDesk((state) => state.analysis?.findings);
  if (!isMendable(finding) || session.isReadOnly) return null;
  const alike = (findings ?? []).filter(
    (other) => other.rule === finding.rule && isMendable(other),
  );
  const mend = (chosen: readonly Finding[]) => session.edit((state) => mendFindings(state, chosen));
  return (
    <div className="finding-mends">
      <button type="button" className="text-button" onClick={() => mend([finding])}>
        改为“{shortenQuote(finding.suggestion, 20)}”
      </button>
      {alike.length > 1 && (
        <button type="button" className="text-button" onClick={() => mend(alike)}>
          同类 {alike.length} 处一并改
        </button>
      )}
    </div>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const show = () => {
    const range = findWordsAt(session.getState().doc, finding.place, finding.text);
    if (range) showRange(session, range);
    else jumpToPlace(session, finding.place);
  };
  return (
    <li className={`finding is-${finding.severity}`}>
      <button type="button" className="finding-jump" onClick={show}>
        <span className="finding-severity">{severityNames[finding.severity]}</span>
        {finding.text && <q className="finding-words">{shortenQuote(finding.text, 24)}</q>}
      </button>
      <p className="finding-message">{finding.message}</p>
      <Mends finding={finding} />
    </li>
  );
}

function isAt({ place }: Finding, stop: string): boolean {
  const home = place.sectionId ?? place.partId;
  return home === null ? stop === 'front' || stop === 'closing' : home === stop;
}

/** Findings that are drawn at a time: a long draft has hundreds. */
const drawnAtOnce = 40;

/** How many of a list are drawn; when more are asked for, the focus goes to the first of them. */
function useDrawn() {
  const list = useRef<HTMLUListElement>(null);
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const first = drawn - drawnAtOnce;
  useEffect(() => {
    if (first > 0) list.current?.children[first]?.querySelector('button')?.focus();
  }, [first]);
  return { list, drawn, drawMore: () => setDrawn(drawn + drawnAtOnce) };
}

function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const { list, drawn, drawMore } = useDrawn();
  const keyed = useMemo(() => keyFindings(findings), [findings]);
  if (findings.length === 0) return null;
  const left = findings.length - drawn;
  return (
    <section>
      <h3 className="panel-heading">
        {title} <span>{findings.length}</span>
      </h3>
      <ul className="findings" ref={list}>
        {keyed.slice(0, drawn).map(({ key, finding }) => (
          <FindingCard key={key} finding={finding} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="text-button" onClick={drawMore}>
          再显示 {Math.min(left, drawnAtOnce)} 处，还有 {left} 处
        </button>
      )}
    </section>
  );
}

/** 校对: is it right; first where the caret stands, then everywhere else. */
export function ProofreadTab() {
  const findings = useDesk((state) => state.analysis?.findings);
  const isPaused = useDesk((state) => state.analysisState === 'failed');
  const current = useDesk((state) => state.currentStop);
  const [here, elsewhere] = useMemo(() => {
    const all = listFindings(findings);
    return [
      all.filter((finding) => isAt(finding, current)),
      all.filter((finding) => !isAt(finding, current)),
    ];
  }, [findings, current]);
  if (!findings) return <p className="panel-intro">{isPaused ? '校对暂时停了。' : '正在校对……'}</p>;
  return (
    <>
      <StaleList />
      {here.length + elsewhere.length === 0 && <p className="panel-intro">没有发现写错的地方。</p>}
      <FindingList title="本节" findings={here} />
      <FindingList title={here.length > 0 ? '其他各处' : '全文'} findings={elsewhere} />
    </>
  );
}

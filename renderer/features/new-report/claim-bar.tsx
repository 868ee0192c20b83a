import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { listFigures } from '../../../core/figures/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { listPromises } from '../../../core/promises/index.ts';
import { Problem } from '../../components/problem.tsx';
import type { Imported } from './reader.ts';
import { useKeep } from './use-keep.ts';
import { YearField } from './year-field.tsx';

/** Names of joint issuers as one line: 中共青石镇委员会、青石镇人民政府. */
function splitIssuers(line: string): readonly string[] {
  return line
    .split(/[、\n]/u)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 4);
}

function findLack(report: Report, newYear: number | null): string | null {
  if (report.issuers.length === 0) return '先填单位全称';
  if (newYear === null) return '先填新年度';
  return newYear > report.year ? null : '新年度要晚于报告年度';
}

/**
 * The unit's names. The field keeps its words itself, so that nothing is written back while an input
 * method composes; one that was undone from outside is drawn anew.
 */
function IssuersField({
  issuers,
  onIssuers,
}: {
  readonly issuers: readonly string[];
  readonly onIssuers: (issuers: readonly string[]) => void;
}) {
  const line = issuers.join('、');
  const [own, setOwn] = useState({ line, turn: 0 });
  if (own.line !== line) setOwn({ line, turn: own.turn + 1 });
  return (
    <div className="field is-unit">
      <label htmlFor="claim-issuers">单位</label>
      <Input
        id="claim-issuers"
        key={own.turn}
        defaultValue={line}
        placeholder="单位全称，联合行文用顿号隔开"
        onChange={(event) => {
          const names = splitIssuers(event.target.value);
          setOwn((last) => ({ ...last, line: names.join('、') }));
          onIssuers(names);
        }}
      />
    </div>
  );
}

interface Counts {
  readonly figures: number;
  readonly promises: number;
}

/** Milliseconds without a correction after which the report is counted. */
const restMs = 500;

/** What next year's draft will bring along, counted while nothing else is to be done. */
function useCounts(report: Report): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  const { parts, preamble } = report;
  // biome-ignore lint/correctness/useExhaustiveDependencies: unit and years are not counted.
  useEffect(() => {
    let idle = 0;
    const count = () =>
      setCounts({ figures: listFigures(report).length, promises: listPromises(report).length });
    const timer = window.setTimeout(() => {
      idle = window.requestIdleCallback(count);
    }, restMs);
    return () => {
      window.clearTimeout(timer);
      window.cancelIdleCallback(idle);
    };
  }, [parts, preamble]);
  return counts;
}

function CountsLine({ report }: { readonly report: Report }) {
  const counts = useCounts(report);
  if (!counts) return null;
  return (
    <span className="claim-counts">
      <span>指标 {counts.figures} 个</span>
      {counts.promises > 0 && <span>承诺 {counts.promises} 条</span>}
    </span>
  );
}

/** Unit and years of what was read, and the two things to do with it. */
export function ClaimBar({
  imported,
  report,
  onIssuers,
  onYear,
}: {
  readonly imported: Imported;
  readonly report: Report;
  readonly onIssuers: (issuers: readonly string[]) => void;
  readonly onYear: (year: number) => void;
}) {
  // the year after the report's, until another is chosen
  const [chosen, setChosen] = useState<{ readonly year: number | null } | null>(null);
  const newYear = chosen ? chosen.year : report.year + 1;
  const { keep, roll, busy, error, isKept } = useKeep(imported);
  const lack = findLack(report, newYear);
  const setYear = (year: number | null) => {
    if (year !== null) onYear(year);
  };
  const setNewYear = (year: number | null) => setChosen(year === report.year + 1 ? null : { year });
  return (
    <footer className="claim-bar">
      {error && (
        <div className="claim-error">
          <Problem error={error} />
          {isKept && <p>读入的上年报告已经存进报告库，可以从那里再沿用。</p>}
        </div>
      )}
      <div className="claim-fields">
        <IssuersField issuers={report.issuers} onIssuers={onIssuers} />
        <YearField label="报告年度" value={report.year} onChange={setYear} />
        <YearField label="新年度" value={newYear} onChange={setNewYear} />
        <CountsLine report={report} />
      </div>
      <div className="claim-answers">
        {lack && <span className="field-hint">{lack}</span>}
        <Button disabled={busy || report.issuers.length === 0} onClick={() => keep(report)}>
          只存入报告库
        </Button>
        <Button
          type="primary"
          loading={busy}
          disabled={lack !== null}
          onClick={() => {
            if (newYear !== null) roll(report, newYear);
          }}
        >
          沿用为 {newYear ?? '新'} 年草稿
        </Button>
      </div>
    </footer>
  );
}

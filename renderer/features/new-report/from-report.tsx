import { Button } from 'antd';
import { useState } from 'react';
import type { ReportSummary } from '../../../core/api/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { navigate } from '../../stores/navigation.ts';
import {
  describeReport,
  nameReport,
  sortReports,
  statusNames,
} from '../library/describe-report.ts';
import { IssuerFields } from '../settings/issuer-fields.tsx';
import { YearField } from './year-field.tsx';

function Details({
  base,
  reports,
}: {
  readonly base: ReportSummary;
  readonly reports: readonly ReportSummary[];
}) {
  const { settings } = useReadyApp();
  const [issuers, setIssuers] = useState(base.issuers.length > 0 ? base.issuers : settings.issuers);
  const [year, setYear] = useState<number | null>(base.year + 1);
  const existing = reports.some((report) => report.year === year);
  const ready = year !== null && issuers.length > 0;
  return (
    <>
      <div className="field">
        <span className="field-label">单位全称</span>
        <IssuerFields issuers={issuers} onChange={setIssuers} />
      </div>
      <YearField label="新年度" value={year} onChange={setYear} />
      {existing && <p className="field-hint">报告库里已经有 {year} 年的报告，会再建一份。</p>}
      <div className="source-answers">
        <Button
          type="primary"
          disabled={!ready}
          onClick={() => {
            if (year !== null && issuers.length > 0) {
              navigate({ screen: 'roll', reportId: base.id, year, issuers });
            }
          }}
        >
          沿用为 {year ?? '新'} 年草稿
        </Button>
        {issuers.length === 0 && <span className="field-hint">先填单位全称。</span>}
      </div>
    </>
  );
}

/** A report of the library: choose it, then unit and year of the new one. */
export function FromReport({
  reports,
  chosen,
}: {
  readonly reports: readonly ReportSummary[];
  /** The report to offer first, where one was named. */
  readonly chosen: string | undefined;
}) {
  const { info } = useReadyApp();
  const sorted = sortReports(reports);
  const [baseId, setBaseId] = useState(chosen ?? sorted[0]?.id);
  const base = sorted.find(({ id }) => id === baseId) ?? sorted[0];
  return (
    <div className="source-form">
      <h2 id="base-title">沿用哪一份</h2>
      <p>原来那份不会改动。下一步先看要改哪些，逐处都可以不改，看过再建立草稿。</p>
      <div className="base-list" role="radiogroup" aria-labelledby="base-title">
        {sorted.map((report) => (
          <label key={report.id} className="base-choice">
            <input
              type="radio"
              name="base"
              value={report.id}
              checked={report.id === base?.id}
              onChange={() => setBaseId(report.id)}
            />
            <span className="base-year">{report.year}</span>
            <span className="base-words">
              <b>{nameReport(report)}</b>
              <span>
                {statusNames[report.status]} · {describeReport(report, info.today).join(' · ')}
              </span>
            </span>
          </label>
        ))}
      </div>
      {base && <Details key={base.id} base={base} reports={reports} />}
    </div>
  );
}

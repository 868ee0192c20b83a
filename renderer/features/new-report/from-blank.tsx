import { Button } from 'antd';
import { useState } from 'react';
import type { ReportSummary } from '../../../core/api/index.ts';
import { usualReportYear } from '../../../core/deadlines/index.ts';
import { Problem } from '../../components/problem.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { IssuerFields } from '../settings/issuer-fields.tsx';
import { useCreate } from './use-create.ts';
import { YearField } from './year-field.tsx';

/** The blank template: for whom and for which year, nothing else. */
export function FromBlank({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const { info, settings } = useReadyApp();
  const [issuers, setIssuers] = useState(settings.issuers);
  const [year, setYear] = useState<number | null>(() => usualReportYear(info.today));
  const { create, busy, error } = useCreate();
  const existing = reports.some((report) => report.year === year);
  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (year !== null && issuers.length > 0)
          create({ year, issuers, start: { kind: 'blank' } });
      }}
    >
      <h2>从空白模板写起</h2>
      <p>草稿里有标题、引言和四个部分的标题，每处该写什么由清单逐项提醒。</p>
      <div className="field">
        <span className="field-label">单位全称</span>
        <IssuerFields issuers={issuers} onChange={setIssuers} />
      </div>
      <YearField label="报告年度" value={year} onChange={setYear} />
      {existing && <p className="field-hint">报告库里已经有 {year} 年的报告，会再建一份。</p>}
      {error && <Problem error={error} />}
      <div className="source-answers">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={year === null || issuers.length === 0}
        >
          建立草稿
        </Button>
        {issuers.length === 0 && <span className="field-hint">先填单位全称。</span>}
      </div>
    </form>
  );
}

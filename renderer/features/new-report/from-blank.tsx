import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { ReportSummary } from '../../../core/api/index.ts';
import { usualReportYear } from '../../../core/deadlines/index.ts';
import { packNotices } from '../../../core/packs/index.ts';
import type { BlankForm } from '../../../core/roll-forward/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { describeNotice } from '../../messages.ts';
import { useReadyApp } from '../../stores/app.ts';
import { IssuerFields } from '../settings/issuer-fields.tsx';
import { MoreChoices } from './blank-form.tsx';
import { useCreate } from './use-create.ts';
import { YearField } from './year-field.tsx';

/** The packs of the year that is written in the field, for the unit as it was when its line was left. */
function usePacks(year: number | null, issuers: readonly string[]) {
  const call = useCall();
  const ask = useCallback(async () => {
    if (year === null) return { ok: true as const, value: null };
    const packs = await call('packs.forYear', { year, ...(issuers.length > 0 ? { issuers } : {}) });
    return packs.ok ? { ok: true as const, value: { year, packs: packs.value } } : packs;
  }, [call, year, issuers]);
  const { answer } = useAnswer(ask);
  const told = answer.state === 'ready' ? answer.value : null;
  return told?.year === year ? told.packs : null;
}

/** The blank template: for whom and for which year, nothing else. */
export function FromBlank({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const { info, settings } = useReadyApp();
  const [issuers, setIssuers] = useState(settings.issuers);
  const [year, setYear] = useState<number | null>(() => usualReportYear(info.today));
  const [form, setForm] = useState<BlankForm>({});
  const [left, setLeft] = useState(settings.issuers);
  const packs = usePacks(year, left);
  const { create, busy, error } = useCreate();
  const existing = reports.some((report) => report.year === year);
  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (year !== null && issuers.length > 0)
          create({ year, issuers, start: { kind: 'blank', form } });
      }}
    >
      <h2>从空白模板写起</h2>
      <p>草稿里有标题、引言和四个部分的标题，每处该写什么由清单逐项提醒。</p>
      <div className="field">
        <span className="field-label">单位全称</span>
        <IssuerFields issuers={issuers} onChange={setIssuers} onLeave={setLeft} />
      </div>
      <YearField label="报告年度" value={year} onChange={setYear} />
      {existing && <p className="field-hint">报告库里已经有 {year} 年的报告，会再建一份。</p>}
      {packs &&
        year !== null &&
        packNotices(packs, year).map((notice) => (
          <p key={notice.code} className="field-hint" role="status">
            {describeNotice(notice)}收到新的资料包，可以在设置里导入。
          </p>
        ))}
      {packs && year !== null && (
        <MoreChoices packs={packs} year={year} issuers={issuers} form={form} onChange={setForm} />
      )}
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

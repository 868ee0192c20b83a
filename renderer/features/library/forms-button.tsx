import { Button } from 'antd';
import type { ReportSummary } from '../../../core/api/index.ts';
import { chooseReportYear } from '../../../core/deadlines/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { navigate } from '../../stores/navigation.ts';

/** 征集表: the way to the forms and the ledger of the report that is due next. */
export function FormsButton({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const { today } = useReadyApp().info;
  const year = chooseReportYear(reports, today);
  return <Button onClick={() => navigate({ screen: 'forms', year })}>征集表</Button>;
}

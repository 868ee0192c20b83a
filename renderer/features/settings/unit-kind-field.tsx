import { useCallback } from 'react';
import type { Settings } from '../../../core/api/index.ts';
import { usualReportYear } from '../../../core/deadlines/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useReadyApp } from '../../stores/app.ts';
import { RadioRow } from './radio-row.tsx';

const kinds = [
  { value: 'auto', label: '按名称' },
  { value: 'town', label: '镇' },
  { value: 'township', label: '乡' },
  { value: 'subdistrict', label: '街道' },
  { value: 'department', label: '部门' },
] as const;

/** What the program takes the unit to be; asked anew when the unit or the choice changes. */
function Told() {
  const call = useCall();
  const { info } = useReadyApp();
  const year = usualReportYear(info.today);
  const { answer } = useAnswer(useCallback(() => call('packs.forYear', { year }), [call, year]));
  const unit = answer.state === 'ready' ? answer.value.unit : null;
  return unit ? `现在按“${unit.name}”出题，参考句里称“${unit.words['own'] ?? unit.name}”。` : '';
}

/** 单位类型: which questions are asked, and what the sentences call the unit and its leaders. */
export function UnitKindField({
  issuers,
  unitKind,
  onChange,
}: {
  readonly issuers: Settings['issuers'];
  readonly unitKind: Settings['unitKind'];
  readonly onChange: (unitKind: Settings['unitKind']) => void;
}) {
  return (
    <>
      <RadioRow label="单位类型" options={kinds} value={unitKind} onChange={onChange} />
      <p className="settings-hint" aria-live="polite">
        <Told key={[unitKind, ...issuers].join('\n')} />
      </p>
    </>
  );
}

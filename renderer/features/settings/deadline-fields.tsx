import { Select } from 'antd';
import { useCallback } from 'react';
import type { Settings } from '../../../core/api/index.ts';
import { formatMonthDay, usualReportYear } from '../../../core/deadlines/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useReadyApp } from '../../stores/app.ts';

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const months = daysOfMonth.map((_, index) => ({ value: index + 1, label: `${index + 1} 月` }));

function daysOf(month: number) {
  return Array.from({ length: daysOfMonth[month - 1] ?? 31 }, (_, index) => ({
    value: index + 1,
    label: `${index + 1} 日`,
  }));
}

/** The deadlines of the template, with the county's own days where there are some. */
export function DeadlineFields({
  own,
  onChange,
}: {
  readonly own: Settings['deadlines'];
  readonly onChange: (deadlines: Settings['deadlines']) => void;
}) {
  const call = useCall();
  const { info } = useReadyApp();
  const year = usualReportYear(info.today);
  const { answer } = useAnswer(useCallback(() => call('packs.forYear', { year }), [call, year]));
  if (answer.state === 'waiting') return null;
  if (answer.state === 'failed') return <Problem error={answer.error} />;

  return answer.value.template.deadlines.map(({ id, title, month, day }) => {
    const [ownMonth = month, ownDay = day] = own[id]?.split('-').map(Number) ?? [];
    const set = (newMonth: number, newDay: number) => {
      const possible = Math.min(newDay, daysOfMonth[newMonth - 1] ?? 31);
      onChange({ ...own, [id]: formatMonthDay(newMonth, possible) });
    };
    const reset = () =>
      onChange(Object.fromEntries(Object.entries(own).filter(([other]) => other !== id)));
    return (
      <div key={id} className="deadline-field">
        <span>{title}</span>
        <Select
          aria-label={`${title}：月`}
          value={ownMonth}
          options={months}
          onChange={(newMonth) => set(newMonth, ownDay)}
        />
        <Select
          aria-label={`${title}：日`}
          value={ownDay}
          options={daysOf(ownMonth)}
          onChange={(newDay) => set(ownMonth, newDay)}
        />
        <span>前</span>
        {own[id] !== undefined && (
          <button type="button" className="text-button" onClick={reset}>
            改回规定期限
          </button>
        )}
      </div>
    );
  });
}

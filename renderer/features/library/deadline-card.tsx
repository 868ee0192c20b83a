import { useCallback } from 'react';
import type { ReportSummary } from '../../../core/api/index.ts';
import {
  chooseReportYear,
  type Deadline,
  formatDaysLeft,
  formatDeadlineDay,
  isLongPast,
  listDeadlines,
} from '../../../core/deadlines/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useReadyApp } from '../../stores/app.ts';
import { CalendarButton } from './calendar-button.tsx';

/** A deadline within this many days is told in the amber of what needs attention. */
const soonDays = 14;

function urgency({ days }: Deadline, isOpen: boolean): string {
  if (!isOpen || isLongPast(days)) return '';
  if (days < 0) return 'is-past';
  return days <= soonDays ? 'is-soon' : '';
}

/** 期限: how many days the report that is due next has left. */
export function DeadlineCard({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const call = useCall();
  const { info, settings } = useReadyApp();
  const year = chooseReportYear(reports, info.today);
  // Once it is filed nothing presses any more; until there is one, it does.
  const isOpen = !reports.some((report) => report.year === year && report.status !== 'writing');
  const { issuers } = settings;
  // a county's own days may be for one kind of unit only
  const ask = useCallback(
    () => call('packs.forYear', issuers.length > 0 ? { year, issuers } : { year }),
    [call, year, issuers],
  );
  const { answer } = useAnswer(ask);
  if (answer.state === 'waiting') return null;
  if (answer.state === 'failed') return <Problem error={answer.error} />;
  const { deadlines } = answer.value.template;
  if (deadlines.length === 0) return null;
  return (
    <section className="side-card" aria-labelledby="deadline-title">
      <h2 id="deadline-title">
        期限 <span className="side-card-note">{year} 年度报告</span>
      </h2>
      <dl className="deadlines">
        {listDeadlines(deadlines, settings.deadlines, year, info.today).map((deadline) => (
          <div key={deadline.id} className={urgency(deadline, isOpen)}>
            <dt>{deadline.title}</dt>
            <dd>
              {formatDeadlineDay(deadline.date)} · <b>{formatDaysLeft(deadline.days)}</b>
            </dd>
          </div>
        ))}
      </dl>
      <CalendarButton year={year} />
    </section>
  );
}

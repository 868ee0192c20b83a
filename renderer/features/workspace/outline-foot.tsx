import type { Progress } from '../../../core/coverage/index.ts';
import {
  formatDaysLeft,
  formatDeadlineDay,
  isLongPast,
  listDeadlines,
} from '../../../core/deadlines/index.ts';
import { toPercents } from '../../../core/roll-forward/index.ts';
import { useReadyApp } from '../../stores/app.ts';
import { useDesk, useSession } from './desk-context.ts';
import { showPanel } from './desk-state.ts';
import { describeShares, SharesParts } from './shares-bar.tsx';

function Shares() {
  const measured = useDesk((state) => state.analysis?.shares?.whole);
  const shares = measured ? toPercents(measured) : null;
  if (!shares) return null;
  return (
    <div className="shares">
      <p>
        <span>沿用上年 {shares.carried}%</span>
        <span>
          改写 {shares.edited}% · 新写 {shares.new}%
        </span>
      </p>
      <div className="shares-bar" role="img" aria-label={describeShares(shares)}>
        <SharesParts shares={shares} />
      </div>
    </div>
  );
}

function urgencyOf(days: number): string {
  if (isLongPast(days)) return '';
  if (days < 0) return 'is-past';
  return days <= 14 ? 'is-soon' : '';
}

function NextDeadline() {
  const { opened, isReadOnly } = useSession();
  const { info, settings } = useReadyApp();
  const { deadlines } = opened.packs.template;
  const dates = listDeadlines(deadlines, settings.deadlines, opened.report.year, info.today);
  const next = dates.find(({ days }) => days >= 0) ?? dates.at(-1);
  if (!next || isReadOnly) return null;
  return (
    <p className="outline-deadline" title={next.title}>
      <span>
        {formatDeadlineDay(next.date)}
        {next.title}
      </span>
      <b className={urgencyOf(next.days)}>
        {next.days > 0 ? `还有 ${next.days} 天` : formatDaysLeft(next.days)}
      </b>
    </p>
  );
}

/** Leads to the questions that no section of the report fits. */
function Homeless({ progress }: { readonly progress: Progress }) {
  const session = useSession();
  const isCurrent = useDesk((state) => state.showsHomeless);
  const open = progress.total - progress.answered;
  if (open === 0) return null;
  return (
    <button
      type="button"
      className="homeless"
      aria-current={isCurrent}
      onClick={() => {
        session.store.setState({ showsHomeless: true });
        showPanel(session.store, 'checklist');
      }}
    >
      本报告还没有谈到<span className="outline-badge">{open} 项</span>
    </button>
  );
}

/** At the outline's foot: what is not spoken of, what of the text is last year's, and how long there is. */
export function OutlineFoot({ homeless }: { readonly homeless: Progress }) {
  return (
    <div className="outline-foot">
      <Homeless progress={homeless} />
      <Shares />
      <NextDeadline />
    </div>
  );
}

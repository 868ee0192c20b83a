import { useReadyApp } from '../../stores/app.ts';
import { formatDaysLeft, listDeadlines } from '../library/deadlines.ts';
import { useDesk, useSession } from './desk-context.ts';

function Shares() {
  const shares = useDesk((state) => state.shares);
  if (!shares) return null;
  const words = `沿用上年 ${shares.carried}%，改写 ${shares.edited}%，新写 ${shares.new}%`;
  return (
    <div className="shares">
      <p>
        <span>沿用上年 {shares.carried}%</span>
        <span>
          改写 {shares.edited}% · 新写 {shares.new}%
        </span>
      </p>
      <div className="shares-bar" role="img" aria-label={words}>
        <span className="is-carried" style={{ flexGrow: shares.carried }} />
        <span className="is-edited" style={{ flexGrow: shares.edited }} />
        <span className="is-new" style={{ flexGrow: shares.new }} />
      </div>
    </div>
  );
}

function NextDeadline() {
  const { opened, isReadOnly } = useSession();
  const { info, settings } = useReadyApp();
  const { deadlines } = opened.packs.template;
  const dates = listDeadlines(deadlines, settings.deadlines, opened.report.year, info.today);
  const next = dates.find(({ days }) => days >= 0) ?? dates.at(-1);
  if (!next || isReadOnly) return null;
  const [, month, day] = next.date.split('-').map(Number);
  const urgency = next.days < 0 ? 'is-past' : next.days <= 14 ? 'is-soon' : '';
  return (
    <p className="outline-deadline">
      {next.title}：{month} 月 {day} 日前，<b className={urgency}>{formatDaysLeft(next.days)}</b>
    </p>
  );
}

/** At the outline's foot: what of the text is last year's, and how long there is. */
export function OutlineFoot() {
  return (
    <div className="outline-foot">
      <Shares />
      <NextDeadline />
    </div>
  );
}

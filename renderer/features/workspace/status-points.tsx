import { useMemo } from 'react';
import { sectionProgress } from '../../../core/coverage/index.ts';
import type { PromiseReview } from '../../../core/promises/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import { showPanel } from './desk-state.ts';
import { listFindings, sumBlanks } from './open-points.ts';
import { stepToBlank } from './step-to-blank.ts';

function StalePoints() {
  const session = useSession();
  const { length } = useDesk((state) => state.chips);
  if (!session.opened.base || session.isReadOnly) return null;
  return (
    <button
      type="button"
      className="status-button"
      title={length > 0 ? '到下一处（F8）' : '沿用的说法都已看过'}
      onClick={() => (length > 0 ? session.stale.step(1) : showPanel(session.store, 'proofread'))}
    >
      待更新 <b className={length > 0 ? 'is-stale' : ''}>{length}</b>
    </button>
  );
}

/** Shown only while there are blanks: most drafts have none. */
function BlankPoints() {
  const session = useSession();
  const count = useDesk(({ blanks }) => sumBlanks(blanks));
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="status-button"
      title="到下一处空格"
      onClick={() => stepToBlank(session, 1)}
    >
      空格 <b className="is-blank">{count}</b>
    </button>
  );
}

function Promises({ promises }: { readonly promises: readonly PromiseReview[] }) {
  const session = useSession();
  const outcomes = useDesk((state) => state.outcomes);
  if (promises.length === 0) return null;
  const answered = promises.filter(({ promise }) => Object.hasOwn(outcomes, promise.id)).length;
  return (
    <button
      type="button"
      className="status-button status-promises"
      onClick={() => showPanel(session.store, 'promises')}
    >
      承诺 {answered} / {promises.length} 已回应
    </button>
  );
}

/** How much is open, by kind; each leads there. */
export function OpenPoints() {
  const session = useSession();
  const analysis = useDesk((state) => state.analysis);
  const { checklist } = session.opened.packs;
  const progress = useMemo(
    () => analysis && sectionProgress(analysis.items, checklist),
    [analysis, checklist],
  );
  if (!analysis || !progress) return null;
  const { length } = listFindings(analysis.findings);
  return (
    <>
      <StalePoints />
      <BlankPoints />
      <button
        type="button"
        className="status-button"
        onClick={() => showPanel(session.store, 'proofread')}
      >
        校对 <b className={length > 0 ? 'is-bad' : ''}>{length}</b>
      </button>
      <button
        type="button"
        className="status-button"
        onClick={() => showPanel(session.store, 'checklist')}
      >
        清单 {progress.answered} / {progress.total} 已答
      </button>
      <Promises promises={analysis.promises} />
    </>
  );
}

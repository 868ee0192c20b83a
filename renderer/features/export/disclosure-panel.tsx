import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ApiError, DisclosureState, Result } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useSession } from '../workspace/desk-context.ts';
import { HitCard } from './disclosure-hit.tsx';
import { ReviewRecord } from './disclosure-review.tsx';
import { describeDisclosure, orderHits } from './disclosure-words.ts';
import { ExportSection } from './export-section.tsx';

/** The button of a decision is gone with it: the hit to look at next gets the focus, not its answers. */
function focusHit(key: string, isDecided: boolean): void {
  if (document.activeElement !== document.body) return;
  const hits = [...document.querySelectorAll<HTMLElement>('.hits [data-hit]')];
  const own = hits.find((hit) => hit.dataset['hit'] === key);
  const open = hits.find((hit) => !hit.classList.contains('is-decided'));
  const next = isDecided
    ? (open ?? document.querySelector<HTMLElement>('.review-form input'))
    : own;
  (next ?? own)?.focus();
}

function useDisclosure(onDecided: () => void) {
  const call = useCall();
  const session = useSession();
  const { id: reportId } = session.opened.summary;
  const [told, setTold] = useState<DisclosureState | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { answer, again } = useAnswer(
    useCallback(async () => {
      // what is looked over is the stored text: what is on the screen becomes that first
      if (!session.isReadOnly) await session.saver.flush();
      return call('disclosure.get', { reportId });
    }, [call, session, reportId]),
  );
  const settle = (result: Result<DisclosureState>) => {
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    flushSync(() => setTold(result.value));
    onDecided();
  };
  return {
    state: told ?? (answer.state === 'ready' ? answer.value : null),
    error: error ?? (answer.state === 'failed' ? answer.error : null),
    again,
    decide: async (
      key: string,
      decision: Parameters<Parameters<typeof HitCard>[0]['onDecide']>[0],
    ) => {
      settle(await call('disclosure.decide', { reportId, key, decision }));
      focusHit(key, decision !== null);
    },
    review: async (review: DisclosureState['review']) =>
      settle(await call('disclosure.review', { reportId, review })),
  };
}

function toneOf({ blocking, review, isReviewCurrent }: DisclosureState) {
  if (blocking > 0) return 'bad';
  return review && isReviewCurrent ? 'done' : 'open';
}

/** 公开审查: what must be looked at before the report is published, and the record that somebody did. */
export function DisclosurePanel({ onDecided }: { readonly onDecided: () => void }) {
  const { state, error, again, decide, review } = useDisclosure(onDecided);
  if (!state) return error && <Problem error={error} onRetry={again} />;
  const hits = orderHits(state);
  return (
    <ExportSection
      title="公开审查"
      name="disclosure"
      summary={describeDisclosure(state)}
      tone={toneOf(state)}
      startsOpen
    >
      <p className="export-hint">
        {hits.length === 0
          ? '没有找到不宜公开的内容。发布前仍请有人通读一遍，记下结论。'
          : '只改公开版，草稿和报送版不动。'}
      </p>
      <ul className="hits" aria-label="公开前要看的地方">
        {hits.map(({ hit, decision }) => (
          <HitCard
            key={hit.key}
            hit={hit}
            decision={decision}
            onDecide={(made) => void decide(hit.key, made)}
          />
        ))}
      </ul>
      {error && <Problem error={error} />}
      <ReviewRecord state={state} onReview={(made) => void review(made)} />
    </ExportSection>
  );
}

import { Button, Radio } from 'antd';
import { useRef, useState } from 'react';
import type { DisclosureState } from '../../../core/api/index.ts';
import type { DisclosureReview } from '../../../core/disclosure/index.ts';
import { DateField } from '../../components/date-field.tsx';
import { useReadyApp } from '../../stores/app.ts';
import { conclusionNames, writeDay } from './disclosure-words.ts';

const conclusions = (['open', 'changed', 'closed'] as const).map((value) => ({
  value,
  label: conclusionNames[value],
}));

type OnReview = (review: DisclosureReview | null) => void;

/** The form of the record; only what is whole is recorded. */
function ReviewForm({
  first,
  onReview,
}: {
  readonly first: DisclosureReview | null;
  readonly onReview: OnReview;
}) {
  const { info } = useReadyApp();
  const reviewer = useRef<HTMLInputElement>(null);
  const basis = useRef<HTMLTextAreaElement>(null);
  const [day, setDay] = useState<string | null>(info.today);
  const [conclusion, setConclusion] = useState<DisclosureReview['conclusion']>(
    first?.conclusion ?? 'open',
  );
  const [lack, setLack] = useState('');
  const record = () => {
    const name = reviewer.current?.value.trim() ?? '';
    if (name === '' || day === null) {
      setLack(name === '' ? '请写审查人' : '请写审查日期');
      if (name === '') reviewer.current?.focus();
      return;
    }
    setLack('');
    onReview({
      reviewer: name,
      reviewedOn: day,
      conclusion,
      basis: basis.current?.value.trim() ?? '',
    });
  };
  return (
    <div className="review-form">
      <label className="typed-field">
        <span>审查人</span>
        <input ref={reviewer} defaultValue={first?.reviewer ?? ''} maxLength={100} />
      </label>
      <div className="typed-field">
        <DateField label="审查日期" day={day} today={info.today} lean="past" onChange={setDay} />
      </div>
      <Radio.Group
        aria-label="审查结论"
        value={conclusion}
        options={conclusions}
        onChange={({ target }) => setConclusion(target.value)}
      />
      <label className="typed-field">
        <span>依据（可以不写）</span>
        <textarea ref={basis} rows={2} defaultValue={first?.basis ?? ''} maxLength={1000} />
      </label>
      <div className="export-answers">
        <Button type="primary" onClick={record}>
          记下审查结论
        </Button>
        {lack !== '' && (
          <em className="field-hint" role="alert">
            {lack}
          </em>
        )}
      </div>
    </div>
  );
}

/** 保密审查: who, when, with what conclusion and on what grounds. @source regulations.md 8, check 13 */
export function ReviewRecord({
  state,
  onReview,
}: {
  readonly state: DisclosureState;
  readonly onReview: OnReview;
}) {
  const { review, isReviewCurrent, blocking } = state;
  if (review && isReviewCurrent) {
    return (
      <div className="review-done">
        <p role="status">
          {review.reviewer} {writeDay(review.reviewedOn)}审查：{conclusionNames[review.conclusion]}
          。{review.basis !== '' && <span className="hit-basis">依据：{review.basis}</span>}
        </p>
        <button type="button" className="text-button" onClick={() => onReview(null)}>
          撤回，重新审查
        </button>
      </div>
    );
  }
  return (
    <>
      {review && (
        <p className="review-stale" role="status">
          {review.reviewer} {writeDay(review.reviewedOn)}
          审查之后，公开版的文字又有变动，请再看一遍，重新记下结论。
        </p>
      )}
      {blocking > 0 ? (
        <p className="export-hint">必须处理的都处理好了，再记审查结论。</p>
      ) : (
        <ReviewForm first={review} onReview={onReview} />
      )}
    </>
  );
}

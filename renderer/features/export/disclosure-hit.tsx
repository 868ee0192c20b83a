import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DisclosureDecision, DisclosureHit } from '../../../core/disclosure/index.ts';
import { describeDecision, hitKindNames, partContext } from './disclosure-words.ts';

type Asking = 'replace' | 'keep' | null;

/** A line to be filled in before a decision; the field is the person's own. */
function Asked({
  asking,
  first,
  onDone,
  onCancel,
}: {
  readonly asking: 'replace' | 'keep';
  readonly first: string;
  readonly onDone: (typed: string) => void;
  readonly onCancel: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  useEffect(() => field.current?.select(), []);
  const done = () => {
    const typed = field.current?.value.trim() ?? '';
    if (asking === 'keep' && typed === '') setEmpty(true);
    else onDone(typed);
  };
  const label = asking === 'keep' ? '为什么可以保留' : '换成什么';
  return (
    <div className="hit-asked">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={isEmpty}
        placeholder={label}
        defaultValue={first}
        maxLength={asking === 'keep' ? 500 : 2000}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') done();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button size="small" type="primary" onClick={done}>
        好
      </Button>
      <Button size="small" onClick={onCancel}>
        取消
      </Button>
      {isEmpty && (
        <em className="field-hint" role="alert">
          请写一句理由
        </em>
      )}
    </div>
  );
}

/** Proposals shown as buttons. */
const MOST_PROPOSALS = 3;

function Answers({
  hit,
  onDecide,
  onAsk,
}: {
  readonly hit: DisclosureHit;
  readonly onDecide: (decision: DisclosureDecision) => void;
  readonly onAsk: (asking: Asking) => void;
}) {
  return (
    <div className="export-answers">
      {hit.proposals.slice(0, MOST_PROPOSALS).map((text) => (
        <Button
          key={text}
          size="small"
          onClick={() => onDecide({ action: 'replace', text, reason: '' })}
        >
          {text === '' ? '删去' : `换成“${text}”`}
        </Button>
      ))}
      <Button size="small" onClick={() => onAsk('replace')}>
        换成别的
      </Button>
      <Button size="small" onClick={() => onAsk('keep')}>
        保留
      </Button>
    </div>
  );
}

/** Words that must be looked at before they are published, and what is to become of them. */
export function HitCard({
  hit,
  decision,
  onDecide,
}: {
  readonly hit: DisclosureHit;
  readonly decision: DisclosureDecision | null;
  readonly onDecide: (decision: DisclosureDecision | null) => void;
}) {
  const [asking, setAsking] = useState<Asking>(null);
  const { before, words, after } = partContext(hit);
  const [first = ''] = hit.proposals;
  const decide = (made: DisclosureDecision) => {
    setAsking(null);
    onDecide(made);
  };
  const settle = (typed: string) =>
    decide(
      asking === 'keep'
        ? { action: 'keep', reason: typed }
        : { action: 'replace', text: typed, reason: '' },
    );
  const isBlocking = hit.severity === 'block';
  return (
    <li
      className={`hit ${decision ? 'is-decided' : isBlocking ? 'is-blocking' : 'is-open'}`}
      data-hit={hit.key}
      tabIndex={-1}
    >
      <p className="hit-kind">
        {hitKindNames[hit.kind]}
        {!decision && <b>{isBlocking ? '必须处理' : '请看一看'}</b>}
      </p>
      <p className="hit-context">
        {before}
        {words !== '' && <mark>{words}</mark>}
        {after}
      </p>
      {decision ? (
        <p className="hit-decision">
          {describeDecision(decision)}
          <button type="button" className="text-button" onClick={() => onDecide(null)}>
            撤回
          </button>
        </p>
      ) : (
        <>
          <p className="export-hint">
            {hit.why}
            {hit.basis !== '' && <span className="hit-basis">依据：{hit.basis}</span>}
          </p>
          {asking ? (
            <Asked
              asking={asking}
              first={asking === 'replace' ? first || hit.text : ''}
              onDone={settle}
              onCancel={() => setAsking(null)}
            />
          ) : (
            <Answers hit={hit} onDecide={decide} onAsk={setAsking} />
          )}
        </>
      )}
    </li>
  );
}

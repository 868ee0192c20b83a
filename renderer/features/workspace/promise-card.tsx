import { type KeyboardEvent, memo, useState } from 'react';
import { blockText, listBlocks } from '../../../core/model/index.ts';
import {
  describeOutcome,
  type Outcome,
  type PlanPromise,
  type PromiseReview,
} from '../../../core/promises/index.ts';
import { insertPhrase } from '../../editor/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import type { SayOutcome } from './promise-answers.ts';
import { isSameReview } from './promise-list.ts';
import { NamedPlace, SuggestedPlaces } from './promise-places.tsx';
import { PromiseReason } from './promise-reason.tsx';

type State = Outcome['state'];

const stateNames: Readonly<Record<State, string>> = {
  done: '已完成',
  partly: '部分完成',
  not: '未完成',
};
const states: readonly State[] = ['done', 'partly', 'not'];

interface Answer {
  readonly outcome: Outcome | undefined;
  readonly isReadOnly: boolean;
  readonly say: (state: State) => void;
  /** Names the place; what has no answer yet is done there. */
  readonly accept: (blockId: string | null) => void;
  readonly clearPlace: () => void;
  readonly takeBack: () => void;
}

function useAnswerOf(promiseId: string): Answer {
  const session = useSession();
  const outcome = useDesk(({ outcomes }) => outcomes[promiseId]);
  const tell = (say: SayOutcome) => void session.answering.promises.say(promiseId, say);
  return {
    outcome,
    isReadOnly: session.isReadOnly,
    say: (state) => tell(() => ({ state })),
    accept: (blockId) => tell((kept) => (kept ? { blockId } : { state: 'done', blockId })),
    clearPlace: () => tell((kept) => kept && { blockId: null }),
    takeBack: () => tell((kept) => kept && null),
  };
}

/** The paragraph of last year's report in which the promise stands, with its words lit. */
function Origin({ promise }: { readonly promise: PlanPromise }) {
  const { base } = useSession().opened;
  const blocks = base ? listBlocks(base.report) : [];
  const home = blocks.find(({ block }) => block.id === promise.place.blockId);
  const text = home ? blockText(home.block) : promise.text;
  const at = Math.max(0, text.indexOf(promise.text));
  return (
    <p className="promise-origin">
      {text.slice(0, at)}
      <mark>{promise.text}</mark>
      {text.slice(at + promise.text.length)}
    </p>
  );
}

function StateButtons({ answer }: { readonly answer: Answer }) {
  const { outcome, say } = answer;
  return (
    <fieldset className="promise-states">
      <legend className="visually-hidden">落实情况</legend>
      {states.map((state, index) => (
        <button
          key={state}
          type="button"
          className={`promise-state is-${state}`}
          aria-pressed={outcome?.state === state}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => say(state)}
        >
          {stateNames[state]}
          <kbd>{index + 1}</kbd>
        </button>
      ))}
    </fieldset>
  );
}

/** What goes with an answer: the reason, the place, a sentence to write. */
function AnswerDetails({
  review,
  answer,
  isNew,
}: {
  readonly review: PromiseReview;
  readonly answer: Answer;
  readonly isNew: boolean;
}) {
  const session = useSession();
  const { promise, suggestions } = review;
  const { outcome } = answer;
  const blockId = outcome?.blockId ?? null;
  const sentence = outcome && describeOutcome(promise, outcome);
  return (
    <>
      {outcome && outcome.state !== 'done' && (
        <PromiseReason promiseId={promise.id} note={outcome.note} isNew={isNew} />
      )}
      {blockId === null ? (
        <SuggestedPlaces
          suggestions={suggestions}
          isAnswered={outcome !== undefined}
          onAccept={answer.accept}
        />
      ) : (
        <NamedPlace blockId={blockId} suggestions={suggestions} onClear={answer.clearPlace} />
      )}
      {sentence && (
        <button
          type="button"
          className="text-button"
          title={sentence}
          onClick={() => session.edit((state) => insertPhrase(state, sentence, session.createId()))}
        >
          在光标处插入说明句
        </button>
      )}
    </>
  );
}

/** What was said, for a report that is no longer written in. */
function SaidOnly({ review, outcome }: { review: PromiseReview; outcome: Outcome | undefined }) {
  if (!outcome) return <p className="promise-said">没有说明落实情况</p>;
  return (
    <>
      <p className={`promise-said is-${outcome.state}`}>
        {stateNames[outcome.state]}
        {outcome.note && `：${outcome.note}`}
      </p>
      {outcome.blockId && (
        <NamedPlace blockId={outcome.blockId} suggestions={review.suggestions} onClear={null} />
      )}
    </>
  );
}

function nameCard({ text }: PlanPromise, outcome: Outcome | undefined): string {
  return `${text}，${outcome ? stateNames[outcome.state] : '还没有答'}`;
}

interface CardProps {
  readonly review: PromiseReview;
}

const isSameCard = (before: CardProps, after: CardProps) =>
  isSameReview(before.review, after.review);

/** One of last year's promises: its words, where they stand, what has come of it and where this year's text says so. */
export const PromiseCard = memo(function PromiseCard({ review }: CardProps) {
  const { promise, suggestions } = review;
  const answer = useAnswerOf(promise.id);
  const { outcome, isReadOnly, say, accept } = answer;
  const [showsOrigin, setShowsOrigin] = useState(false);
  const [before] = useState(outcome?.state);
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !isReadOnly;
    if (!isPlain || (event.target instanceof HTMLElement && event.target.matches('textarea')))
      return;
    const state = states[['1', '2', '3'].indexOf(event.key)];
    const [best] = suggestions;
    const accepts = event.key === 'Enter' && event.target === event.currentTarget;
    if (state) say(state);
    else if (accepts && best && !outcome?.blockId) accept(best.blockId);
    else return;
    event.preventDefault();
  };
  return (
    <li
      className={`promise-card is-${outcome?.state ?? 'open'}`}
      tabIndex={-1}
      aria-label={nameCard(promise, outcome)}
      onKeyDown={onKeyDown}
    >
      <p className="promise-words">{promise.text}</p>
      <p className="promise-heading">
        {promise.heading && <span>{promise.heading}</span>}
        <button
          type="button"
          className="text-button"
          aria-expanded={showsOrigin}
          onClick={() => setShowsOrigin(!showsOrigin)}
        >
          出处
        </button>
        {outcome && !isReadOnly && (
          <button type="button" className="text-button promise-back" onClick={answer.takeBack}>
            撤销
          </button>
        )}
      </p>
      {showsOrigin && <Origin promise={promise} />}
      {isReadOnly ? (
        <SaidOnly review={review} outcome={outcome} />
      ) : (
        <>
          <StateButtons answer={answer} />
          <AnswerDetails
            review={review}
            answer={answer}
            isNew={outcome !== undefined && outcome.state !== before}
          />
        </>
      )}
    </li>
  );
}, isSameCard);

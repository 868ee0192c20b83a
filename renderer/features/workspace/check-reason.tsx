import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ItemState } from '../../../core/api/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';
import { useSession } from './desk-context.ts';
import { createReasonKeeper, type ReasonKeeper } from './promise-keeper.ts';

const windowTimers = {
  set: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clear: (timer: number) => window.clearTimeout(timer),
};

const isComposing = ({ nativeEvent }: FormEvent) =>
  nativeEvent instanceof InputEvent && nativeEvent.isComposing;

/** Keeps the reason of an answer after a pause, on leaving the field, and when field or window goes away. */
function useKeeper(itemId: string): ReasonKeeper {
  const { store, answering } = useSession();
  const [keeper] = useState(() =>
    createReasonKeeper({
      timers: windowTimers,
      readKept: () => store.getState().answers[itemId]?.reason ?? null,
      async send(reason) {
        const answer = store.getState().answers[itemId];
        if (answer) await answering.answer(itemId, { ...answer, reason });
      },
    }),
  );
  useEffect(() => {
    document.addEventListener('visibilitychange', keeper.keep);
    window.addEventListener('beforeunload', keeper.keep);
    return () => {
      document.removeEventListener('visibilitychange', keeper.keep);
      window.removeEventListener('beforeunload', keeper.keep);
      keeper.keep();
    };
  }, [keeper]);
  return keeper;
}

const labels: Readonly<Record<ItemState, string>> = {
  answered: '说明',
  partly: '说明',
  missing: '说明',
  notApplicable: '原因',
};

/** Reasons in one click: last year's first, then those of the pack. */
function listOffered(reasons: readonly string[], lastReason: string) {
  const others = reasons.filter((words) => words !== lastReason);
  const last = lastReason === '' ? [] : [{ words: lastReason, name: `与上年相同：${lastReason}` }];
  return [...last, ...others.map((words) => ({ words, name: words }))];
}

/**
 * Why the writer says otherwise than the text. The field is the browser's own: nothing is written back
 * into it while it is typed in, so that an input method is never disturbed.
 */
export function CheckReason({
  item,
  state,
  reason,
  lastReason,
  isNew,
}: {
  readonly item: CheckItem;
  readonly state: ItemState;
  readonly reason: string;
  /** Why the question did not apply last year; empty where that was not said. */
  readonly lastReason: string;
  /** True when it was said just now that the question does not apply: the field then takes the focus. */
  readonly isNew: boolean;
}) {
  const keeper = useKeeper(item.id);
  const [first] = useState(reason);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const take = (words: string) => {
    if (field.current) field.current.value = words;
    keeper.type(words);
    keeper.keep();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    keeper.keep();
    field.current?.closest<HTMLElement>('.check-item')?.focus();
  };
  const offered = state === 'notApplicable' ? listOffered(item.reasons, lastReason) : [];
  return (
    <div className="check-reason">
      {offered.length > 0 && (
        <ul className="reason-choices" aria-label="常见的原因">
          {offered.map(({ words, name }) => (
            <li key={words}>
              <button
                type="button"
                className="reason-choice"
                aria-pressed={words === reason}
                onClick={() => take(words)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label>
        <span>{labels[state]}</span>
        <textarea
          ref={field}
          rows={1}
          maxLength={500}
          defaultValue={first}
          placeholder={
            state === 'notApplicable' ? '请写一句原因，回车记下' : '可写可不写，回车记下'
          }
          onCompositionStart={keeper.wait}
          onInput={(event) => {
            if (!isComposing(event)) keeper.type(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => keeper.type(event.currentTarget.value)}
          onBlur={keeper.keep}
          onKeyDown={onKeyDown}
        />
      </label>
    </div>
  );
}

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSession } from './desk-context.ts';
import { createReasonKeeper, type ReasonKeeper } from './promise-keeper.ts';

const windowTimers = {
  set: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clear: (timer: number) => window.clearTimeout(timer),
};

const isComposing = ({ nativeEvent }: FormEvent) =>
  nativeEvent instanceof InputEvent && nativeEvent.isComposing;

/** Keeps a reason after a pause, on leaving the field, and when the field or the window goes away. */
function useKeeper(promiseId: string): ReasonKeeper {
  const { store, answering } = useSession();
  const [keeper] = useState(() => {
    const { promises } = answering;
    return createReasonKeeper(
      {
        timers: windowTimers,
        readKept: () => store.getState().outcomes[promiseId]?.note ?? null,
        async send(words) {
          await promises.say(promiseId, (kept) => kept && { note: words });
        },
      },
      promises.heldReason(promiseId),
    );
  });
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

/**
 * Why a promise was kept in part or not at all. The field is the browser's own: nothing is written
 * back into it, so that an input method is never disturbed.
 */
export function PromiseReason({
  promiseId,
  note,
  isNew,
}: {
  readonly promiseId: string;
  readonly note: string;
  /** True when the answer was given just now: the field then takes the focus. */
  readonly isNew: boolean;
}) {
  const { promises } = useSession().answering;
  const keeper = useKeeper(promiseId);
  const [first] = useState(() => promises.heldReason(promiseId) ?? note);
  const type = (words: string) => {
    promises.holdReason(promiseId, words.trim());
    keeper.type(words);
  };
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    keeper.keep();
    field.current?.closest<HTMLElement>('.promise-card')?.focus();
  };
  return (
    <label className="promise-reason">
      <span>原因</span>
      <textarea
        ref={field}
        rows={2}
        maxLength={2000}
        defaultValue={first}
        placeholder="可写可不写，回车记下"
        onCompositionStart={keeper.wait}
        onInput={(event) => {
          if (!isComposing(event)) type(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        onBlur={keeper.keep}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

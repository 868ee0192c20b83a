import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError, Result } from '../../core/api/index.ts';

/** A question to the program: under way, answered, or failed. */
export type Answer<Value> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: ApiError };

/**
 * Asks when the component appears and whenever `ask` changes; an answer that comes too late is
 * dropped. `again` asks once more and keeps what is shown until the new answer is there.
 */
export function useAnswer<Value>(ask: () => Promise<Result<Value>>): {
  readonly answer: Answer<Value>;
  readonly again: () => void;
} {
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'waiting' });
  const latest = useRef(0);
  const put = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const result = await ask();
    if (mine !== latest.current) return;
    setAnswer(
      result.ok
        ? { state: 'ready', value: result.value }
        : { state: 'failed', error: result.error },
    );
  }, [ask]);
  useEffect(() => {
    void put();
    return () => {
      latest.current += 1;
    };
  }, [put]);
  return { answer, again: useCallback(() => void put(), [put]) };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import type { Filing } from '../../../core/layout/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useSession } from '../workspace/desk-context.ts';

/** How the report is filed, and the way to change it. */
export interface FilingDesk {
  /** Null until it was read. */
  readonly filing: Filing | null;
  readonly error: ApiError | null;
  /** Shown at once and stored one behind the other; a refusal brings back what is stored. */
  readonly change: (change: (now: Filing) => Partial<Filing>) => void;
}

/** Reads and changes it; `onStored` is told of each change that is kept. */
export function useFiling(onStored: () => void): FilingDesk {
  const call = useCall();
  const { id: reportId } = useSession().opened.summary;
  const [filing, setFiling] = useState<Filing | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const latest = useRef<Filing | null>(null);
  const queue = useRef(Promise.resolve());
  const told = useRef(onStored);
  useEffect(() => {
    told.current = onStored;
  });
  const show = useCallback((now: Filing) => {
    latest.current = now;
    setFiling(now);
  }, []);
  const read = useCallback(async () => {
    const result = await call('filing.get', { reportId });
    if (result.ok) show(result.value);
    else setError(result.error);
  }, [call, reportId, show]);
  useEffect(() => void read(), [read]);
  const change = (make: (now: Filing) => Partial<Filing>) => {
    const now = latest.current;
    if (!now) return;
    const part = make(now);
    show({ ...now, ...part });
    queue.current = queue.current.then(async () => {
      const result = await call('filing.set', { reportId, change: part });
      setError(result.ok ? null : result.error);
      if (result.ok) told.current();
      else await read();
    });
  };
  return { filing, error, change };
}

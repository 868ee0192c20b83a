import { useState } from 'react';
import type { ApiError, Input } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { arrive } from '../../stores/arrival.ts';

/** Makes a draft and opens it; the first one's unit becomes this PC's. A second press while the first is under way does nothing. */
export function useCreate(): {
  readonly create: (input: Input<'report.create'>) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
} {
  const call = useCall();
  const { settings } = useReadyApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (input: Input<'report.create'>) => {
    setBusy(true);
    setError(null);
    const created = await call('report.create', input);
    setBusy(false);
    if (created.ok && settings.issuers.length === 0) {
      setError(await changeSettings(call, { issuers: input.issuers }));
    }
    if (created.ok) arrive(created.value);
    else setError(created.error);
  };
  return { create: (input) => void (busy ? undefined : run(input)), busy, error };
}

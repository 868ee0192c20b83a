import { useMemo, useRef, useState } from 'react';
import type { ApiError } from '../../../core/api/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { changeSettings, useReadyApp } from '../../stores/app.ts';
import { navigate } from '../../stores/navigation.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { Imported } from './reader.ts';

/** Keeping what was read, alone or as what a draft is then begun from. */
export function useKeep(imported: Imported): {
  readonly keep: (report: Report) => void;
  readonly roll: (report: Report, year: number) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** True when the report is in the library although something after that failed. */
  readonly isKept: boolean;
} {
  const call = useCall();
  const { settings } = useReadyApp();
  const kept = useRef<{ readonly reportId: string; readonly report: Report } | null>(null);
  const [isKept, setIsKept] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const store = async (report: Report): Promise<string | null> => {
    // A second attempt must not put the same report there twice.
    if (kept.current?.report === report) return kept.current.reportId;
    const { name, content } = imported;
    const result = await call('import.keep', { name, content, report });
    if (!result.ok) {
      setError(result.error);
      return null;
    }
    kept.current = { reportId: result.value.reportId, report };
    setIsKept(true);
    if (settings.issuers.length === 0) {
      setError(await changeSettings(call, { issuers: report.issuers }));
    }
    return result.value.reportId;
  };
  const during = useMemo(() => createOneAtATime(setBusy), []);
  const keep = async (report: Report) => {
    setError(null);
    if (await store(report)) navigate({ screen: 'library' });
  };
  const roll = async (report: Report, year: number) => {
    setError(null);
    const reportId = await store(report);
    if (!reportId) return;
    navigate({ screen: 'roll', reportId, year, issuers: report.issuers });
  };
  return {
    keep: (report) => void during(() => keep(report)),
    roll: (report, year) => void during(() => roll(report, year)),
    busy,
    error,
    isKept,
  };
}

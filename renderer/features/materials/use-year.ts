import { useCallback, useEffect } from 'react';
import type { AppliedPacks } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useReadyApp } from '../../stores/app.ts';
import { loadMaterials, useMaterials, type YearOfMaterials } from '../../stores/materials.ts';

/** The materials of a report year; null until they were read for the first time. */
export function useYearMaterials(year: number): YearOfMaterials | null {
  const call = useCall();
  useEffect(() => void loadMaterials(call, year), [call, year]);
  return useMaterials(({ byYear }) => byYear[year] ?? null);
}

/** The packs of a report year, for tags and offices; null until they are there. */
export function useYearPacks(year: number): AppliedPacks | null {
  const call = useCall();
  const { issuers } = useReadyApp().settings;
  const ask = useCallback(
    () => call('packs.forYear', issuers.length > 0 ? { year, issuers } : { year }),
    [call, year, issuers],
  );
  const { answer } = useAnswer(ask);
  return answer.state === 'ready' ? answer.value : null;
}

import { useCallback } from 'react';
import { type Call, ok, type Result } from '../../../core/api/index.ts';
import { buildForms, type CollectionForm, listUnasked } from '../../../core/forms/index.ts';
import type { LedgerEntry, Material } from '../../../core/materials/index.ts';
import type { AppliedPacks, CheckItem } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { type Answer, useAnswer } from '../../components/use-answer.ts';
import { useReadyApp } from '../../stores/app.ts';

/** Everything the screen shows of one report year. */
export interface YearOfForms {
  readonly packs: AppliedPacks;
  readonly forms: readonly CollectionForm[];
  /** Questions that no office is asked. */
  readonly unasked: readonly CheckItem[];
  /** What came back in filled forms. */
  readonly returned: readonly Material[];
  /** This year's values, then last year's. */
  readonly ledger: readonly LedgerEntry[];
}

async function readYear(
  call: Call,
  year: number,
  issuers: readonly string[],
): Promise<Result<YearOfForms>> {
  const [packs, materials, now, before] = await Promise.all([
    call('packs.forYear', issuers.length > 0 ? { year, issuers } : { year }),
    call('materials.list', { year }),
    call('ledger.list', { year }),
    call('ledger.list', { year: year - 1 }),
  ]);
  if (!packs.ok) return packs;
  if (!materials.ok) return materials;
  if (!now.ok) return now;
  if (!before.ok) return before;
  const ledger = [...now.value, ...before.value];
  return ok({
    packs: packs.value,
    forms: buildForms(packs.value, { year, unit: issuers.join('、'), ledger: before.value }),
    unasked: listUnasked(packs.value),
    returned: materials.value.filter(({ kind }) => kind === 'form'),
    ledger,
  });
}

/** The forms of a year with what has come back; `again` asks anew. */
export function useForms(year: number): {
  readonly answer: Answer<YearOfForms>;
  readonly again: () => void;
} {
  const call = useCall();
  const { issuers } = useReadyApp().settings;
  return useAnswer(useCallback(() => readYear(call, year, issuers), [call, year, issuers]));
}

/** Ids of the questions that an office has answered in a form that was kept. */
export function listAnswered(
  form: CollectionForm,
  returned: readonly Material[],
): ReadonlySet<string> {
  const own = returned.filter(({ department }) => department === form.department.name);
  return new Set(own.flatMap(({ itemIds }) => itemIds));
}

import { type Input, ok, type Result } from '../../core/api/index.ts';
import { defaultFiling, type Filing, filingSchema } from '../../core/layout/index.ts';
import { readFiling, type Store, saveFiling } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { loadReport } from './load-report.ts';
import { readAnnex } from './read-annex.ts';

/** How a report is filed. What was stored and is not understood gives way to the default, field by field. */
export function getFiling(store: Store, reportId: string): Filing {
  const stored = readFiling(store, reportId);
  if (typeof stored !== 'object' || stored === null) return defaultFiling;
  const fields: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> =
    filingSchema.unwrap().shape;
  const known = Object.entries(stored).filter(
    ([key, value]) => Object.hasOwn(fields, key) && fields[key]?.safeParse(value).success,
  );
  return filingSchema.parse({ ...defaultFiling, ...Object.fromEntries(known) });
}

function setFiling(deps: ServiceDeps, { reportId, change }: Input<'filing.set'>): Result<Filing> {
  const { store, clock } = deps;
  return store.transact(() => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return loaded;
    const filing = filingSchema.parse({ ...getFiling(store, reportId), ...change });
    saveFiling(store, reportId, filing, clock().toISOString());
    return ok(filing);
  });
}

/** `filing.get`, `filing.set`, `filing.readAnnex`. */
export function createFilingMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'filing.get' | 'filing.set' | 'filing.readAnnex'> {
  return {
    'filing.get': ({ reportId }) => {
      const loaded = loadReport(deps, reportId);
      return loaded.ok ? ok(getFiling(deps.store, reportId)) : loaded;
    },
    'filing.set': (input) => setFiling(deps, input),
    'filing.readAnnex': (input) => readAnnex(deps, input),
  };
}

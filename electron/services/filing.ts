import { type Input, ok, type Result } from '../../core/api/index.ts';
import {
  defaultFiling,
  emptyFacts,
  type Filing,
  filingSchema,
  officialFactsSchema,
} from '../../core/layout/index.ts';
import { readFiling, type Store, saveFiling } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { loadReport } from './load-report.ts';
import { readAnnex } from './read-annex.ts';

interface Field {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

/** Those fields of what was stored that are understood. */
function pickKnown(stored: unknown, fields: Readonly<Record<string, Field>>): object {
  if (typeof stored !== 'object' || stored === null) return {};
  const known = Object.entries(stored).filter(
    ([key, value]) => Object.hasOwn(fields, key) && fields[key]?.safeParse(value).success,
  );
  return Object.fromEntries(known);
}

/** How a report is filed. What was stored and is not understood gives way to the default, field by field. */
export function getFiling(store: Store, reportId: string): Filing {
  const stored = readFiling(store, reportId);
  const { facts: _, ...fields } = filingSchema.unwrap().shape;
  const toldFacts = typeof stored === 'object' && stored && 'facts' in stored ? stored.facts : null;
  const facts = { ...emptyFacts, ...pickKnown(toldFacts, officialFactsSchema.unwrap().shape) };
  return filingSchema.parse({ ...defaultFiling, ...pickKnown(stored, fields), facts });
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

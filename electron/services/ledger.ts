import { fail, type Input, type Output, ok, type Result } from '../../core/api/index.ts';
import { choosePacks } from '../../core/packs/index.ts';
import { readLedger, removeLedgerEntry, setLedgerEntry } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { chosenUnitKind } from './packs.ts';
import { getSettings } from './settings.ts';

type LedgerMethod = Extract<keyof MethodTable, `ledger.${string}`>;

/** True for a figure that a question of `year` asks for. */
export function isAskedFigure(deps: ServiceDeps, year: number, figureId: string): boolean {
  const { issuers } = getSettings(deps.store);
  const unitKind = chosenUnitKind(deps.store);
  const { checklist } = choosePacks(deps.library.packs, year, { issuers, unitKind });
  return checklist.items.some(({ figures }) => figures.some(({ id }) => id === figureId));
}

function setValue(deps: ServiceDeps, input: Input<'ledger.set'>): Result<Output<'ledger.set'>> {
  const { store, clock } = deps;
  const { value, ...key } = input;
  const savedAt = clock().toISOString();
  const isKept = readLedger(store, key.year).some(({ figureId }) => figureId === key.figureId);
  // a figure that only an older pack asked for stays the writer's to correct
  if (!isKept && !isAskedFigure(deps, key.year, key.figureId)) {
    return fail({ code: 'input/invalid', path: 'figureId', reason: '清单里没有这个数据' });
  }
  if (value === null) removeLedgerEntry(store, key);
  else setLedgerEntry(store, { ...key, value, materialId: null, recordedAt: savedAt });
  return ok({ savedAt });
}

/** `ledger.*`: the year's figures by office. */
export function createLedgerMethods(deps: ServiceDeps): Pick<MethodTable, LedgerMethod> {
  return {
    'ledger.list': ({ year }) => ok(readLedger(deps.store, year)),
    'ledger.set': (input) => setValue(deps, input),
  };
}

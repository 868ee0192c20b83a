import {
  fail,
  type Input,
  type Notice,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { createCountingIds, type Report, splitReport } from '../../core/model/index.ts';
import { choosePacks, packNotices } from '../../core/packs/index.ts';
import { renameIssuers, rollForward, startBlank } from '../../core/roll-forward/index.ts';
import { createReport, takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { loadReport } from './load-report.ts';

type CreateInput = Input<'report.create'>;

interface Begun {
  readonly report: Report;
  readonly notices: readonly Notice[];
  readonly baseId: string | null;
}

function beginFromBase(deps: ServiceDeps, input: CreateInput, baseId: string): Result<Begun> {
  const base = loadReport(deps, baseId);
  if (!base.ok) return base;
  const { year: from } = base.value.report;
  if (input.year <= from) {
    return fail({ code: 'roll/year-not-later', from, to: input.year });
  }
  // first, so that a title added to one that had none is in the new name
  const renamed = renameIssuers(base.value.report, input.issuers);
  const { report, notices } = rollForward(renamed, {
    toYear: input.year,
    baseId,
    createId: deps.createId,
    packs: choosePacks(deps.library.packs, input.year, input.templateId),
  });
  return ok({ report, notices, baseId });
}

/** `report.planRoll`: gives what {@link createFromStart} gives for a base and a year that do not go. */
export function previewRoll(
  deps: ServiceDeps,
  { reportId, year, issuers }: Input<'report.planRoll'>,
): Result<Output<'report.planRoll'>> {
  const base = loadReport(deps, reportId);
  if (!base.ok) return base;
  const { year: from } = base.value.report;
  if (year <= from) return fail({ code: 'roll/year-not-later', from, to: year });
  const { plan, notices } = rollForward(renameIssuers(base.value.report, issuers), {
    toYear: year,
    baseId: reportId,
    createId: createCountingIds(),
    packs: choosePacks(deps.library.packs, year),
  });
  return ok({ plan, notices });
}

function begin(deps: ServiceDeps, input: CreateInput): Result<Begun> {
  if (input.start.kind === 'report') return beginFromBase(deps, input, input.start.reportId);
  const { year, issuers } = input;
  const packs = choosePacks(deps.library.packs, year, input.templateId);
  const report = startBlank({ year, issuers, packs, createId: deps.createId });
  return ok({ report, notices: packNotices(packs, year), baseId: null });
}

/**
 * Begins a report for `year`, blank or rolled forward from one of the library. The text that
 * rolling forward made is kept as a snapshot, so that it can be shown beside the draft later.
 * Gives `report/not-found` for a base that is not there and `roll/year-not-later`.
 */
export function createFromStart(
  deps: ServiceDeps,
  input: CreateInput,
): Result<Output<'report.create'>> {
  const begun = begin(deps, input);
  if (!begun.ok) return begun;
  const { report, notices, baseId } = begun.value;
  const { store } = deps;
  const reportId = deps.createId();
  const now = deps.clock().toISOString();
  store.transact(() => {
    createReport(store, {
      id: reportId,
      status: 'writing',
      baseId,
      templateId: input.templateId ?? null,
      pieces: splitReport(report),
      now,
    });
    if (baseId !== null) takeSnapshot(store, reportId, 'roll-forward', now);
  });
  return ok({ reportId, notices });
}

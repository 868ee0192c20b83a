import {
  fail,
  type Input,
  type Notice,
  type Output,
  ok,
  type Result,
} from '../../core/api/index.ts';
import {
  type CreateId,
  createCountingIds,
  type Report,
  splitReport,
} from '../../core/model/index.ts';
import { choosePacks, packNotices } from '../../core/packs/index.ts';
import {
  type Choices,
  type Rolled,
  renameIssuers,
  rollForward,
  startBlank,
} from '../../core/roll-forward/index.ts';
import { createReport, takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { loadReport } from './load-report.ts';

type CreateInput = Input<'report.create'>;

interface Begun {
  readonly report: Report;
  readonly notices: readonly Notice[];
  readonly baseId: string | null;
}

/** What creating from a base and looking it over beforehand both do: so that their plans are one. */
interface RollRequest {
  readonly reportId: string;
  readonly year: number;
  readonly issuers: readonly string[];
  readonly templateId?: string | undefined;
  readonly choices?: Choices | undefined;
}

function roll(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  { reportId, year, issuers, templateId, choices }: RollRequest,
  createId: CreateId,
): Result<Rolled> {
  const base = loadReport(deps, reportId);
  if (!base.ok) return base;
  const { year: from } = base.value.report;
  if (year <= from) return fail({ code: 'roll/year-not-later', from, to: year });
  // first, so that a title added to one that had none is in the new name
  const renamed = renameIssuers(base.value.report, issuers);
  const rolled = rollForward(renamed, {
    toYear: year,
    baseId: reportId,
    createId,
    packs: choosePacks(deps.library.packs, year, templateId),
    ...(choices ? { choices } : {}),
  });
  return ok(rolled);
}

/**
 * `report.planRoll`: what `report.create` would make of a report of the library, as it would make
 * it; nothing is stored. Gives `report/not-found` and `roll/year-not-later`.
 */
export function previewRoll(
  deps: ServiceDeps,
  input: Input<'report.planRoll'>,
): Result<Output<'report.planRoll'>> {
  const rolled = roll(deps, input, createCountingIds());
  return rolled.ok ? ok({ plan: rolled.value.plan, notices: rolled.value.notices }) : rolled;
}

function beginFromBase(
  deps: ServiceDeps,
  { year, issuers, templateId }: CreateInput,
  { reportId, choices }: Extract<CreateInput['start'], { readonly kind: 'report' }>,
): Result<Begun> {
  const rolled = roll(deps, { reportId, year, issuers, templateId, choices }, deps.createId);
  if (!rolled.ok) return rolled;
  const { report, notices } = rolled.value;
  return ok({ report, notices, baseId: reportId });
}

function begin(deps: ServiceDeps, input: CreateInput): Result<Begun> {
  if (input.start.kind === 'report') return beginFromBase(deps, input, input.start);
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

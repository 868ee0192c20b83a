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
import { createReport, getReport, type NewReport, takeSnapshot } from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import { loadReport } from './load-report.ts';
import { chosenUnitKind } from './packs.ts';
import { countStored } from './progress.ts';

type CreateInput = Input<'report.create'>;

/** The state of last year's report that a draft is made of. */
interface BegunBase {
  readonly id: string;
  readonly revision: number;
}

interface Begun {
  readonly report: Report;
  readonly notices: readonly Notice[];
  readonly base: BegunBase | null;
}

/** What creating from a base and looking it over beforehand both do: so that their plans are one. */
interface RollRequest {
  readonly reportId: string;
  readonly year: number;
  readonly issuers: readonly string[];
  readonly templateId?: string | undefined;
  readonly choices?: Choices | undefined;
  /** What the choices were made in; any when absent. */
  readonly baseRevision?: number | undefined;
}

const baseChanged = (revision: number) => fail({ code: 'roll/base-changed', revision } as const);

function roll(
  deps: Pick<ServiceDeps, 'store' | 'library'>,
  { reportId, year, issuers, templateId, choices, baseRevision }: RollRequest,
  createId: CreateId,
): Result<Rolled & { readonly revision: number }> {
  const base = loadReport(deps, reportId);
  if (!base.ok) return base;
  const { year: from } = base.value.report;
  const { revision } = base.value.stored;
  if (baseRevision !== undefined && baseRevision !== revision) return baseChanged(revision);
  if (year <= from) return fail({ code: 'roll/year-not-later', from, to: year });
  // first, so that a title added to one that had none is in the new name
  const renamed = renameIssuers(base.value.report, issuers);
  const rolled = rollForward(renamed, {
    toYear: year,
    baseId: reportId,
    createId,
    packs: choosePacks(deps.library.packs, year, {
      templateId,
      issuers,
      unitKind: chosenUnitKind(deps.store),
    }),
    ...(choices ? { choices } : {}),
  });
  return ok({ ...rolled, revision });
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
  if (!rolled.ok) return rolled;
  const { plan, notices, revision } = rolled.value;
  return ok({ plan, notices, baseRevision: revision });
}

function beginFromBase(
  deps: ServiceDeps,
  { year, issuers, templateId }: CreateInput,
  start: Extract<CreateInput['start'], { readonly kind: 'report' }>,
): Result<Begun> {
  const rolled = roll(deps, { ...start, year, issuers, templateId }, deps.createId);
  if (!rolled.ok) return rolled;
  const { report, notices, revision } = rolled.value;
  return ok({ report, notices, base: { id: start.reportId, revision } });
}

function begin(deps: ServiceDeps, input: CreateInput): Result<Begun> {
  if (input.start.kind === 'report') return beginFromBase(deps, input, input.start);
  const { year, issuers } = input;
  const packs = choosePacks(deps.library.packs, year, {
    templateId: input.templateId,
    issuers: input.issuers,
    unitKind: chosenUnitKind(deps.store),
  });
  const report = startBlank({
    year,
    issuers,
    packs,
    createId: deps.createId,
    form: input.start.form,
  });
  return ok({ report, notices: packNotices(packs, year), base: null });
}

/** Keeps what was begun, with the two states it is compared with from now on. */
function keepBegun(
  { store }: Pick<ServiceDeps, 'store'>,
  begun: Begun,
  { id, templateId, now }: Pick<NewReport, 'id' | 'templateId' | 'now'>,
): Result<null> {
  const { base, report } = begun;
  return store.transact(() => {
    const revision = base && getReport(store, base.id)?.revision;
    // another process may have saved while the draft was being made
    if (base && revision !== base.revision) return baseChanged(revision ?? 0);
    createReport(store, {
      id,
      status: 'writing',
      baseId: base?.id ?? null,
      baseSnapshotId: base && takeSnapshot(store, base.id, 'base', now),
      templateId,
      pieces: splitReport(report),
      now,
    });
    if (base) takeSnapshot(store, id, 'roll-forward', now);
    return ok(null);
  });
}

/**
 * Begins a report for `year`, blank or rolled forward from one of the library. The base as it is
 * now and the text that rolling forward made of it are kept as snapshots: what the draft is
 * compared with never changes under it. Its progress is counted at once, for the list. Gives `report/not-found` for a base that is not there,
 * `roll/year-not-later`, and `roll/base-changed` for one that is not at the revision named.
 */
export function createFromStart(
  deps: ServiceDeps,
  input: CreateInput,
): Result<Output<'report.create'>> {
  const begun = begin(deps, input);
  if (!begun.ok) return begun;
  const reportId = deps.createId();
  const now = deps.clock().toISOString();
  const templateId = input.templateId ?? null;
  const kept = keepBegun(deps, begun.value, { id: reportId, templateId, now });
  if (!kept.ok) return kept;
  countStored(deps, reportId);
  return ok({ reportId, notices: begun.value.notices });
}

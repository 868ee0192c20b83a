import { createHash } from 'node:crypto';
import {
  type ApiError,
  type DisclosureState,
  type Input,
  ok,
  type Result,
} from '../../core/api/index.ts';
import {
  applyDecisions,
  applyToAnnexes,
  closeList,
  type DisclosureDecision,
  type DisclosureDecisions,
  type DisclosureHit,
  disclosureDecisionSchema,
  disclosureReviewSchema,
  findDisclosures,
  findSecrecyMark,
  hideWithheld,
  listTakenOut,
} from '../../core/disclosure/index.ts';
import type { Annex } from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import {
  addDisclosureReview,
  listDisclosureReviews,
  readDisclosureDecisions,
  type Store,
  setDisclosureDecision,
  withdrawDisclosureReviews,
} from '../store/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { getFiling } from './filing.ts';
import { type LoadedReport, loadReport } from './load-report.ts';
import { hashReport } from './self-check.ts';

/** What is published of a report, and what is still in the way of it. */
export interface Publication {
  readonly report: Report;
  /** Those of the public copy, with the decided words replaced. */
  readonly annexes: readonly Annex[];
  /** Titles of attachments that are not listed, since they are not published. */
  readonly leftOut: readonly string[];
  readonly state: DisclosureState;
  /** A mark of secrecy in the facts, the report or an annex: then nothing of it is published. */
  readonly secrecy: string | null;
  /** Of the words that are published, whatever layout they are printed in. */
  readonly hash: string;
}

type Deps = Pick<ServiceDeps, 'store' | 'library'>;

/**
 * The mark of what is published: that of the report where no annex goes out with it, else of both.
 * Layout, facts and ids are no part of it.
 */
export function hashPublication(report: Report, annexes: readonly Annex[]): string {
  const own = hashReport(report);
  if (annexes.length === 0) return own;
  const told = annexes.map(({ title, blocks }) => [
    title,
    blocks.map((block) => (block.type === 'table' ? block.rows : block.text)),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([own, told]), 'utf8')
    .digest('hex');
}

/** Decisions as they were stored; one that is not understood counts as none. */
function getDecisions(store: Store, reportId: string): DisclosureDecisions {
  return Object.fromEntries(
    Object.entries(readDisclosureDecisions(store, reportId)).flatMap(
      ([key, value]): readonly (readonly [string, DisclosureDecision])[] => {
        const parsed = disclosureDecisionSchema.safeParse(value);
        return parsed.success ? [[key, parsed.data]] : [];
      },
    ),
  );
}

function latestReview(store: Store, reportId: string) {
  const stored = listDisclosureReviews(store, reportId).findLast(
    ({ withdrawnAt }) => withdrawnAt === null,
  );
  const parsed = disclosureReviewSchema.safeParse(stored);
  return stored && parsed.success ? { review: parsed.data, hash: stored.contentHash } : null;
}

function countBlocking(hits: readonly DisclosureHit[], decisions: DisclosureDecisions): number {
  return hits.filter(({ key, severity }) => severity === 'block' && !Object.hasOwn(decisions, key))
    .length;
}

/** Looks through a loaded report and what goes out with it, and applies what was decided. */
export function readPublication(
  { store, library }: Deps,
  { stored, report: draft }: Pick<LoadedReport, 'stored' | 'report'>,
): Publication {
  const reportId = stored.summary.id;
  const packs = library.packs.filter((pack) => pack.kind === 'disclosure');
  const filing = getFiling(store, reportId);
  const going = filing.annexes.filter(({ isPublic }) => isPublic);
  const shown = hideWithheld(draft, filing.annexes);
  const hits = findDisclosures(shown, going, packs);
  const decisions = getDecisions(store, reportId);
  const applied = applyDecisions(shown, hits, decisions);
  const takenOut = listTakenOut(going, hits, decisions);
  const { report, leftOut } = closeList(draft, applied, filing.annexes, takenOut);
  const annexes = applyToAnnexes(going, hits, decisions);
  const hash = hashPublication(report, annexes);
  const latest = latestReview(store, reportId);
  const named = filing.facts.secrecy.trim();
  return {
    report,
    annexes,
    leftOut,
    hash,
    secrecy: named === '' ? findSecrecyMark(draft, going, packs) : named,
    state: {
      hits: hits.map((hit) => ({
        hit,
        decision: Object.hasOwn(decisions, hit.key) ? (decisions[hit.key] ?? null) : null,
      })),
      review: latest?.review ?? null,
      isReviewCurrent: latest?.hash === hash,
      blocking: countBlocking(hits, decisions),
    },
  };
}

/**
 * What keeps a public copy from leaving the program; null where nothing does.
 * @source regulations.md 8, checks 1 and 13
 */
export function refusePublication({ secrecy, state }: Publication): ApiError | null {
  if (secrecy !== null) return { code: 'export/secret', mark: secrecy };
  const { blocking, isReviewCurrent, review } = state;
  if (isReviewCurrent && review?.conclusion === 'closed') {
    return { code: 'export/closed', reviewer: review.reviewer, reviewedOn: review.reviewedOn };
  }
  if (blocking === 0 && isReviewCurrent) return null;
  return { code: 'export/not-reviewed', blocking, reviewed: isReviewCurrent };
}

/** Changes what was decided or recorded of a report, and gives what became of it. */
function change(
  deps: ServiceDeps,
  reportId: string,
  act: (loaded: LoadedReport, now: string) => void,
): Result<DisclosureState> {
  return deps.store.transact(() => {
    const loaded = loadReport(deps, reportId);
    if (!loaded.ok) return loaded;
    act(loaded.value, deps.clock().toISOString());
    return ok(readPublication(deps, loaded.value).state);
  });
}

function recordReview(
  deps: ServiceDeps,
  { reportId, review }: Input<'disclosure.review'>,
): Result<DisclosureState> {
  return change(deps, reportId, (loaded, now) => {
    if (review === null) {
      withdrawDisclosureReviews(deps.store, reportId, now);
      return;
    }
    const { hash: contentHash } = readPublication(deps, loaded);
    addDisclosureReview(deps.store, reportId, { ...review, contentHash }, now);
  });
}

/** `disclosure.*`. */
export function createDisclosureMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'disclosure.get' | 'disclosure.decide' | 'disclosure.review'> {
  return {
    'disclosure.get': ({ reportId }) => {
      const loaded = loadReport(deps, reportId);
      return loaded.ok ? ok(readPublication(deps, loaded.value).state) : loaded;
    },
    'disclosure.decide': ({ reportId, key, decision }) =>
      change(deps, reportId, (_, now) =>
        setDisclosureDecision(deps.store, { reportId, key, value: decision }, now),
      ),
    'disclosure.review': (input) => recordReview(deps, input),
  };
}

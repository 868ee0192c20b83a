import { type ApiError, fail, type Notice, ok, type Result } from '../../core/api/index.ts';
import {
  closeList,
  findDisclosures,
  findSecrecyMark,
  generaliseAll,
  hideWithheld,
} from '../../core/disclosure/index.ts';
import type { Annex, OfficialFacts } from '../../core/layout/index.ts';
import type { Report } from '../../core/model/index.ts';
import { publicFacts, tellLeftOut } from './export-plan.ts';
import type { LoadedPacks } from './load-packs.ts';

/** What a copy of a report from a file is made of. */
export interface FileContent {
  readonly report: Report;
  readonly annexes: readonly Annex[];
  readonly facts: OfficialFacts;
}

/**
 * The content of a public copy where nobody can be asked: whatever must not be published is put in
 * general words, and notices tell how often, and how much is left to look at. Annexes that are not
 * for the public and facts that are nobody's business stay away. `export/secret` for what is marked so.
 */
export function publishUnasked(
  { report, annexes, facts }: FileContent,
  { packs: all }: Pick<LoadedPacks, 'packs'>,
): Result<FileContent & { readonly notices: readonly Notice[] }> {
  const packs = all.filter((pack) => pack.kind === 'disclosure');
  const going = annexes.filter(({ isPublic }) => isPublic);
  const named = facts.secrecy.trim();
  const mark = named === '' ? findSecrecyMark(report, going, packs) : named;
  if (mark !== null) return fail<ApiError>({ code: 'export/secret', mark });
  const shown = hideWithheld(report, annexes);
  const hits = findDisclosures(shown, going, packs);
  const { generalised, left, ...published } = generaliseAll(shown, hits, going);
  const closed = closeList(report, published.report, annexes);
  const counts = [
    { code: 'export/public-generalised', count: generalised },
    { code: 'export/public-left', count: left },
  ] as const;
  return ok({
    report: closed.report,
    annexes: published.annexes,
    facts: publicFacts(facts),
    notices: [...counts.filter(({ count }) => count > 0), ...tellLeftOut(closed.leftOut)],
  });
}

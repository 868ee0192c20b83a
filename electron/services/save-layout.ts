import { hash } from 'node:crypto';
import { fail, type Input, type Output, ok, type Result } from '../../core/api/index.ts';
import { type LayoutProfile, standardLayoutIds } from '../../core/layout/index.ts';
import { packFormat, toProfile } from '../../core/packs/index.ts';
import { formatLocalDate, type ServiceDeps } from './deps.ts';
import type { LoadedPacks } from './load-packs.ts';
import { storeOwnPack } from './packs/own-packs.ts';
import { nameOfPack, readPackBytes } from './packs/read-folder.ts';

/** What a layout made in the app rests on. */
const ownSource = '本单位的版式习惯';

/**
 * The id a layout is kept under: its own, unless that is one of the standard's, which stay what they
 * are. Then it follows from the title, so that saving under one title again replaces what was saved.
 */
function chooseId({ id, title }: LayoutProfile): string {
  const isStandard = standardLayoutIds.some((one) => one === id);
  return isStandard ? `layout-${hash('sha256', title, 'hex').slice(0, 10)}` : id;
}

/** The head of a layout's file: that of the file before it, which may have come from the county. */
function chooseHead({ packs }: Pick<LoadedPacks, 'packs'>, id: string, today: string) {
  const before = packs.find((pack) => pack.kind === 'layout' && pack.id === id);
  return { source: before?.source ?? ownSource, date: today, confidence: 'verified' as const };
}

/**
 * Keeps a layout as an own pack file. `pack/refused` with every reason for one that cannot be, such
 * as margins that leave no room for its lines; `export/*` when the file could not be written.
 */
export async function saveLayout(
  { library, clock }: Pick<ServiceDeps, 'library' | 'clock'>,
  { profile }: Input<'layouts.save'>,
): Promise<Result<Output<'layouts.save'>>> {
  const now = clock();
  const id = chooseId(profile);
  const head = chooseHead(library, id, formatLocalDate(now));
  const file = { kind: 'layout', format: packFormat, ...profile, ...head, id };
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  const name = profile.title;
  const others = library.packs.filter((pack) => nameOfPack(pack) !== `layout ${id}`);
  const read = readPackBytes(name, bytes, { trusted: library.trusted, others });
  if (!read.ok) return fail({ code: 'pack/refused', name, faults: read.faults });
  if (library.ownFolder === null || read.pack.kind !== 'layout') {
    return fail({ code: 'pack/refused', name, faults: [] });
  }
  const stored = await storeOwnPack(library, library.ownFolder, read.pack, bytes, now);
  if (!stored.ok) return stored;
  await library.reload();
  return ok({ profile: toProfile(read.pack), keptAside: stored.value });
}

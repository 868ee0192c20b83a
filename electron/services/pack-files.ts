import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  fail,
  type Input,
  type Output,
  ok,
  type PackSummary,
  type Result,
} from '../../core/api/index.ts';
import { countPieces, weighPack, yearsOf } from '../../core/packs/index.ts';
import type { ServiceDeps } from './deps.ts';
import type { MethodTable } from './dispatch.ts';
import { cleanFileName } from './file-name.ts';
import type { LoadedPacks, PackInUse } from './load-packs.ts';
import { findOwn, putOwnPackAside, storeOwnPack } from './packs/own-packs.ts';
import { queuePackWork } from './packs/pack-queue.ts';
import { nameOfPack, readPackBytes } from './packs/read-folder.ts';

function summarise({ pack, path, origin }: PackInUse, shipped: ReadonlySet<string>): PackSummary {
  const { kind, id, title, source, date, confidence } = pack;
  return {
    kind,
    id,
    title,
    source,
    date,
    confidence,
    origin,
    fileName: origin === 'own' ? basename(path) : null,
    replacesApps: origin === 'own' && shipped.has(nameOfPack(pack)),
    years: yearsOf(pack),
    size: countPieces(pack),
  };
}

function listSummaries({ entries, shipped }: LoadedPacks): readonly PackSummary[] {
  const names = new Set(shipped.map(nameOfPack));
  return entries.map((entry) => summarise(entry, names));
}

function findEntry(
  { entries }: LoadedPacks,
  { kind, packId }: Input<'packs.export'>,
): Result<PackInUse> {
  const found = entries.find(({ pack }) => pack.kind === kind && pack.id === packId);
  return found ? ok(found) : fail({ code: 'pack/not-found', packId });
}

/** Takes a pack file up among the own ones, or says everything that is wrong with it. */
async function importPack(
  { library, clock }: ServiceDeps,
  { name, base64 }: Input<'packs.import'>,
): Promise<Result<Output<'packs.import'>>> {
  const { ownFolder, trusted, packs } = library;
  const bytes = Buffer.from(base64, 'base64');
  // Its shape first: which pack it takes the place of is known only then.
  const shaped = readPackBytes(name, bytes, { trusted });
  if (!shaped.ok) return fail({ code: 'pack/refused', name, faults: shaped.faults });
  const own = nameOfPack(shaped.pack);
  const others = packs.filter((pack) => nameOfPack(pack) !== own);
  const spent = library.entries
    .filter(({ origin, pack }) => origin === 'own' && nameOfPack(pack) !== own)
    .reduce((sum, { pack }) => sum + weighPack(pack, trusted), 0);
  const read = readPackBytes(name, bytes, { trusted, others, spent });
  if (!read.ok) return fail({ code: 'pack/refused', name, faults: read.faults });
  if (ownFolder === null) return fail({ code: 'pack/refused', name, faults: [] });
  const replaced = findOwn(library, read.pack) !== null;
  const stored = await storeOwnPack(library, ownFolder, read.pack, bytes, clock());
  if (!stored.ok) return stored;
  await library.reload();
  const pack = listSummaries(library).find((one) => `${one.kind} ${one.id}` === own);
  if (!pack) throw new Error('a pack that was taken up is not there');
  return ok({ pack, replaced, keptAside: stored.value, notices: read.notices });
}

async function removePack(
  { library, clock }: ServiceDeps,
  input: Input<'packs.remove'>,
): Promise<Result<null>> {
  const found = findEntry(library, input);
  if (!found.ok) return found;
  const { origin, path } = found.value;
  if (origin === 'app' || library.ownFolder === null) {
    return fail({ code: 'pack/not-own', packId: input.packId });
  }
  const aside = await putOwnPackAside(library.ownFolder, path, clock());
  if (aside.ok) await library.reload();
  return aside;
}

async function exportPack(
  { library, deliver }: ServiceDeps,
  input: Input<'packs.export'>,
): Promise<Result<Output<'packs.export'>>> {
  const found = findEntry(library, input);
  if (!found.ok) return found;
  const { pack, path } = found.value;
  const name = cleanFileName(pack.title) || pack.id;
  return deliver(`${name}.json`, await readFile(path));
}

/** `packs.list`, `packs.import`, `packs.export`, `packs.remove`. */
export function createPackFileMethods(
  deps: ServiceDeps,
): Pick<MethodTable, 'packs.list' | 'packs.import' | 'packs.export' | 'packs.remove'> {
  const { library } = deps;
  return {
    'packs.list': () => ok(listSummaries(library)),
    'packs.import': (input) => queuePackWork(library, () => importPack(deps, input)),
    'packs.export': (input) => exportPack(deps, input),
    'packs.remove': (input) => queuePackWork(library, () => removePack(deps, input)),
  };
}

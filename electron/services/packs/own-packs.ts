import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ApiError, fail, ok, type Result } from '../../../core/api/index.ts';
import type { Pack } from '../../../core/packs/index.ts';
import { describeSystemError, isDiskFull, toSystemError } from '../../store/index.ts';
import { writeFileAtomic } from '../atomic-write.ts';
import type { LoadedPacks, PackInUse } from '../load-packs.ts';
import { isUnsafeOnWindows } from '../windows-name.ts';
import { isAbsent, nameOfPack, placesName } from './read-folder.ts';

/** Where own packs go that others took the place of, below the folder of own packs. */
export const asideName = 'replaced';

function toWriteError(error: unknown, path: string): Extract<ApiError, { path: string }> {
  const refused = toSystemError(error);
  if (!refused) throw error;
  if (isDiskFull(refused)) return { code: 'export/full', path };
  const reason = describeSystemError(refused, 'write') ?? '磁盘读写出错';
  return { code: 'export/unwritable', path, reason };
}

/** The name of a file that holds a pack: its id, and its kind before it where that is no name or is held by another. */
function chooseFileName(pack: Pack, entries: readonly PackInUse[]): string {
  const plain = `${pack.id}.json`;
  const isHeld = entries.some(
    (one) =>
      one.origin === 'own' &&
      basename(one.path).toLowerCase() === plain &&
      nameOfPack(one.pack) !== nameOfPack(pack),
  );
  const isPlain = plain !== placesName && !isUnsafeOnWindows(plain) && !isHeld;
  return isPlain ? plain : `${pack.kind}-${plain}`;
}

function stamp(now: Date): string {
  return now.toISOString().replace(/[-:]/gu, '').replace('T', '-').slice(0, 15);
}

/** The bytes of a file; null where there is none. */
async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Copies what stands at `path` to the folder of replaced packs; gives the copy's name, null where nothing stood there. */
async function keepAside(folder: string, path: string, now: Date): Promise<Result<string | null>> {
  const bytes = await readIfThere(path);
  if (!bytes) return ok(null);
  const aside = join(folder, asideName);
  await mkdir(aside, { recursive: true });
  const name = `${basename(path, '.json')}-${stamp(now)}.json`;
  const written = await writeFileAtomic(join(aside, name), bytes);
  return written.ok ? ok(join(asideName, name)) : written;
}

/** An own pack of this name, if there is one. */
export function findOwn(
  { entries }: Pick<LoadedPacks, 'entries'>,
  pack: Pick<Pack, 'kind' | 'id'>,
): PackInUse | null {
  const name = nameOfPack(pack);
  return entries.find((one) => one.origin === 'own' && nameOfPack(one.pack) === name) ?? null;
}

/**
 * Writes a pack among the own ones, whole or not at all; what it takes the place of is copied aside
 * before. Gives that copy's name below the folder of own packs. `export/unwritable` and
 * `export/full` when it could not be written: then all is as it was.
 */
export async function storeOwnPack(
  library: Pick<LoadedPacks, 'entries'>,
  folder: string,
  pack: Pack,
  bytes: Uint8Array,
  now: Date,
): Promise<Result<string | null>> {
  const path = join(folder, chooseFileName(pack, library.entries));
  const before = findOwn(library, pack)?.path ?? path;
  try {
    await mkdir(folder, { recursive: true });
    const aside = await keepAside(folder, before, now);
    if (!aside.ok) return aside;
    // A file of this name that holds no pack, or another: it is not overwritten unseen either.
    const other = before === path ? ok(null) : await keepAside(folder, path, now);
    if (!other.ok) return other;
    const written = await writeFileAtomic(path, bytes);
    if (!written.ok) return written;
    if (before !== path && aside.value !== null) await rename(before, join(folder, aside.value));
    return aside;
  } catch (error) {
    return fail(toWriteError(error, path));
  }
}

/** Moves an own pack aside. */
export async function putOwnPackAside(
  folder: string,
  path: string,
  now: Date,
): Promise<Result<null>> {
  try {
    const aside = await keepAside(folder, path, now);
    if (!aside.ok) return aside;
    if (aside.value !== null) await rename(path, join(folder, aside.value));
    return ok(null);
  } catch (error) {
    return fail(toWriteError(error, path));
  }
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Pack,
  type PackExam,
  type PackFault,
  parsePack,
  weighPack,
} from '../../../core/packs/index.ts';
import { toSystemError } from '../../store/index.ts';
import { decodePack, PACK_LIMIT_BYTES } from './decode-pack.ts';
import { readJsonWithLines } from './read-json.ts';

/** The name of the list of places, which is no pack. */
export const placesName = 'places.json';

/** A pack with the file it was read from. */
export interface PackInFile {
  readonly pack: Pack;
  /** Whole path. */
  readonly path: string;
}

/** What a folder of packs holds. */
export interface FolderOfPacks {
  readonly held: readonly PackInFile[];
  readonly faults: readonly PackFault[];
}

/** What a pack is told by: two of one name cannot both be in use. */
export function nameOfPack({ kind, id }: Pick<Pack, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Fault of a folder or file that the system does not let us read; our own bugs are thrown on. */
export function refuseFile(error: unknown, name: string): PackFault {
  if (!toSystemError(error)) throw error;
  return { kind: 'unreadable', name };
}

/** True for a file or folder that is just not there. */
export function isAbsent(error: unknown): boolean {
  return /^ENO(?:ENT|TDIR)$/u.test(toSystemError(error)?.code ?? '');
}

async function listJsonFiles(folder: string): Promise<readonly string[] | PackFault> {
  try {
    const names = await readdir(folder);
    const isPack = (name: string) => name.endsWith('.json') && name !== placesName;
    return names.filter((name) => isPack(name.toLowerCase())).toSorted();
  } catch (error) {
    // most people have no packs of their own, and then not the folder either
    return isAbsent(error) ? [] : refuseFile(error, basename(folder));
  }
}

/** Reads the bytes of a pack file, or says why it is none. */
export function readPackBytes(
  name: string,
  bytes: Uint8Array,
  exam: Omit<PackExam, 'readJson'>,
): ReturnType<typeof parsePack> {
  if (bytes.length > PACK_LIMIT_BYTES) {
    const fault = {
      kind: 'too-large',
      name,
      bytes: bytes.length,
      limit: PACK_LIMIT_BYTES,
    } as const;
    return { ok: false, faults: [fault] };
  }
  const json = decodePack(bytes);
  if (json === null) return { ok: false, faults: [{ kind: 'encoding', name }] };
  return parsePack({ name, json }, { ...exam, readJson: readJsonWithLines });
}

async function readPackFile(
  path: string,
  exam: Omit<PackExam, 'readJson'>,
): Promise<ReturnType<typeof parsePack>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > PACK_LIMIT_BYTES) {
      const fault = { kind: 'too-large', name, bytes: size, limit: PACK_LIMIT_BYTES } as const;
      return { ok: false, faults: [fault] };
    }
    return readPackBytes(name, await readFile(path), exam);
  } catch (error) {
    return { ok: false, faults: [refuseFile(error, name)] };
  }
}

/**
 * Reads every pack file of a folder, by name. A file that cannot be read or is no pack becomes
 * faults, as do a folder that cannot be listed, a second file with the pack of one before it, and one
 * whose patterns are too many beside those before it; the others stand.
 */
export async function readPackFolder(
  folder: string,
  exam: Omit<PackExam, 'readJson'> = {},
): Promise<FolderOfPacks> {
  const names = await listJsonFiles(folder);
  if ('kind' in names) return { held: [], faults: [names] };
  const held = new Map<string, PackInFile>();
  const faults: PackFault[] = [];
  let spent = 0;
  for (const name of names) {
    const path = join(folder, name);
    const parsed = await readPackFile(path, { ...exam, spent });
    const before = parsed.ok ? held.get(nameOfPack(parsed.pack)) : undefined;
    if (!parsed.ok) faults.push(...parsed.faults);
    else if (before) faults.push({ kind: 'same-pack', name, other: basename(before.path) });
    else {
      held.set(nameOfPack(parsed.pack), { pack: parsed.pack, path });
      if (exam.trusted) spent += weighPack(parsed.pack, exam.trusted);
    }
  }
  return { held: [...held.values()], faults };
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Pack, type PackFault, type PackLibrary, parsePacks } from '../../core/packs/index.ts';
import { type PlaceList, parsePlaces } from '../../core/places/index.ts';
import { toSystemError } from '../store/index.ts';

/** The packs, and the list of places, which is large and read when it is first asked for. */
export interface LoadedPacks extends PackLibrary {
  /** Null where there is no list that can be read. Read once. */
  readonly loadPlaces: () => Promise<PlaceList | null>;
}

const placesName = 'places.json';

interface PackFiles {
  readonly files: readonly { readonly name: string; readonly json: string }[];
  readonly faults: readonly PackFault[];
}

/** Fault of a folder or file that the system does not let us read; our own bugs are thrown on. */
function refuse(error: unknown, name: string): PackFault {
  if (!toSystemError(error)) throw error;
  return { kind: 'unreadable', name };
}

async function listJsonFiles(folder: string): Promise<readonly string[] | PackFault> {
  try {
    const names = await readdir(folder);
    const isPack = (name: string) => name.endsWith('.json') && name !== placesName;
    return names.filter((name) => isPack(name.toLowerCase())).toSorted();
  } catch (error) {
    // most people have no packs of their own, and then not the folder either
    if (/^ENO(?:ENT|TDIR)$/u.test(toSystemError(error)?.code ?? '')) return [];
    return refuse(error, basename(folder));
  }
}

async function readPackFiles(folder: string): Promise<PackFiles> {
  const names = await listJsonFiles(folder);
  if ('kind' in names) return { files: [], faults: [names] };
  const files: { name: string; json: string }[] = [];
  const faults: PackFault[] = [];
  for (const name of names) {
    try {
      const text = await readFile(join(folder, name), 'utf8');
      files.push({ name, json: text.replace(/^\uFEFF/u, '') });
    } catch (error) {
      faults.push(refuse(error, name));
    }
  }
  return { files, faults };
}

async function readFolder(folder: string): Promise<PackLibrary> {
  const { files, faults } = await readPackFiles(folder);
  const parsed = parsePacks(files);
  return { packs: parsed.packs, faults: [...faults, ...parsed.faults] };
}

function nameOf({ kind, id }: Pack): string {
  return `${kind} ${id}`;
}

/** A list of places in a folder; null where there is none, a fault where the file is no such list. */
async function readPlaces(folder: string): Promise<PlaceList | PackFault | null> {
  try {
    const text = await readFile(join(folder, placesName), 'utf8');
    const list = parsePlaces(text.replace(/^\uFEFF/u, ''));
    return list ?? { kind: 'not-a-pack', name: placesName, path: '', misfit: 'type' };
  } catch (error) {
    if (/^ENO(?:ENT|TDIR)$/u.test(toSystemError(error)?.code ?? '')) return null;
    return refuse(error, placesName);
  }
}

/** The person's own list if there is one, else the app's when it is first asked for. */
function placesLoader(own: PlaceList | null, templatesFolder: string): LoadedPacks['loadPlaces'] {
  let shipped: Promise<PlaceList | PackFault | null> | null = null;
  return async () => {
    if (own) return own;
    shipped ??= readPlaces(templatesFolder);
    const list = await shipped;
    return list && 'provinces' in list ? list : null;
  };
}

/**
 * Reads the packs that come with the app (`templatesFolder/*.json`) and the person's own
 * (`<dataFolder>/packs/*.json`). An own pack stands in place of a shipped one of the same kind
 * and id, an own `places.json` in place of the shipped list of places. A file that cannot be read
 * or is no pack becomes a fault, as does a folder that cannot be listed; the others stand.
 */
export async function loadPacks(
  templatesFolder: string,
  dataFolder: string | null,
): Promise<LoadedPacks> {
  const shipped = await readFolder(templatesFolder);
  const ownFolder = dataFolder === null ? null : join(dataFolder, 'packs');
  const own = ownFolder === null ? { packs: [], faults: [] } : await readFolder(ownFolder);
  const isListed = !own.faults.some(({ name }) => name === 'packs');
  const places = ownFolder !== null && isListed ? await readPlaces(ownFolder) : null;
  const placesFault = places && 'kind' in places ? [places] : [];
  const ownNames = new Set(own.packs.map(nameOf));
  return {
    packs: [...shipped.packs.filter((pack) => !ownNames.has(nameOf(pack))), ...own.packs],
    faults: [...shipped.faults, ...own.faults, ...placesFault],
    loadPlaces: placesLoader(places && 'provinces' in places ? places : null, templatesFolder),
  };
}

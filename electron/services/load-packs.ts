import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  listPatterns,
  type Pack,
  type PackFault,
  type PackLibrary,
} from '../../core/packs/index.ts';
import { type PlaceList, parsePlaces } from '../../core/places/index.ts';
import {
  type FolderOfPacks,
  isAbsent,
  nameOfPack,
  type PackInFile,
  placesName,
  readPackFolder,
  refuseFile,
} from './packs/read-folder.ts';

/** A pack with where it comes from. */
export interface PackInUse extends PackInFile {
  readonly origin: 'app' | 'own';
}

/**
 * The packs, and the list of places, which is large and read when it is first asked for. What it
 * gives changes when own packs are taken up or put aside: read it where it is used, and keep no copy.
 */
export interface LoadedPacks extends PackLibrary {
  /** Every pack in use with its file. */
  readonly entries: readonly PackInUse[];
  /** The packs that come with the app, those too that an own one stands in place of. */
  readonly shipped: readonly Pack[];
  /** Patterns of the app's packs, which need no proof that they end. */
  readonly trusted: ReadonlySet<string>;
  /** Where own packs lie; null where nobody has any. */
  readonly ownFolder: string | null;
  /** Reads the own packs again. */
  readonly reload: () => Promise<void>;
  /** Null where there is no list that can be read. Read once. */
  readonly loadPlaces: () => Promise<PlaceList | null>;
}

function noPlaces(name: string): PackFault {
  const nothing = { line: null, thing: null, key: null, given: '', detail: '' };
  return { kind: 'not-a-pack', name, path: '', misfit: 'type', ...nothing };
}

/** A list of places in a folder; null where there is none, a fault where the file is no such list. */
async function readPlaces(folder: string): Promise<PlaceList | PackFault | null> {
  try {
    const text = await readFile(join(folder, placesName), 'utf8');
    return parsePlaces(text.replace(/^\uFEFF/u, '')) ?? noPlaces(placesName);
  } catch (error) {
    return isAbsent(error) ? null : refuseFile(error, placesName);
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

/** Own packs stand in place of the app's of their name, behind those that stay. */
function combine(shipped: FolderOfPacks, own: FolderOfPacks): readonly PackInUse[] {
  const ownNames = new Set(own.held.map(({ pack }) => nameOfPack(pack)));
  const kept = shipped.held.filter(({ pack }) => !ownNames.has(nameOfPack(pack)));
  return [
    ...kept.map((one) => ({ ...one, origin: 'app' as const })),
    ...own.held.map((one) => ({ ...one, origin: 'own' as const })),
  ];
}

const nobodys: FolderOfPacks = { held: [], faults: [] };

/**
 * Reads the packs that come with the app (`templatesFolder/*.json`) and the person's own
 * (`<dataFolder>/packs/*.json`). An own pack stands in place of a shipped one of the same kind
 * and id, an own `places.json` in place of the shipped list of places. A file that cannot be read
 * or is no pack becomes faults, as does a folder that cannot be listed; the others stand.
 */
export async function loadPacks(
  templatesFolder: string,
  dataFolder: string | null,
): Promise<LoadedPacks> {
  const ownFolder = dataFolder === null ? null : join(dataFolder, 'packs');
  const shipped = await readPackFolder(templatesFolder);
  const trusted = new Set(
    shipped.held.flatMap(({ pack }) => listPatterns(pack).map(({ value }) => value)),
  );
  const readOwn = () => (ownFolder === null ? nobodys : readPackFolder(ownFolder, { trusted }));
  const firstOwn = await readOwn();
  const isListed = !firstOwn.faults.some(({ name }) => name === basename(ownFolder ?? ''));
  const places = ownFolder !== null && isListed ? await readPlaces(ownFolder) : null;
  const placesFault = places && 'kind' in places ? [places] : [];

  const hold = (own: FolderOfPacks) => {
    const entries = combine(shipped, own);
    const faults = [...shipped.faults, ...own.faults, ...placesFault];
    return { entries, packs: entries.map(({ pack }) => pack), faults };
  };
  let held = hold(firstOwn);
  return {
    get entries() {
      return held.entries;
    },
    get packs() {
      return held.packs;
    },
    get faults() {
      return held.faults;
    },
    shipped: shipped.held.map(({ pack }) => pack),
    trusted,
    ownFolder,
    reload: async () => {
      held = hold(await readOwn());
    },
    loadPlaces: placesLoader(places && 'provinces' in places ? places : null, templatesFolder),
  };
}

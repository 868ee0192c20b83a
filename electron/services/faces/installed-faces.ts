import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toSystemError } from '../../store/index.ts';
import { readFamilyNames } from './family-names.ts';

const fontFile = /\.(?:ttf|otf|ttc|otc)$/iu;
/** Folders within each other that are looked into, and files that are looked at. */
const [deepest, mostFiles] = [6, 6000];
/** Files read at the same time. */
const atOnce = 8;

/** Names of a file, kept for as long as it stays what it was. */
interface KnownFile {
  readonly stamp: string;
  readonly names: readonly string[];
}

/** How a face is told: capitals, blanks and width of letters do not count. */
export function faceKey(face: string): string {
  return face.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
}

/** What lies in a folder; null for one that is not there or that the system keeps from us. */
async function listFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (toSystemError(error)) return null;
    throw error;
  }
}

async function listFontFiles(folder: string, depth: number): Promise<readonly string[] | null> {
  const entries = await listFolder(folder);
  if (!entries) return null;
  const files = entries
    .filter((entry) => fontFile.test(entry.name) && !entry.isDirectory())
    .map(({ name }) => join(folder, name));
  if (depth >= deepest) return files;
  const below: (readonly string[])[] = [];
  for (const entry of entries.filter((one) => one.isDirectory())) {
    below.push((await listFontFiles(join(folder, entry.name), depth + 1)) ?? []);
  }
  return [...files, ...below.flat()].slice(0, mostFiles);
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if (toSystemError(error)) return null;
    throw error;
  }
}

async function readOnce(path: string, known: Map<string, KnownFile>): Promise<readonly string[]> {
  const stamp = await stampOf(path);
  if (stamp === null) return [];
  const before = known.get(path);
  if (before?.stamp === stamp) return before.names;
  const names = (await readFamilyNames(path)).map(faceKey);
  known.set(path, { stamp, names });
  return names;
}

/** Does some work for each item, a few at a time. */
async function doForEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  const go = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined; item = items[next]) {
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, go));
}

/** Tells which faces this PC has. */
export interface InstalledFaces {
  /** Keys of the faces there are; null where no folder of fonts can be listed. */
  readonly list: () => Promise<ReadonlySet<string> | null>;
}

/**
 * Lists the faces in some folders by the names in their files. A file is read again only when it
 * changed. Damaged fonts are left out; nothing is thrown for them.
 */
export function createInstalledFaces(folders: readonly string[]): InstalledFaces {
  const known = new Map<string, KnownFile>();
  const look = async (): Promise<ReadonlySet<string> | null> => {
    const lists = await Promise.all(folders.map((folder) => listFontFiles(folder, 0)));
    if (lists.every((list) => list === null)) return null;
    const keys = new Set<string>();
    await doForEach([...new Set(lists.flatMap((list) => list ?? []))], async (path) => {
      for (const key of await readOnce(path, known)) keys.add(key);
    });
    return keys;
  };
  let looking: Promise<ReadonlySet<string> | null> | null = null;
  return {
    list: () => {
      // asked twice at once, it looks once
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Pack, type PackFault, type PackLibrary, parsePacks } from '../../core/packs/index.ts';

interface PackFiles {
  readonly files: readonly { readonly name: string; readonly json: string }[];
  readonly faults: readonly PackFault[];
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

async function listJsonFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.toLowerCase().endsWith('.json')).toSorted();
  } catch (error) {
    // most people have no packs of their own, and then not the folder either
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}

async function readPackFiles(folder: string): Promise<PackFiles> {
  const files: { name: string; json: string }[] = [];
  const faults: PackFault[] = [];
  for (const name of await listJsonFiles(folder)) {
    try {
      const text = await readFile(join(folder, name), 'utf8');
      files.push({ name, json: text.replace(/^\uFEFF/u, '') });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      faults.push({ kind: 'unreadable', name });
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

/**
 * Reads the packs that come with the app (`templatesFolder/*.json`) and the person's own
 * (`<dataFolder>/packs/*.json`). An own pack stands in place of a shipped one of the same kind
 * and id. A file that cannot be read or is no pack becomes a fault; the others stand.
 */
export async function loadPacks(
  templatesFolder: string,
  dataFolder: string | null,
): Promise<PackLibrary> {
  const shipped = await readFolder(templatesFolder);
  const own =
    dataFolder === null ? { packs: [], faults: [] } : await readFolder(join(dataFolder, 'packs'));
  const ownNames = new Set(own.packs.map(nameOf));
  return {
    packs: [...shipped.packs.filter((pack) => !ownNames.has(nameOf(pack))), ...own.packs],
    faults: [...shipped.faults, ...own.faults],
  };
}

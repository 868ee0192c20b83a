import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Pack, type PackFault, type PackLibrary, parsePacks } from '../../core/packs/index.ts';
import { toSystemError } from '../store/index.ts';

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
    return names.filter((name) => name.toLowerCase().endsWith('.json')).toSorted();
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

/**
 * Reads the packs that come with the app (`templatesFolder/*.json`) and the person's own
 * (`<dataFolder>/packs/*.json`). An own pack stands in place of a shipped one of the same kind
 * and id. A file that cannot be read or is no pack becomes a fault, as does a folder that cannot be
 * listed; the others stand.
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

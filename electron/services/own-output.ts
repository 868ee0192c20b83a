import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../core/api/index.ts';
import { toSystemError } from '../store/index.ts';
import { type WriteError, writeFileAtomic } from './atomic-write.ts';
import { isSealed, sealText } from './own-seal.ts';

/** A larger file is nothing this program wrote. */
const LARGEST = 64 * 1024 * 1024;

const PROPERTIES = 'docProps/app.xml';
const CORE = 'docProps/core.xml';

/** A .docx that still is as this program wrote it: Word and WPS put their own names into what they save. */
function isOwnDocx(bytes: Uint8Array): boolean {
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => name === PROPERTIES || name === CORE });
    const [properties, core] = [parts[PROPERTIES], parts[CORE]];
    if (!properties || !core) return false;
    const isOurs = strFromU8(properties).includes('<Application>年报助手</Application>');
    return isOurs && !strFromU8(core).includes('lastModifiedBy>');
  } catch {
    // whatever is no whole .docx is not ours
    return false;
  }
}

function isOwn(extension: string, bytes: Uint8Array): boolean {
  return extension === '.docx' ? isOwnDocx(bytes) : isSealed(extension, bytes);
}

async function readIfThere(path: string): Promise<Uint8Array | 'absent' | 'unknown'> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= LARGEST ? await readFile(path) : 'unknown';
  } catch (error) {
    if (!toSystemError(error)) throw error;
    return toSystemError(error)?.code === 'ENOENT' ? 'absent' : 'unknown';
  }
}

/**
 * Writes a file whole or not at all, and never over one that somebody else wrote or changed: gives
 * `export/exists` for that unless `replace` asks for it, and `export/held-open` for one that is open.
 * What this program wrote itself and nobody touched since is written anew without asking: a draft and
 * a page for the web carry a seal to tell it by, a .docx the name of the program that saved it last.
 */
export async function writeOwnOutput(
  path: string,
  unsealed: Uint8Array,
  { replace }: { readonly replace: boolean },
): Promise<Result<null, WriteError>> {
  const extension = extname(path).toLowerCase();
  const bytes = sealText(extension, unsealed);
  if (replace) return writeFileAtomic(path, bytes, { isAsked: true });
  const before = await readIfThere(path);
  if (before instanceof Uint8Array) {
    if (Buffer.from(before).equals(bytes)) return ok(null);
    if (!isOwn(extension, before)) return fail({ code: 'export/exists', path });
  }
  return writeFileAtomic(path, bytes);
}

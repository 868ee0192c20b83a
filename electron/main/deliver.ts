import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { fail, ok, type Result } from '../../core/api/index.ts';
import type { Deliver } from '../services/deps.ts';

/** What delivering needs of the shell. */
export interface DeliverTools {
  readonly showSaveDialog: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /** Writes a whole file or none. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<Result<unknown>>;
  /** Where the first dialog begins: the person's documents. */
  readonly startFolder: string;
}

const wordExtension = '.docx';

/** What the dialog says of a file to be saved: an export, or an original that is given back. */
function describeFile(extension: string): Pick<SaveDialogOptions, 'title' | 'filters'> {
  const extensions = extension === '' ? ['*'] : [extension.slice(1)];
  return extension === wordExtension
    ? { title: '导出 Word 文档', filters: [{ name: 'Word 文档', extensions }] }
    : { title: '取回原件', filters: [{ name: '原件', extensions }] };
}

/**
 * Asks where the file shall go and writes it there; the next dialog begins in the folder that was
 * chosen last. Gives `cancelled` when the person chose none, `export/unwritable` or `export/full`
 * when it could not be written.
 */
export function createDeliver(tools: DeliverTools): Deliver {
  let folder = tools.startFolder;
  return async (fileName, bytes) => {
    const path = await choosePath(tools, join(folder, fileName));
    if (path === null) return ok({ kind: 'cancelled' });
    folder = dirname(path);
    const written = await tools.write(path, bytes);
    return written.ok ? ok({ kind: 'written', path }) : fail(written.error);
  };
}

/** A dialog may give a name without its ending; it then has not asked whether to replace that file. */
async function choosePath(tools: DeliverTools, defaultPath: string): Promise<string | null> {
  const extension = extname(defaultPath);
  const { canceled, filePath } = await tools.showSaveDialog({
    ...describeFile(extension.toLowerCase()),
    buttonLabel: '保存',
    defaultPath,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  if (extname(filePath).toLowerCase() === extension.toLowerCase()) return filePath;
  const named = `${filePath}${extension}`;
  return existsSync(named) ? choosePath(tools, named) : named;
}

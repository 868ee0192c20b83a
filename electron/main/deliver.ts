import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { type ApiError, fail, ok, type Result } from '../../core/api/index.ts';
import type { Deliver, DeliverAll, NamedFile } from '../services/deps.ts';

/** What delivering needs of the shell. */
export interface DeliverTools {
  readonly showSaveDialog: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /** Writes a whole file or none. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<Result<unknown>>;
  /** Says why a file could not be written, and asks whether another place shall be chosen. */
  readonly askElsewhere: AskElsewhere;
  /** Where the first dialog begins: the person's documents. */
  readonly startFolder: string;
}

/** True when the person wants to choose another place. */
export type AskElsewhere = (error: ApiError) => Promise<boolean>;

interface Told {
  readonly title: string;
  readonly name: string;
}

/** What the dialog says of a file to be saved, by its ending; any other is an original that is given back. */
const told: Readonly<Record<string, Told>> = {
  '.docx': { title: '导出 Word 文档', name: 'Word 文档' },
  '.json': { title: '保存资料包', name: '资料包' },
  '.ics': { title: '保存日历文件', name: '日历文件' },
  '.pdf': { title: '存为 PDF', name: 'PDF 文件' },
  '.txt': { title: '保存网页文字', name: '文本文件' },
  '.html': { title: '保存网页文字', name: '网页文件' },
};
const original: Told = { title: '取回原件', name: '原件' };

function describeFile(extension: string): Pick<SaveDialogOptions, 'title' | 'filters'> {
  const extensions = extension === '' ? ['*'] : [extension.slice(1)];
  const { title, name } = told[extension] ?? original;
  return { title, filters: [{ name, extensions }] };
}

/**
 * Asks where the file shall go and writes it there; the next dialog begins in the folder that was
 * chosen last. Where it cannot be written (the target is open, the folder read-only, the disk full)
 * it says so and offers another place. Gives `cancelled` when the person chose none, and the
 * `export/*` error when no other place was wanted.
 */
export function createDeliver(tools: DeliverTools): Deliver {
  let folder = tools.startFolder;
  return async (fileName, bytes) => {
    for (let name = fileName; ; name = nameAnother(name)) {
      const path = await choosePath(tools, join(folder, name));
      if (path === null) return ok({ kind: 'cancelled' });
      folder = dirname(path);
      const written = await tools.write(path, bytes);
      if (written.ok) return ok({ kind: 'written', path });
      if (!(await tools.askElsewhere(written.error))) return fail(written.error);
    }
  };
}

/** `甲.docx` → `甲（2）.docx` → `甲（3）.docx`: a name that is free beside an open one. */
function nameAnother(fileName: string): string {
  const extension = extname(fileName);
  const stem = fileName.slice(0, fileName.length - extension.length);
  const [, bare = stem, count = '1'] = /^(.*)（(\d+)）$/u.exec(stem) ?? [];
  return `${bare}（${Number(count) + 1}）${extension}`;
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

/** What delivering several files needs of the shell. */
export interface DeliverAllTools {
  readonly showOpenDialog: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  /** Writes all files into a new folder `name` below `parent`, or none; gives its path. */
  readonly writeAll: (
    parent: string,
    name: string,
    files: readonly NamedFile[],
  ) => Promise<Result<string>>;
  readonly askElsewhere: AskElsewhere;
  /** Where the first dialog begins: the person's documents. */
  readonly startFolder: string;
}

/**
 * Asks for the folder in which a new one with all the files is made; the next dialog begins there.
 * Where not all could be written none was, and another place is offered. Gives `cancelled` when the
 * person chose none, and the `export/*` error when no other place was wanted.
 */
export function createDeliverAll(tools: DeliverAllTools): DeliverAll {
  let folder = tools.startFolder;
  return async (name, files) => {
    for (;;) {
      const { canceled, filePaths } = await tools.showOpenDialog({
        title: `把“${name}”放到哪个文件夹`,
        buttonLabel: '放在这里',
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory'],
      });
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return ok({ kind: 'cancelled' });
      folder = chosen;
      const written = await tools.writeAll(chosen, name, files);
      if (written.ok) return ok({ kind: 'written', path: written.value });
      if (!(await tools.askElsewhere(written.error))) return fail(written.error);
    }
  };
}

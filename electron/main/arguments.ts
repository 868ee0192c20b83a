import { extname, isAbsolute, resolve } from 'node:path';

/** What the app was started with. */
export interface AppArguments {
  /** Absolute path of the folder that holds the person's data; null for the usual one. */
  readonly dataFolder: string | null;
  /** A file that the person opened with the app, absolute; null when there is none. */
  readonly file: string | null;
}

/** What a one-file report bundle is called. */
export const bundleExtension = '.nianbao';

function findOption(words: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    if (word.startsWith('--data=')) return word.slice('--data='.length);
    if (word === '--data') return words[index + 1] ?? null;
  }
  return null;
}

function toAbsolute(path: string | null | undefined, folder: string): string | null {
  const trimmed = path?.trim() ?? '';
  if (trimmed === '') return null;
  return isAbsolute(trimmed) ? trimmed : resolve(folder, trimmed);
}

/**
 * Reads the words after the program's name; relative paths are below `folder`. Switches that are
 * Chromium's are left alone, so nothing here is ever an error.
 */
export function parseAppArguments(words: readonly string[], folder: string): AppArguments {
  const bundle = words.find(
    (word) => !word.startsWith('-') && extname(word).toLowerCase() === bundleExtension,
  );
  return { dataFolder: toAbsolute(findOption(words), folder), file: toAbsolute(bundle, folder) };
}
